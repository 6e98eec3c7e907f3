"""Build the program with all that it needs into a folder and an archive: for laptops without Python, network or administrator.

PyInstaller takes the modules up; what it cannot see (modules that are imported when they are first used, and files that are read) is
named here. Beside the program lie the licence texts of everything in it and a bill of materials in CycloneDX, both read off what is
installed. The bundle is of the system it was built on, and is not signed.
"""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from tools.handbook.site import build as build_handbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[1]
PACKAGE = "diskussion_tui"
PROGRAM = "diskussion"
INSIDE = (PACKAGE, "textual", "rich", "docx", "xlsxwriter", "pypdf", "icalendar", "pydantic")
"""Packages that import their parts when these are first used."""
READS = (PACKAGE, "textual", "docx", "typst", "icalendar", "tzdata")
"""Packages that read files of their own."""
NAMED = ("diskussion-tui", "textual", "pydantic")
"""Distributions that say of themselves which version they are."""
LEFT_OUT = ("tkinter", "numpy", "pytest", "hypothesis", "IPython", "PIL")
_BEGINNING = f"""
import sys

if sys.argv[1:2] == ["-m"] and sys.argv[2].startswith("{PACKAGE}."):
    import runpy

    runpy.run_module(sys.argv[2], run_name="__main__")
    sys.exit()

from {PACKAGE}.cli.main import main

sys.exit(main())
"""
"""The program's beginning: it starts processes of its own as `python -m` does, since in the bundle it is Python too."""
SHIPPED = {"content.toml": "content/shipped", "sessions/exempel": "content/shipped/exempel"}
"""What the wheel carries too, by where it lies in the project and in the package."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, and print the folder and the archive."""
    parser = argparse.ArgumentParser(prog="bundle", description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=ROOT / "dist", help="where the folder and the archive go (%(default)s)"
    )
    given = parser.parse_args(arguments)
    folder = build(given.out.resolve())
    print(folder)
    print(packed(folder))
    return 0


def build(out: Path) -> Path:
    """The folder with the program in it, made anew."""
    folder = out / f"{PROGRAM}-{metadata.version('diskussion-tui')}-{_system()}"
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as work:
        script = Path(work) / f"{PROGRAM}.py"
        script.write_text(_BEGINNING, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--clean",
            "--log-level",
            "WARN",
            "--console",
            "--debug",
            "noarchive",
        ]
        command += [
            "--name",
            PROGRAM,
            "--distpath",
            f"{work}/dist",
            "--workpath",
            f"{work}/work",
            "--specpath",
            work,
        ]
        subprocess.run(
            [*command, *_told(build_handbook(Path(work) / "handbok").parent), str(script)], check=True
        )
        out.mkdir(parents=True, exist_ok=True)
        shutil.move(Path(work) / "dist" / PROGRAM, folder)
    _put_papers(folder)
    return folder


def packed(folder: Path) -> Path:
    """The folder as one file to hand out: zip where Windows opens it, else tar."""
    if platform.system() == "Windows":
        archive = folder.with_name(f"{folder.name}.zip")
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as into:
            for one in sorted(folder.rglob("*")):
                into.write(one, Path(folder.name) / one.relative_to(folder))
        return archive
    archive = folder.with_name(f"{folder.name}.tar.gz")
    with tarfile.open(archive, "w:gz") as into:
        into.add(folder, folder.name)
    return archive


def _told(handbook: Path) -> Iterator[str]:
    """What PyInstaller is told of what it cannot see; the `handbook` is built already."""
    for package in INSIDE:
        yield from ("--collect-submodules", package)
    for package in READS:
        yield from ("--collect-data", package)
    for name in NAMED:
        yield from ("--copy-metadata", name)
    for module in LEFT_OUT:
        yield from ("--exclude-module", module)
    separator = ";" if platform.system() == "Windows" else ":"
    for source, place in SHIPPED.items():
        yield from ("--add-data", f"{ROOT / source}{separator}{PACKAGE}/{place}")
    yield from ("--add-data", f"{handbook}{separator}{PACKAGE}/content/shipped/handbok")
    # python-docx reads its templates by way of this folder, which otherwise is in the bundle as modules only.
    parts = Path(importlib.import_module("docx.parts").__file__ or "")
    yield from ("--add-data", f"{parts}{separator}docx/parts")


def _put_papers(folder: Path) -> None:
    """Licences, bill of materials, and a page that says how it is started."""
    inside = sorted(_distributions(), key=lambda one: one.name.casefold())
    licences = folder / "licenser"
    licences.mkdir()
    shutil.copy2(ROOT / "LICENSE", licences / "diskussion-tui.txt")
    for one in inside:
        for file in one.files or ():
            if ".dist-info" in str(file) and any(
                word in file.name.upper() for word in ("LICEN", "COPYING", "NOTICE")
            ):
                shutil.copy2(str(one.locate_file(file)), licences / f"{one.name}-{file.name}")
    if found := _licence_of_python():
        shutil.copy2(found, licences / "python.txt")
    (folder / "sbom.cdx.json").write_text(
        json.dumps(_bill(inside), indent=2, sort_keys=True) + "\n", encoding="utf-8"
    )
    shutil.copy2(ROOT / "docs" / "snabbstart.md", folder / "snabbstart.md")


def _distributions() -> Iterator[metadata.Distribution]:
    """Everything that is installed for the program to run, its documents included; tools that only build it are not."""
    wanted, seen = ["diskussion-tui"], set()
    extras = {"diskussion-tui": {"dokument"}, "pypdf": {"crypto"}}
    while wanted:
        name = wanted.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            one = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        if name != "diskussion-tui":
            yield one
        wanted += [_name(line) for line in one.requires or () if _is_wanted(line, extras.get(name, set()))]


def _name(requirement: str) -> str:
    name = requirement.split(";", maxsplit=1)[0]
    for sign in "[<>=!~ (":
        name = name.partition(sign)[0]
    return name.strip().casefold().replace("_", "-")


def _is_wanted(requirement: str, extras: set[str]) -> bool:
    marker = requirement.partition(";")[2]
    return "extra" not in marker or any(f'"{one}"' in marker or f"'{one}'" in marker for one in extras)


def _bill(inside: Sequence[metadata.Distribution]) -> dict[str, object]:
    """What is in the bundle, in CycloneDX 1.5; without a time stamp, so that the same bundle has the same bill."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": "diskussion-tui",
                "version": metadata.version("diskussion-tui"),
            }
        },
        "components": [
            {"type": "library", "name": "python", "version": platform.python_version()},
            *(
                {
                    "type": "library",
                    "name": one.name,
                    "version": one.version,
                    "purl": f"pkg:pypi/{one.name.casefold()}@{one.version}",
                    "licenses": [{"license": {"name": _licence(one)}}],
                }
                for one in inside
            ),
        ],
    }


def _licence(one: metadata.Distribution) -> str:
    """What a distribution says its licence is; its text lies beside the program."""
    said = {name: one.metadata[name] for name in ("License-Expression", "License") if name in one.metadata}
    return next((text for text in said.values() if text and "\n" not in text), "see licenser/")


def _licence_of_python() -> Path | None:
    places = (
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE",
        *Path(sys.base_prefix).glob("lib/python3*/LICENSE.txt"),
    )
    return next((one for one in places if one.is_file()), None)


def _system() -> str:
    return f"{platform.system().lower()}-{platform.machine().lower()}"


if __name__ == "__main__":
    raise SystemExit(main())
