"""What is sent to an endpoint that helps with wording, and what its answer says.

The interface is the one that OpenAI made usual, "chat completions": streamed as server-sent events,
or, from servers that cannot do that, as one JSON object. An answer is hostile until it is read.
"""

import json
from collections.abc import Mapping
from typing import TypeGuard

from core.exchange.event_stream import EventStream, EventTooLong
from core.exchange.json_text import JsonError, parse_json
from core.plain_text import one_line, without_hidden
from core.refusal import Refusal

LARGEST_ANSWER = 2_000_000
"""Bytes on the line, for one suggestion."""
LONGEST_TEXT = 20_000
"""Characters; no letter of a job search comes near."""
LARGEST_ERROR = 65_536
"""Bytes of an answer that says why not."""
_LONGEST_REASON = 160
_MARK = b"\xef\xbb\xbf"
_DONE = "[DONE]"
_THOUGHTS, _THOUGHTS_END = "<think>", "</think>"

UNTOUCHED = "Your draft is as it was."
NO_ANSWER = f"What came is no answer of a model. {UNTOUCHED} Look at its address in Settings, Drafting help."
TOO_MUCH = f"The answer had no end, so it was stopped. {UNTOUCHED} Try another model."
EMPTY = f"The model answered with nothing. {UNTOUCHED} Try again, or another model."
BROKEN_OFF = f"The answer broke off before its end. {UNTOUCHED} Try again."
CUT_SHORT = "The model stopped before the end: its own limit was reached. The end is missing."
HELD_BACK = "The model's own filter held a part of the answer back."
_ENDS = {"length": CUT_SHORT, "content_filter": HELD_BACK}


class HelperTrouble(Refusal):
    """No suggestion, or only a part of one. The sentence says why, and what to do."""


def question(model: str, text: str) -> bytes:
    """The body of the request. It holds the text as it was shown, the model's name, no more."""
    content: dict[str, object] = {
        "messages": [{"role": "user", "content": text}],
        "stream": True,
    }
    if model:
        content["model"] = model
    return json.dumps(content, ensure_ascii=False).encode()


class Answer:
    """An answer as it comes. `text` is the suggestion so far; `note` what its reader should know."""

    def __init__(self) -> None:
        self.note = ""
        self._stream = EventStream()
        self._whole = bytearray()
        self._streamed: bool | None = None
        self._taken = 0
        self._raw = ""
        self._over = False

    @property
    def text(self) -> str:
        """The suggestion, without what some models think aloud before it."""
        told = without_hidden(_sound(self._raw)).lstrip()
        if told.startswith(_THOUGHTS):
            told = told.partition(_THOUGHTS_END)[2].lstrip()
        elif _THOUGHTS.startswith(told):
            told = ""  # so few letters that more may make thoughts of them
        return told.rstrip()

    @property
    def over(self) -> bool:
        """Whether the model said that this was all; what comes after it is not read."""
        return self._over

    def take(self, piece: bytes) -> None:
        """Read on. Raises `HelperTrouble`; `text` stays what was understood until then."""
        self._taken += len(piece)
        if self._taken > LARGEST_ANSWER:
            raise HelperTrouble(TOO_MUCH)
        if self._over:
            return
        if self._streamed is None:
            piece = self._recognise(piece)
        if self._streamed:
            self._take_events(piece)
        elif self._streamed is False:
            self._whole += piece

    def end(self) -> None:
        """The line has ended. Raises `HelperTrouble` where that was too early, or nothing came."""
        if self._streamed is False:
            self._take_whole()
        if not self._over:
            raise HelperTrouble(BROKEN_OFF if self._raw else NO_ANSWER)
        if not self.text:
            raise HelperTrouble(EMPTY)

    def _recognise(self, piece: bytes) -> bytes:
        """Whether it is one object or a stream of events, by its first sign."""
        self._whole += piece
        begun = bytes(self._whole).removeprefix(_MARK).lstrip()
        if _MARK.startswith(begun):
            return b""
        if begun[:1] in (b"<", b"["):
            raise HelperTrouble(NO_ANSWER)
        self._streamed = begun[:1] != b"{"
        self._whole.clear()
        return begun

    def _take_events(self, piece: bytes) -> None:
        try:
            for data in self._stream.take(piece):
                self._take_event(data)
                if self._over:
                    return
        except EventTooLong as error:
            raise HelperTrouble(TOO_MUCH) from error
        except UnicodeDecodeError as error:
            raise HelperTrouble(NO_ANSWER) from error

    def _take_event(self, data: str) -> None:
        if data.strip() == _DONE:
            self._over = True
            return
        choice = _choice(_object(data))
        self._add(_text_in(choice.get("delta")))
        self._note_end(choice.get("finish_reason"))

    def _take_whole(self) -> None:
        try:
            text = bytes(self._whole).decode()
        except UnicodeDecodeError as error:
            raise HelperTrouble(NO_ANSWER) from error
        choice = _choice(_object(text))
        if not choice:
            raise HelperTrouble(NO_ANSWER)
        self._over = True
        self._add(_text_in(choice.get("message")))
        self._note_end(choice.get("finish_reason"))

    def _add(self, text: str) -> None:
        self._raw += text
        if len(self._raw) > LONGEST_TEXT:
            self._raw = self._raw[:LONGEST_TEXT]
            raise HelperTrouble(TOO_MUCH)

    def _note_end(self, reason: object) -> None:
        """Servers that name a reason need not say more, though most do."""
        if isinstance(reason, str) and reason:
            self._over = True
            self.note = _ENDS.get(reason, "")


