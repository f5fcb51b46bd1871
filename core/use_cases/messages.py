"""Messages: begun, written, handed over, sent, and answered."""

from core.use_cases.autosave import (
    DraftText,
    Version,
    heed,
    ignore,
    save,
    take_version,
    version_text,
    versions,
)
from core.use_cases.composing import Card, Composing, PanelNote, compose
from core.use_cases.drafts import OpenDraft, begin, begin_for, discard, open_drafts

__all__ = [
    "Card",
    "Composing",
    "DraftText",
    "OpenDraft",
    "PanelNote",
    "Version",
    "begin",
    "begin_for",
    "compose",
    "discard",
    "heed",
    "ignore",
    "open_drafts",
    "save",
    "take_version",
    "version_text",
    "versions",
]
