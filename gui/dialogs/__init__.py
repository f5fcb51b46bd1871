"""Dialogs: one short question each, freed when it is answered."""
