"""Where the workbook and the example that ship with the program lie: the checkout's own files, else those in the wheel."""

from __future__ import annotations

from pathlib import Path

_SHIPPED = Path(__file__).parent / "shipped"


def checkout() -> Path | None:
    """The folder of the checkout that the program runs from, or None where it is installed."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "pyproject.toml").is_file() and (root / "content.toml").is_file() else None


def default_workbook() -> Path:
    """The file of the workbook that is led when no other is named."""
    root = checkout()
    return root / "content.toml" if root else _SHIPPED / "content.toml"


def example_folder() -> Path:
    """The folder with the made-up discussion that practice opens a copy of."""
    root = checkout()
    return root / "sessions" / "exempel" if root else _SHIPPED / "exempel"


def default_code_book() -> Path:
    """The code book that coding begins with where the workbook is the one that ships."""
    return _SHIPPED / "kodbok.toml"
