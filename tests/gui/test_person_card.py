"""The card of one person holds whatever was typed into it."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.content import resource
from gui.theme import Theme
from gui.widgets.labels import Label
from gui.widgets.person_card import CardText, PersonCard

ADDRESS = f"{'christopher.' * 6}vandenberg@halvorsen-maritime.example"
MET = "Second round, third round and fourth round, and then the one with everybody"


def test_a_long_address_is_cut_alone_and_leaves_the_other_lines_whole(
    qapp: QApplication, qtbot: QtBot
) -> None:
    card = PersonCard(Theme(qapp, resource(".")))
    qtbot.addWidget(card)
    card.setFixedWidth(320)
    card.show_text(
        CardText(
            name="N" * 500,
            monogram="N",
            about="y" * 400,
            note="spelling confirmed",
            icon="circle-check",
            ink="moss",
            facts=(("Met", MET), ("E-mail", ADDRESS)),
        )
    )
    card.show()
    qapp.processEvents()
    values = {label.text(): label for label in card.findChildren(Label)}
    for words in (MET, ADDRESS):
        whole = values[words].parentWidget()
        assert whole is not None
        assert whole.geometry().right() <= card.contentsRect().right() - 20
        assert whole.rect().contains(values[words].geometry())
    met = values[MET]
    assert met.height() >= met.heightForWidth(met.width()) > met.fontMetrics().height()
    assert values[ADDRESS].toolTip() == ADDRESS
    assert card.sizeHint().height() < 600
