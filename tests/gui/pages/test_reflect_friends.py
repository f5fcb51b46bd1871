"""A friend's view: exactly what is shown leaves, and what comes back stands beside one's own answers."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.reflection import answers as a
from core.reflection.friends import LONGEST_REPLY, empty_reply
from gui.dialogs.friends_view import FriendsViewDialog
from gui.reflect.friends_part import CAME, FriendsPart
from gui.theme import Theme
from gui.widgets.labels import Label
from tests.gui.pages.reflect_stage import FULL, Stage
from tests.gui.pages.world import World, nameless

REPLY = """Your name: Amara

A strength you heard:
You stay calm, and you think aloud.

One moment, and its situation:
The tide question

One suggestion:
Begin with the result.
"""


@pytest.fixture
def stage(theme: Theme, world: World) -> Iterator[Stage]:
    stage = Stage(theme, world)
    yield stage
    stage.close()


@pytest.fixture
def friends(stage: Stage) -> FriendsPart:
    """The part for friends, of a reflection that names people in its account."""
    stage.begin(FULL)
    sitting = stage.page.sitting
    sitting.accept("Q1")
    rows = (a.TaggedRow(key="k1", text="Mr Okafor: why us?"),)
    sitting.take("Q2", a.TaggedListAnswer(rows=rows))
    sitting.take("Q7", a.TextAnswer(text="Dr. van der Berg asked more than Tomas Okafor did."))
    sitting.take("Q9", a.NumberAnswer(value=3))
    sitting.take(
        "Q10", a.ListAnswer(rows=(a.ListRow(key="k1", text="I asked Ingrid for a moment"),))
    )
    sitting.take("Q20", a.TextAnswer(text="They doubted my health"))
    stage.page.aside.friends.click()
    part = stage.page.walk.ends.friends
    assert part is not None
    return part


def saved(qtbot: QtBot, friends: FriendsPart, file: Path) -> Path:
    with qtbot.waitSignal(friends.said):
        friends.leaving.save(file)
    return file


def in_pdf(file: Path) -> str:
    """All words of a PDF, one space between them, ligatures as letters."""
    text = " ".join(page.extract_text() for page in PdfReader(file).pages)
    return " ".join(unicodedata.normalize("NFKC", text).split())


def test_the_pdf_says_what_the_preview_says_and_nothing_beyond(
    friends: FriendsPart, qtbot: QtBot, tmp_path: Path
) -> None:
    file = saved(qtbot, friends, tmp_path / "page.pdf")
    assert in_pdf(file) == " ".join(friends.leaving.text.split())
    metadata = PdfReader(file).metadata
    assert metadata is not None
    assert metadata.title == "An interview: Operations Planner, first round, on site"
    assert not metadata.author
    assert b"Berg" not in file.read_bytes()


def test_the_text_file_and_the_clipboard_hold_the_preview_letter_for_letter(
    friends: FriendsPart, qtbot: QtBot, tmp_path: Path
) -> None:
    file = saved(qtbot, friends, tmp_path / "page.txt")
    assert file.read_text(encoding="utf-8") == friends.leaving.text
    friends.leaving.copy.click()
    assert QGuiApplication.clipboard().text() == friends.leaving.text


def test_the_people_are_initials_and_what_is_private_stays_here(friends: FriendsPart) -> None:
    text = friends.leaving.text
    assert "I met I. B., T. O." in text
    for name in ("Ingrid", "Berg", "Tomas", "Okafor", "Halvorsen", "health"):
        assert name not in text
    assert "3" not in text.replace("B.", "")


def test_a_page_that_takes_two_is_whole_on_both(
    stage: Stage, friends: FriendsPart, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = tuple(a.ListRow(key=f"k{n}", text=f"Thing {n} went well " * 6) for n in range(60))
    stage.page.sitting.take("Q10", a.ListAnswer(rows=rows))
    stage.page.walk.ends.show_friends()
    file = saved(qtbot, friends, tmp_path / "page.pdf")
    assert len(PdfReader(file).pages) > 1
    assert in_pdf(file) == " ".join(friends.leaving.text.split())


def test_a_place_that_cannot_be_written_is_told(
    friends: FriendsPart, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(friends.said) as said:
        friends.leaving.save(tmp_path / "nowhere" / "page.pdf")
    assert "cannot be written" in said.args[0]


def test_a_reply_is_pasted_and_kept_beside_ones_own_answers(
    stage: Stage, friends: FriendsPart
) -> None:
    before = dict(stage.page.sitting.answers)
    friends.show_way(CAME)
    friends.replies.field.text = REPLY
    friends.replies.keep.click()
    (kept,) = stage.stored().views
    assert (kept.view.friend, kept.view.suggestion) == ("Amara", "Begin with the result.")
    assert [card.name.text() for card in friends.replies.cards] == ["Amara"]
    assert friends.replies.field.text == ""
    assert not friends.replies.notes.isVisible()
    assert stage.page.sitting.answers == before
    assert "Q22" not in stage.stored().answers


def test_several_friends_stand_side_by_side(stage: Stage, friends: FriendsPart) -> None:
    friends.take_reply(REPLY)
    friends.take_reply(REPLY.replace("Amara", "Ben").replace("calm", "warm"))
    assert [card.name.text() for card in friends.replies.cards] == ["Amara", "Ben"]
    friends.show_way(CAME)
    assert nameless(stage.page) == []


def test_a_reply_that_was_changed_by_hand_says_what_was_not_found(
    stage: Stage, friends: FriendsPart
) -> None:
    friends.take_reply("> Strength: patience\n\nand greetings from Lisbon")
    assert friends.replies.notes.text().startswith("No suggestion was found.")
    friends.take_reply("You were great!")
    assert friends.replies.notes.text().startswith("None of the headings were found in this text.")
    assert [kept.view.rest for kept in stage.stored().views] == ["", "You were great!"]


def test_what_stands_in_the_wrong_place_is_put_right(stage: Stage, friends: FriendsPart) -> None:
    friends.take_reply("You were calm.")
    friends.replies.cards[0].edit.click()
    dialog = stage.page.window().findChild(FriendsViewDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    dialog.friend.setText("Ben")
    dialog.fields["strength"].text = "You were calm."
    dialog.fields["rest"].text = ""
    dialog.main.click()
    (kept,) = stage.stored().views
    assert (kept.view.friend, kept.view.strength, kept.view.rest) == ("Ben", "You were calm.", "")
    assert [card.name.text() for card in friends.replies.cards] == ["Ben"]


def test_the_page_that_comes_back_quoted_is_not_the_friends_own_words(
    stage: Stage, friends: FriendsPart
) -> None:
    quoted = "\n".join(f"> {line}" for line in friends.leaving.text.split("\n"))
    friends.take_reply(f"{quoted}\n{REPLY}")
    (kept,) = stage.stored().views
    assert kept.view.friend == "Amara"
    assert kept.view.rest == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("   ", "There is nothing in this reply yet. Nothing was stored."),
        (empty_reply(), "There is nothing in this reply yet. Nothing was stored."),
        ("x" * (LONGEST_REPLY + 1), "This text has more than 200,000 characters"),
    ],
)
def test_what_is_no_reply_is_refused_in_words(
    stage: Stage, friends: FriendsPart, text: str, sentence: str
) -> None:
    friends.take_reply(text)
    assert friends.replies.notes.text().startswith(sentence)
    assert stage.stored().views == ()


def test_a_file_is_dropped_and_read(stage: Stage, friends: FriendsPart, tmp_path: Path) -> None:
    file = tmp_path / "amara.txt"
    file.write_text(REPLY, encoding="utf-8")
    drop(friends, file)
    assert [kept.view.friend for kept in stage.stored().views] == ["Amara"]


def test_a_file_over_the_field_is_read_as_beside_it(friends: FriendsPart) -> None:
    friends.show_way(CAME)
    under: QWidget | None = friends.replies.field.edit.viewport()
    while under is not None and not under.acceptDrops():
        under = under.parentWidget()
    assert under is friends.replies.viewport()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b"x" * 900_000, "larger than"),
        (None, "is not there"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    stage: Stage, friends: FriendsPart, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "amara.txt"
    if content is not None:
        file.write_bytes(content)
    drop(friends, file)
    assert sentence in friends.replies.notes.text()
    assert stage.stored().views == ()


def test_with_little_room_nothing_of_the_page_that_leaves_is_cut(
    stage: Stage, friends: FriendsPart
) -> None:
    stage.page.resize(512, 400)
    QApplication.processEvents()
    leaving = friends.leaving
    for label in leaving.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width())
    assert leaving.preview.height() >= 5 * leaving.preview.fontMetrics().lineSpacing()
    assert leaving.verticalScrollBar().maximum() > 0


def test_a_reply_is_removed_and_undo_brings_it_back(stage: Stage, friends: FriendsPart) -> None:
    friends.take_reply(REPLY)
    friends.replies.cards[0].remove.click()
    assert friends.replies.cards == []
    stage.world.undo_last()
    assert [card.name.text() for card in friends.replies.cards] == ["Amara"]


def test_what_friends_suggest_is_offered_as_a_task_with_their_name(
    stage: Stage, friends: FriendsPart
) -> None:
    friends.take_reply(REPLY)
    stage.page.sitting.set_path(stage.page.sitting.path.SHORT)
    stage.three_minutes()
    row = next(row for row in stage.page.walk.ends.ending.rows if row.from_friend)
    assert row.field.text == "Begin with the result."
    captions = [label.text() for label in row.findChildren(Label)]
    assert "From Amara, “A friend's suggestion”" in captions


def drop(friends: FriendsPart, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    friends.replies.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
