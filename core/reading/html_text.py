"""The words of an HTML mail as plain text. Hostile input: one pass, whatever it holds."""

import html
import re

_TAG = re.compile(r"/?([a-zA-Z][a-zA-Z0-9]{0,20})")
_UNSHOWN = frozenset({"head", "script", "style", "title"})
_BLOCKS = frozenset(
    {
        *("address", "article", "blockquote", "br", "div", "dl", "dt", "footer", "form", "h1"),
        *("h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section"),
        *("table", "td", "tr", "ul"),
    }
)
_BREAK = "\n"


def text_of_html(source: str) -> str:
    """The text that a reader sees, block by block. What is quoted as a block is left out."""
    small = source.lower()
    pieces: list[str] = []
    at = quoted = 0
    while at < len(source):
        opens = source.find("<", at)
        if opens < 0:
            opens = len(source)
        if not quoted:
            pieces.append(re.sub(r"\s+", " ", html.unescape(source[at:opens])))
        name, at = _tag_at(source, small, opens)
        if at == opens + 1 and not quoted and opens < len(source):
            pieces.append("<")  # no tag
        if name.lstrip("/") == "blockquote":
            quoted = max(quoted + (-1 if name.startswith("/") else 1), 0)
        if name.lstrip("/") in _BLOCKS and not (pieces and pieces[-1] == _BREAK and name[0] == "/"):
            pieces.append(_BREAK)
    return _tidy("".join(pieces))


def _tag_at(source: str, small: str, opens: int) -> tuple[str, int]:
    """The name of the tag that opens there, in small letters, and where the text goes on."""
    if small.startswith("<!--", opens):
        return "", _behind(small, "-->", opens)
    if small.startswith(("<!", "<?"), opens):
        return "", _behind(small, ">", opens)
    found = _TAG.match(source, opens + 1)
    if found is None:
        return "", opens + 1
    name = found.group().lower()
    behind = _behind(small, ">", opens)
    if name in _UNSHOWN:
        behind = _behind(small, f"</{name}", behind)
        behind = _behind(small, ">", behind)
    return name, behind


def _behind(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)


def _tidy(text: str) -> str:
    lines = [line.strip() for line in text.replace("\u00a0", " ").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
