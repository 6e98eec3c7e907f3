"""Documents as others open them: Chromium with the rules of WCAG, LibreOffice, and libraries that did not write them."""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from docx2python import docx2python
from playwright.sync_api import sync_playwright

from diskussion_tui.reports.exporting import made
from tests.reports.test_exporting import hostile_group
from tests.support.builders import Group
from tests.support.reported import example, export
from tests.support.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from diskussion_tui.domain.session.session import Session

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WIDTHS = (320, 1100)


def needed(program: str) -> str:
    """A program of the system's. One that is not there fails the test: nothing here is passed over."""
    found = shutil.which(program)
    assert found, f"install {program}: .ci/run says how"
    return found


def many() -> Session:
    """A discussion of 400 notes."""
    group = Group()
    for number in range(8):
        group.says(
            *(f"Anteckning {number} {place} om hur vården hänger ihop" for place in range(50)), kind="bort"
        )
    return group.session


@cache
def sessions() -> dict[str, Session]:
    return {
        "example": example(),
        "nothing": Group().session,
        "many": many(),
        "hostile": hostile_group().session,
    }


@cache
def page_of(which: str, language: str) -> str:
    return made(export(sessions()[which], language=language), "html").decode()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=needed("chromium"), args=["--no-sandbox"])
        yield running
        running.close()


def shown(browser: Browser, html: str, width: int) -> Page:
    """A page in a window of a width. Its own rules forbid scripts; what looks at it is let in."""
    page = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900}).new_page()
    page.set_content(html)
    return page


def broken_rules(page: Page) -> list[tuple[str, list[Any]]]:
    found = Axe().run(page, options=WCAG).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("which", ["example", "nothing", "many", "hostile"])
def test_no_rule_of_wcag_is_broken_and_nothing_has_to_be_scrolled_sideways(
    browser: Browser, which: str, language: str, width: int
) -> None:
    page = shown(browser, page_of(which, language), width)
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_rules_are_looked_at(browser: Browser) -> None:
    page = shown(browser, '<html><body><img src="x"><p style="color:#ccc">svagt</p></body></html>', 1100)
    assert {"image-alt", "html-has-lang", "color-contrast"} <= {name for name, _ in broken_rules(page)}


def test_printed_it_is_all_there_without_the_links(browser: Browser) -> None:
    page = shown(browser, page_of("example", "sv"), 1100)
    printed = " ".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(page.pdf())).pages)
    words = " ".join(printed.split())
    assert "Fax mellan sjukhus, vårdcentral och kommun" in words
    assert words.count("Slutsatser, åtgärder och medskick") == 1  # the heading, and no link to it


@pytest.mark.parametrize("width", WIDTHS)
def test_a_compilation_breaks_none_either(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    (source,) = (Path(__file__).parents[1] / "sessions" / "exempel").glob("*.toml")
    shutil.copy(source, tmp_path)
    said = Shell(tmp_path, monkeypatch).runs("compile", "Alla", "--to", "html")
    assert said.code == 0, said.err
    page = shown(browser, Path(said.lines[-1]).read_text(encoding="utf-8"), width)
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def as_pdf(data: bytes, suffix: str, folder: Path) -> str:
    """The words that LibreOffice shows of a file."""
    (folder / f"fil.{suffix}").write_bytes(data)
    command = [
        needed("soffice"),
        "--headless",
        f"-env:UserInstallation=file://{folder}/profil",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*command, "--outdir", str(folder), str(folder / f"fil.{suffix}")], check=True, capture_output=True
    )
    return " ".join(" ".join(one.extract_text().split()) for one in pypdf.PdfReader(folder / "fil.pdf").pages)


@pytest.mark.parametrize("which", ["example", "nothing", "hostile"])
def test_libreoffice_opens_word_with_every_note(which: str, tmp_path: Path) -> None:
    session = sessions()[which]
    words = "".join(as_pdf(made(export(session), "docx"), "docx", tmp_path).split())
    missing = [
        note.text
        for note in session.notes()
        if "".join(note.text.split()) not in words and note.text.isascii()
    ]
    assert not missing
    assert "Sammanfattning" in words


@pytest.mark.parametrize("which", ["example", "nothing", "hostile"])
def test_libreoffice_opens_excel(which: str, tmp_path: Path) -> None:
    words = as_pdf(made(export(sessions()[which]), "xlsx"), "xlsx", tmp_path)
    assert "Anteckning" in words
    assert "#NAME?" not in words
    assert "Err:" not in words


def test_another_library_reads_word_with_its_headings_and_every_note() -> None:
    with docx2python(io.BytesIO(made(export(), "docx"))) as read:
        told = read.text
    for note in example().notes():
        assert all(line in told for line in note.text.splitlines())
    for heading in ("Sammanfattning", "Allt som sades", "B Vårdmöten 2040"):
        assert heading in told


def test_another_library_reads_excel_as_text_and_numbers_and_finds_no_formula() -> None:
    session = hostile_group().session
    book = openpyxl.load_workbook(io.BytesIO(made(export(session), "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    held = {str(cell.value) for cell in cells}
    assert {note.text for note in session.notes()} <= held
    assert "7" in held  # hands, as a number
