"""Where Afterword keeps what belongs to one person on one machine."""

import os
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class Paths:
    """The files under one data folder. Nothing is created before `prepare`."""

    data: Path

    @classmethod
    def for_user(cls) -> Self:
        """The folder that the platform sets aside for this user's application data."""
        import platformdirs

        return cls(platformdirs.user_data_path("afterword", appauthor=False))

    @classmethod
    def under(cls, folder: Path) -> Self:
        """A folder of the user's own choice."""
        return cls(folder.expanduser().absolute())

    @property
    def database(self) -> Path:
        """The one file with everything in it."""
        return self.data / "afterword.sqlite3"

    @property
    def backups(self) -> Path:
        """The folder of verified copies of the database."""
        return self.data / "backups"

    @property
    def log(self) -> Path:
        """Details for whoever looks into trouble; no names, no texts of messages."""
        return self.data / "afterword.log"

    @property
    def playbook(self) -> Path:
        """The user's own changes to the playbook, where there are any."""
        return self.data / "playbook.toml"

    @property
    def templates(self) -> Path:
        """The folder of the user's own templates of messages; it may not be there."""
        return self.data / "templates"

    @property
    def socket_name(self) -> str:
        """A name for the local socket, unique for this data folder and this user."""
        place = _short(str(self.data.resolve()))
        return f"afterword-{_user()}-{place}"

    def prepare(self) -> None:
        """Create what is missing, for its owner alone; a folder that is there stays as it is."""
        for folder in (self.data, self.backups):
            folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def _user() -> str:
    if os.name == "posix":
        return str(os.getuid())
    import getpass

    return _short(getpass.getuser())


def _short(text: str) -> str:
    """A short name for a text; a checksum is enough, and quicker to load than a hash."""
    return f"{zlib.crc32(text.encode()):08x}"


def make_private(file: Path) -> None:
    """Create `file` if it is missing, and let only its owner read it, where the disk knows owners.

    A file that is there is not opened: closing it would drop the locks by which this process keeps
    others off a database that it has open, and they would throw its journal away.
    """
    if not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, PRIVATE_FILE))
    if os.name == "posix":
        with suppress(OSError):
            file.chmod(PRIVATE_FILE)
