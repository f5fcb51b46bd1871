"""What the tests of replies are given, and where they look."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core.use_cases.applications import TimelineEntry
from gui.dialogs.reply import ReplyDialog
from gui.models.meanings import Meaning
from tests.gui.pages.world import World

MAIL = """From: "Berg, Ingrid" <ingrid@halvorsen-maritime.example>
To: me@home.example
Subject: Re: Thank you
Date: Tue, 12 May 2026 08:15:30 +0200
Message-ID: <17@halvorsen.example>
MIME-Version: 1.0

{body}
"""


DATED = "Dear Mia,\n\nwe decide by 20 May.\n\nIngrid"


VAGUE = "Thank you. We will be in touch soon."


WRITTEN = datetime(2026, 5, 12, 6, 15, 30, tzinfo=UTC)


def mail(folder: Path, body: str = DATED, name: str = "reply.eml") -> Path:
    file = folder / name
    file.write_text(MAIL.format(body=body), encoding="utf-8")
    return file


def asked() -> ReplyDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReplyDialog)
    return dialog


def choose(dialog: ReplyDialog, meaning: Meaning) -> None:
    field = dialog.fields.meaning
    field.choose(meaning)
    field.activated.emit(field.currentIndex())


def replies_in(world: World, application: int) -> list[TimelineEntry]:
    return [entry for entry in world.detail(application).timeline if entry.reply_id]
