"""Type for PDFs that people copy from."""

from PySide6.QtGui import QFont

JOINED_FORMS = ("calt", "clig", "liga")
"""Forms that a type puts in the place of others: a reader that copies them finds other letters."""


def copyable(font: QFont) -> QFont:
    """The same type, set letter for letter."""
    plain = QFont(font)
    for feature in JOINED_FORMS:
        plain.setFeature(QFont.Tag(feature), 0)
    return plain
