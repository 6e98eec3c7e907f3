"""The pictures of documents in the guides are those that the program sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools import pages

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_pictures_of_documents_are_those_that_the_program_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = pages.pictures()
    monkeypatch.setattr(pages, "pictures", lambda: made)
    assert pages.main(["--check"]) == 0
    monkeypatch.setattr(pages, "DOCS", tmp_path)
    assert pages.main(["--check"]) == 1
    assert "run python -m tools.pages" in capsys.readouterr().err
    assert pages.main([]) == 0
    (tmp_path / "rapport.png").write_bytes(made["sammanstallning.png"])
    assert pages.main(["--check"]) == 1
