"""Making fixes: other words in the place of some, or taking some out so that the rest still reads."""

from core.checks.finding import Edit, Field, Fix, Span

_BLANKS = " \t"
_JOINS = ",;:"


def replacing(field: Field, text: str, span: Span, words: str) -> Fix:
    """Put words in the place of a span, with a capital where a sentence begins with them."""
    if words[:1].islower() and text[span.start].isupper() and _begins_sentence(text, span.start):
        words = words[0].upper() + words[1:]
    return Fix(text=words, edits=(Edit(field=field, span=span, text=words),))


def removing(field: Field, text: str, span: Span) -> Fix:
    """Take a span out, with the blanks, and the comma, that would be left over."""
    start, end = span.start, span.end
    capital = text[start : start + 1].isupper() and _begins_sentence(text, start)
    while text[end : end + 1] and text[end] in _BLANKS:
        end += 1
    if capital and text[end : end + 1] in set(_JOINS):
        end += 1
        while text[end : end + 1] and text[end] in _BLANKS:
            end += 1
    if _stops(text, end):
        while start > 0 and text[start - 1] in _BLANKS:
            start -= 1
    put = ""
    if capital and text[end : end + 1].islower():
        put = text[end].upper()
        end += 1
    return Fix(edits=(Edit(field=field, span=Span(start, end), text=put),))


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(_BLANKS)[-1:]
    return before in {"", "\n", ".", "?", "!", "…"}


def _stops(text: str, end: int) -> bool:
    """Whether nothing, or a sign that follows a word without a blank, stands here."""
    return text[end : end + 1] in {"", "\n", "\r", ".", ",", ";", ":", "?", "!", ")"}
