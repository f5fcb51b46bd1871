"""Finding the salutation and the closing of a letter, in the languages in which people write."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.checks.finding import Span

GREETING = re.compile(
    r"(?:to whom it (?:may )?concerns?|attention|esteemed|respected"
    r"|to the(?= (?:[\w-]+ ){0,3}(?:committee|panel|team|board|department|office|jury|manag(?:er|ement))\b)"
    r"|good (?:morning|afternoon|evening|day)|my dear|dearest|dear|hi(?: there)?"
    r"|hello(?: there)?|hey(?: there)?|hiya|howdy|greetings|sehr geehrte[rs]?|sehr verehrte[rs]?|geehrte[rs]?"
    r"|liebe[rs]?|hallo|guten (?:tag|morgen|abend)|moin|servus|grüß gott|grüezi|bonjour|bonsoir|salut"
    r"|chers|chères|chère|cher|(?:mon|ma) ch(?:er|ère)|estimad[oa]s?|querid[oa]s?|apreciad[oa]s?|distinguid[oa]s?"
    r"|hola|buen(?:os|as) (?:días|tardes|noches)|buen día|muy señor(?:a|es)?(?: m[ií][oa]s?| nuestr[oa]s?)?"
    r"|gentil(?:e|issim[oa])|egregi[oa]|car[oaie]|ciao|buongiorno|buonasera|prezad[oa]s?|car[oa]s?|olá|bom dia|boa tarde"
    r"|beste|geachte|lieve|hoi|goedemorgen|goedemiddag|goedendag|kære|hej|hejsan|kjære|hei|bästa|god (?:morgon|morgen|dag)"
    r"|szanown[yai]|drog[ia]|dzień dobry|vážen[ýáí]|dobrý den|tisztelt|kedves|stimat[eă]|dragă|sayın|merhaba|namaste|kia ora|aloha|ahoj|cześć|halló|sæl[l]?|hyvä|arvoisa|terve|tere|sveiki|labas|zdravo|pozdrav"
    r"|shalom|salam|salaam|as-?salam[u]? alaikum|konnichiwa|dobar dan|živjo|здравствуйте|привет|уважаем(?:ый|ая|ые)|γεια σας|αγαπητ(?:έ|ή)|こんにちは|您好|你好"
    r"|madame|monsieur|mesdames|messieurs|mademoiselle)(?!\w)",
    re.IGNORECASE,
)
"""The words with which a salutation begins. It is matched at the start of a line."""

_COLLECTIVE = re.compile(
    r"(?:(?:hiring|recruiting|recruitment|search|selection|whole|entire|interview)\s+)*"
    r"(?:team|all|everyone|everybody|both|committee|panel|manager|sir|madam|sirs)(?!\w)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:with |many |my )?(?:kind|kindest|best|warm|warmest|friendly|cordial|sincere)(?: personal)? (?:regards|wishes|greetings)"
    r"(?: from \w+)?|with (?:all )?(?:best|kind|warm|good|many|sincere|renewed)? ?(?:regards|wishes|thanks|appreciation|gratitude)"
    r"|regards|best|all (?:the|my) best|warmly|sincerely(?: yours)?|(?:yours|very) (?:very )?(?:sincerely|truly|faithfully|respectfully|cordially)(?: yours)?"
    r"|yours|respectfully(?: yours)?|cordially|gratefully|thankfully|cheers|take care|(?:many |with )?(?:thanks|thank you)(?: again| so much| very much| in advance)?"
    r"|(?:mit|viele|beste|herzliche|liebe|schöne|freundliche)n? (?:\w+en )?(?:grüße[n]?|grüsse[n]?|dank|gruß|gruss|empfehlungen)(?: aus \w+)?"
    r"|hochachtungsvoll|herzlich(?:st)?|(?:bien )?(?:cordialement|sincèrement|respectueusement)|bien à (?:vous|toi)|(?:très )?cordialement|meilleures salutations"
    r"|(?:avec (?:mes|tous mes) )?remerciements|salutations distinguées|(?:un |muchos )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?|atentamente|muy atentamente"
    r"|atte|cordialmente|gracias(?: de nuevo)?|muchas gracias|cordiali saluti|distinti saluti|un caro saluto|saluti|atenciosamente|cumprimentos|abraços"
    r"|(?:met )?(?:vriendelijke|hartelijke|beste) groeten?|(?:med )?(?:vänliga?|venlig|vennlig|bästa|beste) (?:hälsningar?|hilsen)|hälsningar|hilsen"
    r"|z poważaniem|pozdrawiam|s pozdravem|üdvözlettel)(?!\w)[,.!–—-]*[ \t]*",
    re.IGNORECASE,
)
_THANKS = ("thank", "gracias", "muchas gracias")
"""Words that close a letter only in a line of their own, with no full stop."""
_SEPARATOR = re.compile(r"--[ \t]*\r?$")
_PART_OF_ADDRESS = re.compile(
    r"[,:;!–—]|(?<=\s)-(?=\s)|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\b\w)[.?](?=\s|$)"
)
_LONGEST_LINE_OF_GREETING = 14
_LONGEST_LINE_OF_CLOSING = 8
_LINES_OF_CLOSING = 12
_PARTICLES = frozenset(
    [
        *("von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "la", "le"),
        *("du", "und", "and", "et", "y", "e", "ter", "ten", "bin", "al", "el", "zu"),
    ]
)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def find_salutation(body: str) -> Span | None:
    """The salutation at the head of a body, its comma included; None where there is none.

    It may share its line with the first sentence, and may take several lines.
    """
    lines = _first_lines(body, 4)
    end = _end_of_greeting(lines[0]) if lines else None
    if end is None:
        return None
    first = last = lines[0]
    for line in lines[1:]:
        if end < last.end or not GREETING.match(line.text) or not _is_whole_line(line):
            break
        last, end = line, line.end
    return Span(first.start, end)


def find_closing(body: str, begin: int, name: str = "", signature: str = "") -> Span | None:
    """The closing words and the signature at the foot of a body, not before `begin`."""
    end = len(body.rstrip())
    starts = [_start_of_phrase(body, begin, end), _start_of_signature(body, begin, name, signature)]
    known = [start for start in starts if start is not None]
    return Span(min(known), end) if known and min(known) < end else None


def _first_lines(body: str, count: int) -> list[_Line]:
    """The first lines that hold something, without the blanks around them."""
    lines: list[_Line] = []
    at = 0
    while at <= len(body) and len(lines) < count:
        stop = body.find("\n", at)
        stop = len(body) if stop < 0 else stop
        inner = body[at:stop].strip()
        if inner:
            lines.append(_Line(inner, body.index(inner[0], at)))
        at = stop + 1
    return lines


def _end_of_greeting(line: _Line) -> int | None:
    match = GREETING.match(line.text)
    if match is None:
        return line.end if _names_alone(line.text) else None
    if _is_whole_line(line):
        return line.end
    return line.start + _end_within(line.text[:300], match.end())


def _is_whole_line(line: _Line) -> bool:
    """Whether nothing but the salutation stands in a line: it is short, and is no sentence."""
    if len(line.text) > 200 or len(line.text.split()) > _LONGEST_LINE_OF_GREETING:
        return False
    inside = line.text.rstrip(" ,:;!.–—-")
    cuts = [m.end() for m in _PART_OF_ADDRESS.finditer(inside)]
    return all(_is_address(inside[cut:]) for cut in cuts)


def _end_within(text: str, greeted: int) -> int:
    """Where the salutation ends in a line that goes on with a sentence."""
    end = None
    for match in _PART_OF_ADDRESS.finditer(text, greeted):
        end = match.end()
        following = _PART_OF_ADDRESS.search(text, end)
        stretch = text[end : following.start()] if following else ""
        empty = not text[greeted : match.start()].strip()
        if not (empty or (stretch.strip() and _is_address(stretch))):
            break
    return greeted if end is None else end


def _is_address(stretch: str) -> bool:
    """Whether some words after a comma go on addressing: a name, or another greeting."""
    words = stretch.split()
    if not words or GREETING.match(stretch.strip()) or _COLLECTIVE.match(stretch.strip()):
        return len(words) <= 5
    return len(words) <= 5 and all(
        word[0].isupper() or word.strip(".,").casefold() in _PARTICLES for word in words
    )


def _names_alone(text: str) -> bool:
    """ "Anna," or "Dr. van der Berg:" in a line of its own."""
    if len(text) > 80 or not text.endswith((",", ":", ",–")):
        return False
    return not _CLOSING.match(text) and all(_is_address(part) for part in text[:-1].split(","))


def _start_of_phrase(body: str, begin: int, end: int) -> int | None:
    """The first closing phrase after which only short lines come."""
    found = None
    for line in _last_lines(body, begin, end):
        if len(line.text.split()) > _LONGEST_LINE_OF_CLOSING:
            break
        if _SEPARATOR.match(line.text) or _closes(line.text):
            found = line.start
    if found is not None:
        return found
    return _phrase_within(body, begin, end)


def _phrase_within(body: str, begin: int, end: int) -> int | None:
    """A closing phrase that shares its line with the last sentence, as in short notes."""
    tail = max(begin, end - 80)
    for match in re.finditer(r"(?<=[.!?])[ \t]+(?=\w)", body[tail:end]):
        if _closes(body[tail + match.end() : end].partition("\n")[0].rstrip()):
            return tail + match.end()
    return None


def _closes(line: str) -> bool:
    match = _CLOSING.match(line)
    if match is None:
        return False
    rest, phrase = line[match.end() :].strip(), match.group().rstrip()
    thanks = phrase.casefold().startswith(_THANKS)
    if not rest:
        return not (phrase.endswith(("!", ".")) and (thanks or " " not in phrase))
    return not thanks and phrase.endswith((",", "–", "—", "-")) and _is_address(rest.rstrip("."))


def _last_lines(body: str, begin: int, end: int) -> Sequence[_Line]:
    """The last lines that hold something, from the foot upwards."""
    lines: list[_Line] = []
    stop = end
    while stop > begin and len(lines) < _LINES_OF_CLOSING:
        at = max(body.rfind("\n", begin, stop) + 1, begin)
        inner = body[at:stop].strip()
        if inner:
            lines.append(_Line(inner, body.index(inner[0], at)))
        stop = at - 1
    return lines


def _start_of_signature(body: str, begin: int, name: str, signature: str) -> int | None:
    """Where the user's own signature, or a line with their name, ends the body."""
    trimmed = body.rstrip()
    own = signature.strip()
    if own and trimmed.endswith(own) and len(trimmed) - len(own) >= begin:
        return len(trimmed) - len(own)
    names = {name.casefold(), *name.casefold().split()[:1]} - {""}
    for line in _last_lines(body, begin, len(trimmed))[:6]:
        if line.text.strip(" ,.–—-").casefold() in names:
            return line.start
    return None
