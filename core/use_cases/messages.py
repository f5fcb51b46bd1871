"""Messages: begun, written, handed over, sent, and answered."""

from core.use_cases.autosave import (
    DraftText,
    Version,
    heed,
    ignore,
    keep_version,
    save,
    take_version,
    version_text,
    versions,
)
from core.use_cases.composing import Card, Composing, PanelNote, compose
from core.use_cases.drafts import OpenDraft, begin, begin_for, discard, open_drafts
from core.use_cases.outbox import Held, answer, held, queue, release, take_back
from core.use_cases.sent import (
    HandedOver,
    awaiting_answer,
    confirm_sent,
    handed_over,
    not_sent,
)
from core.use_cases.wording import NoWording, Wish, choices, script, wording

__all__ = [
    "Card",
    "Composing",
    "DraftText",
    "HandedOver",
    "Held",
    "NoWording",
    "OpenDraft",
    "PanelNote",
    "Version",
    "Wish",
    "answer",
    "awaiting_answer",
    "begin",
    "begin_for",
    "choices",
    "compose",
    "confirm_sent",
    "discard",
    "handed_over",
    "heed",
    "held",
    "ignore",
    "keep_version",
    "not_sent",
    "open_drafts",
    "queue",
    "release",
    "save",
    "script",
    "take_back",
    "take_version",
    "version_text",
    "versions",
    "wording",
]
