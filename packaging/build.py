"""Builds the frozen application in dist/afterword, and on Linux the .deb beside it.

    python packaging/build.py

Run from anywhere; needs the packages of requirements-packaging.lock in the same environment.
"""

import os
import platform
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

TOP = Path(__file__).parent.parent
ARCHITECTURES: Mapping[str, str] = {"x86_64": "amd64", "aarch64": "arm64"}


def run(*command: str, **extra: str) -> None:
    """Run a program at the top of the tree; its failure ends the build."""
    subprocess.run(command, cwd=TOP, check=True, env={**os.environ, **extra})


def tool(name: str) -> str:
    """The path of a program in the environment that runs this script."""
    return str(Path(sys.executable).parent / name)


def version() -> str:
    """The application's version, from the one place where it stands."""
    with (TOP / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def windows_version_file() -> str:
    """What Windows shows as the program's properties."""
    numbers = ", ".join([*version().split("."), "0"])
    words = {
        "CompanyName": "The Afterword authors",
        "FileDescription": "Afterword",
        "ProductName": "Afterword",
        "ProductVersion": version(),
        "LegalCopyright": "Copyright (c) the Afterword authors, MIT licence",
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers=({numbers}), prodvers=({numbers})), kids=["
        f"StringFileInfo([StringTable('040904B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def freeze() -> Path:
    """Freeze the application; the folder that holds it."""
    run(sys.executable, "packaging/icons.py", "build/icons")
    if sys.platform == "win32":
        (TOP / "build" / "version.txt").write_text(windows_version_file(), encoding="utf-8")
    run(
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", "dist", "--workpath", "build/pyinstaller", "packaging/afterword.spec",
    )  # fmt: skip
    return TOP / "dist" / "afterword"


def make_deb() -> Path:
    """Check what desktops read, and pack the frozen folder into a .deb."""
    run("desktop-file-validate", "packaging/linux/afterword.desktop")
    run(
        "appstreamcli", "validate", "--no-net",
        "packaging/linux/app.afterword.Afterword.metainfo.xml",
    )  # fmt: skip
    architecture = ARCHITECTURES[platform.machine()]
    deb = TOP / "dist" / f"afterword_{version()}_{architecture}.deb"
    run(
        tool("nfpm"), "package", "--config", "packaging/linux/nfpm.yaml", "--packager", "deb",
        "--target", str(deb),
        AFTERWORD_VERSION=version(), AFTERWORD_ARCH=architecture,
    )  # fmt: skip
    return deb


def megabytes(paths: Sequence[Path]) -> str:
    """Their size on disk, in MB of a million bytes."""
    return f"{sum(path.lstat().st_size for path in paths if path.is_file()) / 1e6:.0f} MB"


def main() -> None:
    """Build everything that this system can build, and say how big it became."""
    folder = freeze()
    print(f"{folder.relative_to(TOP)}: {megabytes(list(folder.rglob('*')))}")
    if sys.platform == "linux":
        deb = make_deb()
        print(f"{deb.relative_to(TOP)}: {megabytes([deb])}")


if __name__ == "__main__":
    main()
