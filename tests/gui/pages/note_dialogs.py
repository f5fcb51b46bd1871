"""The dialogs in which single notes are written, each full of long words."""

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from core.playbook.values import Mode
from core.preparation.day_sheet import DaySheet
from core.preparation.story_bank import Length, StoryView
from core.preparation.values import (
    Fact,
    FactTopic,
    Known,
    Proof,
    Question,
    Round,
    Statement,
    Story,
    Subject,
    Telling,
)
from core.reflection.friends import FriendView
from core.use_cases.hearers import Hearer, Hearers
from gui.dialogs.day_words import DayWordsDialog
from gui.dialogs.fact import FactDialog
from gui.dialogs.friends_view import FriendsViewDialog
from gui.dialogs.heard import HeardDialog
from gui.dialogs.proof import ProofDialog
from gui.dialogs.question import AskedDialog, QuestionDialog
from gui.dialogs.said import SaidDialog
from gui.dialogs.story import StoryDialog
from gui.theme import Theme
from gui.widgets.dialog import Dialog
from tests.gui.pages.world import World

LONG = "It began with a ship that came too late, and with nobody who knew it. " * 12
STORY = Story(
    key="s", title=LONG[:120], situation=LONG, task=LONG, action=LONG, result=LONG, seconds=95
)
QUESTION = Question(key="q", text=LONG[:240], asked="r", answer=LONG)


def _rounds(world: World) -> tuple[Hearers, ...]:
    return (
        Hearers(
            interview_id=1,
            key="r",
            application_id=world.add().application_id,
            company="Halvorsen Maritime",
            number=1,
            begun=True,
            people=(Hearer(id=1, key="p", name="Dr. Ingrid van der Berg"),),
        ),
    )


def story(theme: Theme, world: World, window: QWidget) -> Dialog:
    return StoryDialog(theme, world, STORY, window)


def heard(theme: Theme, world: World, window: QWidget) -> Dialog:
    telling = Telling(story="s", round="r", company="Acme", round_number=1, at=world.instant)
    view = StoryView(
        story=STORY, missing=(), seconds=95, measured=True, length=Length.FITS, heard=(telling,) * 9
    )
    return HeardDialog(theme, world, view, _rounds(world), window)


def proof(theme: Theme, world: World, window: QWidget) -> Dialog:
    known = Proof(key="d", demand=LONG[:200], proof=LONG)
    return ProofDialog(theme, world, world.add().application_id, (STORY,), known, parent=window)


def question(theme: Theme, world: World, window: QWidget) -> Dialog:
    return QuestionDialog(theme, world, QUESTION, window)


def asked(theme: Theme, world: World, window: QWidget) -> Dialog:
    return AskedDialog(theme, world, QUESTION, _rounds(world), window)


def said(theme: Theme, world: World, window: QWidget) -> Dialog:
    rounds = _rounds(world)
    known = Statement(key="t", subject=Subject.SALARY, text=LONG, at=world.instant)
    return SaidDialog(theme, world, rounds[0].application_id, rounds, known, window)


def fact(theme: Theme, world: World, window: QWidget) -> Dialog:
    known = Fact(key="f", topic=FactTopic.RESULTS, value=LONG, source=LONG[:200])
    owner = world.add().application_id
    return FactDialog(theme, world, owner, FactTopic.RESULTS, known, window)


def day_words(theme: Theme, world: World, window: QWidget) -> Dialog:
    stored = world.add(days=1)
    card = world.detail(stored.application_id).interviews[0]
    round_ = Round(
        key=card.uid,
        company="Halvorsen Maritime",
        number=1,
        mode=Mode.ONSITE,
        start=card.start,
        end=card.end,
        zone=card.zone,
    )
    today = world.instant.astimezone(ZoneInfo(card.zone)).date()
    known = Known(round=round_, today=today, stories=(STORY,) * 3)
    sheet = DaySheet(
        company="Halvorsen Maritime",
        role="Operations Planner",
        round_number=1,
        mode=Mode.ONSITE,
        start=card.start,
        end=card.end,
        zone=card.zone,
    )
    return DayWordsDialog(theme, world, card.id, known, sheet, window)


def friends_view(theme: Theme, _world: World, window: QWidget) -> Dialog:
    view = FriendView(key="v", friend="Maya", strength=LONG, suggestion=LONG, rest=LONG)
    return FriendsViewDialog(theme, view, window)


NOTES = [story, heard, proof, question, asked, said, fact, day_words, friends_view]
