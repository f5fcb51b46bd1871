"""Tooltips that show their text as it is: Qt reads any text with a tag in it as HTML, whoever wrote it."""

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """The tooltip that shows `text`; what came with a mail loads no picture, and hides nothing."""
    if not Qt.mightBeRichText(text):
        return text
    from html import escape  # rarely needed, and not at the start

    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'
