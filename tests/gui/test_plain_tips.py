"""Tooltips show their text as it is."""

import pytest
from PySide6.QtGui import QTextDocument

from gui.plain_tips import plain_tip


@pytest.mark.parametrize("text", ["", "Two\nlines", "1 < 2 & 3 > 2", "Köln"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain_tip(text) == text


@pytest.mark.parametrize(
    "text", ["<b>bold</b>", "a <img src='x'>\n  b & c", "<script>x</script>", "<p>&lt;b&gt;</p>"]
)
def test_what_looks_like_html_is_shown_letter_by_letter(text: str) -> None:
    shown = QTextDocument()
    shown.setHtml(plain_tip(text))
    assert shown.toPlainText().replace("\u2028", "\n") == text
