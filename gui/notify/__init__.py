"""Notifiers: one protocol, tried in order."""
