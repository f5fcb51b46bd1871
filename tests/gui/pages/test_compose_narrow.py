"""The composer in a small window: nothing is cut that has room elsewhere."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.compose.checking import Checking
from gui.compose.examiner import DraftExaminer
from gui.pages.compose import ComposePage
from gui.theme import Theme
from gui.widgets.recipient_chips import Recipient, RecipientChips
from tests.gui.pages.compose_stage import open_kind
from tests.gui.pages.world import World

INGRID = Recipient(id="i", name="Dr. Ingrid van der Berg", monogram="IB")
TOMAS = Recipient(id="t", name="Mr. Tomas Okafor", monogram="TO")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> Iterator[ComposePage]:
    page = ComposePage(theme, world, Checking(DraftExaminer, world.paths.playbook))
    qtbot.addWidget(page)
    page.resize(692, 600)
    page.show()
    application = world.add().application_id
    open_kind(page, world, application, "M1", (world.detail(application).people[0].id,))
    yield page
    page.close_down()


def test_asking_how_high_the_chips_would_be_moves_none(theme: Theme, qtbot: QtBot) -> None:
    chips = RecipientChips(theme)
    qtbot.addWidget(chips)
    chips.show_people((INGRID, TOMAS), ("i",))
    chips.resize(150, 80)
    chips.show()

    one_line = chips.heightForWidth(600)

    assert chips.heightForWidth(150) > one_line
    assert chips.rect().contains(chips.add.geometry())


def test_a_subject_is_read_from_its_beginning(page: ComposePage) -> None:
    assert page.card.subject.cursorPosition() == 0


def test_names_go_before_the_usual_way(page: ComposePage) -> None:
    """Of an e-mail nobody needs to be told that it is one; a letter by another way says so."""
    page.card.narrow(narrow=True)
    assert not page.card.channel.isVisible()
    assert page.card.attach.accessibleName() == "Attach a file"

    page.card.show_channel("Facebook")

    assert page.card.channel.isVisible()


def test_the_deadline_is_not_cut_by_the_buttons_above_it(page: ComposePage) -> None:
    page.header.show_persons((("a", "Ingrid van der Berg"), ("b", "Tomas Okafor")), "a")

    assert page.header.sentence.text().endswith("15:00 today.")
    assert page.header.sentence.mapTo(page, page.header.sentence.rect().topLeft()).y() >= (
        page.header.more.mapTo(page, page.header.more.rect().bottomLeft()).y()
    )
