"""Where the workbooks, the example and the handbook that ship lie: the checkout's own files, else those in the wheel."""

from __future__ import annotations

from pathlib import Path

_SHIPPED = Path(__file__).parent / "shipped"
_STARTS = Path(__file__).parent / "starts"
LOOK = "utseende.toml"
"""The file beside a workbook that says how documents look."""
DEFAULT = "vardens-struktur"
OTHERS = ("keep-change-new", "biblioteket")
"""The workbooks that ship beside the default one. A workbook that ships is called after its id, wherever its file lies."""


def checkout() -> Path | None:
    """The folder of the checkout that the program runs from, or None where it is installed."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "pyproject.toml").is_file() and (root / "content.toml").is_file() else None


def default_workbook() -> Path:
    """The file of the workbook that is led when no other is named."""
    root = checkout()
    return root / "content.toml" if root else _SHIPPED / "content.toml"


def shipped_workbooks() -> dict[str, Path]:
    """The files of the workbooks that ship, by what they are called; the default one first."""
    return {DEFAULT: default_workbook(), **{name: _SHIPPED / f"{name}.toml" for name in OTHERS}}


def start_file(language: str) -> Path:
    """The workbook that somebody begins with who writes their own: small, whole, and explained line by line."""
    return _STARTS / f"{language}.toml"


def example_folder() -> Path:
    """The folder with the made-up discussion that practice opens a copy of."""
    root = checkout()
    return root / "sessions" / "exempel" if root else _SHIPPED / "exempel"


def handbook() -> Path:
    """The first page of the handbook; in a checkout where it has not been built, what that is made of."""
    root = checkout()
    first = (root / "build" if root else _SHIPPED) / "handbok" / "index.html"
    return root / "docs" / "handbok.md" if root and not first.is_file() else first


def default_code_book() -> Path:
    """The code book that coding begins with where the workbook is the one that ships."""
    return _SHIPPED / "kodbok.toml"
