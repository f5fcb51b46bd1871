"""Preparing a round: the parts of its page."""
