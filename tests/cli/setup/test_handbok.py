"""`diskussion handbok`: the handbook in the browser, and where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content import source

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


@pytest.fixture
def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The first page of the handbook of an installed program."""
    page = tmp_path / "shipped" / "handbok" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<!doctype html>", encoding="utf-8")
    monkeypatch.setattr(source, "_SHIPPED", tmp_path / "shipped")
    monkeypatch.setattr(source, "checkout", lambda: None)
    return page


def test_it_is_opened_and_where_it_lies_is_printed(
    shell: Shell, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("diskussion_tui.cli.setup.handbok.show", lambda path: not opened.append(path))
    for command in ("handbok", "handbook"):
        assert shell.runs(command).lines == [str(first)]
    assert opened == [first, first]
    assert shell.runs("handbok", "--print-path").lines == [str(first)]
    assert len(opened) == 2


def test_where_nothing_opens_it_that_is_said(
    shell: Shell, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(path: Path) -> bool:
        raise FileNotFoundError(path)

    for show in (lambda _path: False, breaks):
        monkeypatch.setattr("diskussion_tui.cli.setup.handbok.show", show)
        said = shell.runs("handbok")
        assert (said.code, said.lines) == (0, [str(first)])
        assert "Öppna filen i en webbläsare" in said.err


def test_in_a_checkout_it_is_the_pages_once_they_are_built_and_what_they_are_made_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "checkout", lambda: tmp_path)
    assert source.handbook() == tmp_path / "docs" / "handbok.md"
    built = tmp_path / "build" / "handbok" / "index.html"
    built.parent.mkdir(parents=True)
    built.touch()
    assert source.handbook() == built


def test_where_it_is_missing_that_is_said(shell: Shell, first: Path) -> None:
    first.unlink()
    said = shell.runs("handbok")
    assert (said.code, said.out) == (1, "")
    assert "Installera programmet på nytt" in said.err
