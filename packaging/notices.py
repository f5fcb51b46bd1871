"""Whose work goes into the frozen bundle, and under which licences: a text that goes with it.

What is listed is what PyInstaller took in, so nothing is forgotten and nothing else named.
"""

import re
import subprocess
import sys
import sysconfig
from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

TOP = Path(__file__).parent.parent
TEXTS = Path(__file__).parent / "licences"
LINE = "=" * 78
SITE = Path(sysconfig.get_path("purelib"))
UNDER: Mapping[str, str] = {
    "pyside6-essentials": "LGPL-3",
    "shiboken6": "LGPL-3",
    "chunspell": "LGPL-2.1",
}
"""Those whose packages bring no text of a licence, or not of all: which of `TEXTS` they are under."""
BESIDE: Mapping[str, str] = {
    "pyside6-essentials": (
        "Qt for Python and Qt, unchanged, under the LGPL 3. Their sources: "
        "https://code.qt.io/cgit/pyside/pyside-setup.git and https://code.qt.io/cgit/qt/ at the tag\n"
        "of this version. Each library is a file of its own beside this text and can be replaced by\n"
        "another build. Qt in its turn holds the work of others, which\n"
        "https://doc.qt.io/qt-6/licenses-used-in-qt.html names."
    ),
    "chunspell": (
        "It brings Hunspell, unchanged, under the MPL 1.1, GPL 2 or LGPL 2.1, as you choose. Its\n"
        "sources: https://github.com/hunspell/hunspell"
    ),
    "nameparser": "Unchanged. Its sources: https://github.com/derek73/python-nameparser",
}


class NoLicence(Exception):
    """Something would be passed on without its licence."""


def write_notices(file: Path, sources: Iterable[str]) -> None:
    """Write what the bundle made of the files `sources` owes to whom. Raises `NoLicence`."""
    paths = {Path(source) for source in sources if Path(source).is_absolute()}
    ours = (TOP / "LICENSE").read_text(encoding="utf-8").rstrip()
    file.parent.mkdir(parents=True, exist_ok=True)
    parts = [ours, "Afterword comes with the work of others, named below with their licences."]
    parts += _of_packages(paths)
    parts += [_titled("Lucide icons", "ISC", [TOP / "resources" / "icons" / "LICENSE"])]
    meaning = TOP / "resources" / "meaning" / "LICENSE"
    parts += [_titled("all-mpnet-base-v2, trained further", "Apache-2.0", [meaning])]
    parts += [_titled(f"Python {sys.version.split(' ')[0]}", "PSF-2.0", [_python_licence()])]
    parts += _of_system(paths)
    parts += [_titled(text.stem, "the text named above", [text]) for text in _texts()]
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def packages_of(paths: Collection[Path]) -> list[str]:
    """The packages of the environment from which these files come, by name."""
    known = packages_distributions()
    tops = {path.relative_to(SITE).parts[0] for path in paths if path.is_relative_to(SITE)}
    # PyInstaller's own loader starts the program.
    found = {"pyinstaller"}
    for top in tops:
        names = known.get(top.partition(".")[0], ())
        found.update(re.sub(r"[-_.]+", "-", name).lower() for name in names)
    return sorted(found)


def _of_packages(paths: Collection[Path]) -> Iterator[str]:
    for name in packages_of(paths):
        package = distribution(name)
        files = list(_licence_files(package))
        if not files and name not in UNDER:
            raise NoLicence(f"{name} brings no text of its licence; see {__file__}.")
        beside = [BESIDE[name]] if name in BESIDE else []
        if name in UNDER:
            beside.append(f"The text of the {UNDER[name]} stands at the end.")
        title = f"{package.metadata['Name']} {package.version}"
        yield _titled(title, _licence_name(package), files, *beside)


def _licence_files(package: Distribution) -> Iterator[Path]:
    for file in package.files or ():
        stem = file.name.upper()
        if ".dist-info" in file.parts[0] and stem.startswith(("LICEN", "COPYING", "NOTICE")):
            yield Path(str(package.locate_file(file)))


def _licence_name(package: Distribution) -> str:
    told = package.metadata
    for key in ("License-Expression", "License"):
        if key in told and "\n" not in told[key]:
            return told[key]
    kinds = [
        each.split(" :: ")[-1] for each in told.get_all("Classifier") or () if "License" in each
    ]
    return ", ".join(kinds)


def _python_licence() -> Path:
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    for folder in places:
        if (folder / "LICENSE.txt").exists():
            return folder / "LICENSE.txt"
    raise NoLicence(f"Python's LICENSE.txt is in none of {places}.")


def _of_system(paths: Collection[Path]) -> Iterator[str]:
    """What Debian says of its own libraries that are bundled. Elsewhere Python brings its own."""
    if sys.platform != "linux":
        return
    base = Path(sys.base_prefix)
    named = [SITE, TOP, *([] if base == Path("/usr") else [base])]
    owners: dict[str, list[str]] = {}
    for path in sorted(paths):
        if ".so" in path.name and not any(path.is_relative_to(each) for each in named):
            owners.setdefault(_debian_package(path), []).append(path.name)
    for package, libraries in sorted(owners.items()):
        text = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
        yield _titled(", ".join(libraries), f"Debian's package {package}", [text])


def _debian_package(library: Path) -> str:
    command = ("dpkg-query", "--search", f"*/{library.name}")
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    for line in told.splitlines():
        package, _, place = line.partition(": ")
        if Path(place).resolve() == library.resolve():
            return package
    raise NoLicence(f"No Debian package brings {library}.")


def _texts() -> list[Path]:
    return sorted(TEXTS.glob("*.txt"))


def _titled(title: str, licence: str, files: Iterable[Path], *beside: str) -> str:
    texts = [file.read_text(encoding="utf-8", errors="replace").strip("\n") for file in files]
    return "\n\n".join([f"{LINE}\n{title} ({licence})\n{LINE}", *beside, *texts])
