"""What people on Windows are to type is what PowerShell takes: version 5.1, which every Windows has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
REFUSED = re.compile(r"&&|\|\||^\s*export |^\s*[A-Z_]+=\S+ |\\$|/bin/|<\(", re.MULTILINE)
"""What PowerShell 5.1 does not take, or takes for something else; `bin` is called otherwise there too."""
SET_BEFORE = re.compile(r"`([A-Z][A-Z_]+)=\w+`")
"""A variable that is set as shells of Unix set it."""


def blocks(page: Path) -> list[tuple[str, str]]:
    return BLOCK.findall(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_line_for_powershell_is_one_that_it_refuses(page: Path) -> None:
    assert not [text for kind, text in blocks(page) if kind == "powershell" and REFUSED.search(text)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_powershell_refuses_is_said_for_it_too(page: Path) -> None:
    for number, (kind, text) in enumerate(found := blocks(page)):
        if kind == "sh" and REFUSED.search(text):
            assert "powershell" in [one for one, _text in found[number + 1 :]], text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_variable_is_set_as_powershell_sets_it_too(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(SET_BEFORE.findall(text)) - {"LANG"}  # Linux alone, and said to be
    assert not [name for name in named if f"$env:{name}" not in text]


def test_what_is_refused_is_known_when_it_is_seen() -> None:
    for text in ("a && b", "export A=1", "LANG=sv diskussion", "a \\", ".uv/bin/python"):
        assert REFUSED.search(text), text
    assert not REFUSED.search(".uv\\Scripts\\python -m pip install -q uv\ndiskussion list\n")
