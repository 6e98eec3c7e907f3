"""An outline reads no more of a workbook than it must, and sees what reading all of it would."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.outline import outline
from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.workbook.outline import KindOutline

if TYPE_CHECKING:
    from pathlib import Path

TOP = 'language = "en"\ntitle = "Care"\n'
FIRST = '[[kinds]]\nid = "out"\nsign = "–"\nrole = "warm"\n'
SECOND = 'id = "new"\nsign = "+"\nrole = "cool"\n'
OTHER = '[compass]\nheading = "x"\n'
BOTH = ("out", "new")

WRITTEN = {
    "kinds, then the rest": (TOP + FIRST + "[[kinds]]\n" + SECOND + OTHER, BOTH),
    "the rest between the kinds": (TOP + FIRST + OTHER + "[[kinds]]\n" + SECOND + OTHER, BOTH),
    "a kind with blanks in its header": (TOP + FIRST + OTHER + "  [[ kinds ]]\n" + SECOND, BOTH),
    "a kind with its name in quotation marks": (TOP + FIRST + OTHER + '[["kinds"]]\n' + SECOND, BOTH),
    "kinds in a line": (TOP + 'kinds = [{id = "out", sign = "–", role = "warm"}]\n' + OTHER, ("out",)),
    "what looks like a table within a text": (
        TOP + FIRST + 'meaning = """\n[not a table]\n"""\n' + OTHER,
        ("out",),
    ),
    "Windows line ends": ((TOP + FIRST + "[[kinds]]\n" + SECOND + OTHER).replace("\n", "\r\n"), BOTH),
    "nothing but kinds": (TOP + FIRST + "[[kinds]]\n" + SECOND, BOTH),
    "no kinds": (TOP + OTHER, ()),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_glance_sees_the_kinds_however_they_are_written(name: str, tmp_path: Path) -> None:
    text, ids = WRITTEN[name]
    file = tmp_path / "content.toml"
    file.write_bytes(text.encode())
    seen = outline(file)
    assert (seen.language, seen.title) == ("en", "Care")
    assert tuple(kind.id for kind in seen.kinds) == ids


def test_a_glance_at_the_shipped_workbook_sees_what_all_of_it_says() -> None:
    whole = tomllib.loads(default_workbook().read_text(encoding="utf-8"))
    seen = outline(default_workbook())
    assert (seen.language, seen.title) == (whole["language"], whole["title"])
    assert seen.kinds == tuple(KindOutline(kind["id"], kind["sign"], kind["role"]) for kind in whole["kinds"])


def test_a_workbook_whose_questions_are_wrong_still_speaks_its_language(tmp_path: Path) -> None:
    file = tmp_path / "content.toml"
    file.write_text(TOP + FIRST + OTHER + "this is no TOML", encoding="utf-8")
    assert outline(file).language == "en"


def test_what_is_no_kind_among_the_kinds_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "content.toml"
    file.write_text(
        TOP + 'kinds = [1, "x", {id = "out", sign = "–", role = "warm"}]\n' + OTHER, encoding="utf-8"
    )
    assert [kind.id for kind in outline(file).kinds] == ["out"]
    file.write_text(TOP + "kinds = 3\n" + OTHER, encoding="utf-8")
    assert outline(file).kinds == ()
