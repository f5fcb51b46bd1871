"""Files that go with a message: remembered when attached, read and compared when it leaves."""

import mimetypes
import os
import re
from pathlib import Path

from core.drafting.outgoing import AttachedBytes, AttachedFile, Attachment
from core.exchange.mail.addresses import LetterError, checked_line

LARGEST_TOTAL = 25_000_000
"""Bytes of all attachments together; many servers take no more."""
_KEPT = "Nothing was sent, and your draft is kept."
_MIME = re.compile(r"[a-z0-9][a-z0-9.+-]{0,63}/[a-z0-9][a-z0-9.+-]{0,126}")


def attach(path: Path) -> AttachedFile:
    """The file as it is now. Raises `LetterError`."""
    try:
        if not path.is_file():
            raise LetterError(f"{path.name} is no file that can be attached. Choose another one.")
        state = path.stat()
    except (OSError, ValueError) as error:
        raise LetterError(f"{path.name} cannot be read. Choose another file.") from error
    if state.st_size > LARGEST_TOTAL:
        raise LetterError(f"{path.name} is larger than 25 MB. Send a link to it instead.")
    return AttachedFile(
        path=str(path.absolute()),
        name=path.name,
        mime=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        size=state.st_size,
        modified_ns=state.st_mtime_ns,
    )


def contents(attachments: tuple[Attachment, ...]) -> tuple[AttachedBytes, ...]:
    """What is sent, with names that are safe to write. Raises `LetterError` if a file is gone, is
    another one than was attached, or all are too large together.
    """
    _refuse_too_large(attachments)
    return tuple(
        AttachedBytes(name=_file_name(each.name), mime=_mime(each.mime), content=_content(each))
        for each in attachments
    )


def _refuse_too_large(attachments: tuple[Attachment, ...]) -> None:
    total = sum(
        each.size if isinstance(each, AttachedFile) else len(each.content) for each in attachments
    )
    if total > LARGEST_TOTAL:
        what = "The attachments are larger than 25 MB together."
        raise LetterError(f"{what} Remove one, or send a link to it. {_KEPT}")


def _content(attachment: Attachment) -> bytes:
    if isinstance(attachment, AttachedBytes):
        return attachment.content
    try:
        with Path(attachment.path).open("rb") as file:
            state = os.fstat(file.fileno())
            content = file.read(attachment.size + 1)
    except (OSError, ValueError) as error:
        what = f"{attachment.name} is no longer where it was, or cannot be read."
        raise LetterError(f"{what} Attach it again. {_KEPT}") from error
    same = state.st_mtime_ns == attachment.modified_ns and len(content) == attachment.size
    if not same:
        what = f"{attachment.name} has changed since you attached it."
        raise LetterError(f"{what} Look at it, and attach it again. {_KEPT}")
    return content


def _file_name(name: str) -> str:
    last = re.split(r"[/\\]", checked_line(name, "The name of an attachment"))[-1]
    return last or "attachment"


def _mime(mime: str) -> str:
    """Composite types are no plain files, and other programs would take them apart."""
    known = mime.lower() if _MIME.fullmatch(mime.lower()) else "application/octet-stream"
    composite = known.startswith(("multipart/", "message/"))
    return "application/octet-stream" if composite else known
