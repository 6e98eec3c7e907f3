"""Whoever tries the program on a machine that we have not gets a form, filled in as far as they went."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tools" / "prova.py"


def tries(place: Path, answers: str, encoding: str = "utf-8") -> str:
    """The form that comes of it where the script lies alone, and the program nowhere."""
    alone = Path(shutil.copy(SCRIPT, place))
    done = subprocess.run(
        [sys.executable, alone],
        input=answers.encode(encoding),
        capture_output=True,
        check=False,
        cwd=place,
        env={"PATH": str(place), "HOME": str(place), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    (form,) = place.glob("provat-*.md")
    return form.read_text(encoding="utf-8")


def test_the_form_says_what_was_answered_and_what_was_not_tried(tmp_path: Path) -> None:
    form = tries(tmp_path, "j\nn bara frågetecken\nj å ä ö | Å\nvet inte riktigt\n")
    assert "| Tecknen | ja |" in form
    assert "| Starta | nej: bara frågetecken |" in form
    assert r"| Bokstäver | ja: å ä ö \| Å |" in form
    assert "| Ny rad | vet inte riktigt |" in form
    assert "| Skärmläsare | inte provat |" in form
    assert "| Lås håller ute ett annat program | ja |" in form
    assert "inte installerat, eller inte i sökvägen: inte provat" in form


def test_it_asks_in_a_console_of_few_signs_too_and_tells_nothing_of_who_sat_there(tmp_path: Path) -> None:
    home = tmp_path / "kajsa"
    home.mkdir()
    form = tries(home, "j på Ängö\n" + "\n" * 40, "cp850")
    assert "| Tecknen | ja: på Ängö |" in form
    assert "kajsa" not in form
    assert "cp850" in form


def test_it_needs_nothing_but_python() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    taken = {
        one.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for one in node.names
    }
    taken |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert taken <= {*sys.stdlib_module_names, "pathlib", "__future__"}


@pytest.mark.parametrize("page", ["docs/installera.md", "docs/felsokning.md", "README.md"])
def test_the_page_of_what_was_tried_is_led_to(page: str) -> None:
    assert re.search(r"\]\((docs/)?provat\.md\)", (ROOT / page).read_text(encoding="utf-8"))


def test_the_page_says_what_only_a_real_machine_shows() -> None:
    page = (ROOT / "docs" / "provat.md").read_text(encoding="utf-8")
    assert "tools/prova.py" in page
    assert page.count("inte provat") >= 5