def reason_in(body: bytes) -> str:
    """What an answer that says no gives as its reason, in one line; empty where it gives none."""
    try:
        content = parse_json(body[:LARGEST_ERROR].decode())
    except (JsonError, UnicodeDecodeError):
        return ""
    return _reason(content)


def _object(text: str) -> Mapping[str, object]:
    """A JSON object that is no error."""
    try:
        content = parse_json(text)
    except JsonError as error:
        raise HelperTrouble(NO_ANSWER) from error
    if not isinstance(content, dict):
        raise HelperTrouble(NO_ANSWER)
    if content.get("error"):
        reason = _reason(content)
        said = f" It said: “{reason}”." if reason else ""
        raise HelperTrouble(f"The model gave up.{said} {UNTOUCHED} Try again.")
    return content


def _choice(content: Mapping[str, object]) -> Mapping[str, object]:
    """The first of the answers, of which one was asked for; empty in an event about other things."""
    choices = content.get("choices", [])
    first: object = {} if choices == [] else choices[0] if isinstance(choices, list) else None
    if not isinstance(first, dict):
        raise HelperTrouble(NO_ANSWER)
    return first


def _text_in(part: object) -> str:
    """Some servers give the content in pieces of several kinds, of which only texts count."""
    content: object = part.get("content") if isinstance(part, dict) else None
    pieces = content if isinstance(content, list) else [{"type": "text", "text": content}]
    texts = (piece.get("text") for piece in pieces if _is_text(piece))
    return "".join(text for text in texts if isinstance(text, str))


def _is_text(piece: object) -> TypeGuard[dict[str, object]]:
    return isinstance(piece, dict) and piece.get("type") == "text"


def _sound(text: str) -> str:
    """The text with its halves of characters joined, and a sign for those that stand alone."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _reason(content: object) -> str:
    """Servers differ: the reason stands under one of these keys, at the top or one below."""
    for _ in range(3):
        if isinstance(content, str):
            return _tidy(content)
        if not isinstance(content, dict):
            return ""
        keys = ("error", "message", "detail")
        content = next((content[key] for key in keys if content.get(key)), None)
    return _tidy(content) if isinstance(content, str) else ""


def _tidy(reason: str) -> str:
    return one_line(_sound(reason), _LONGEST_REASON).rstrip(".")
