"""A pattern that is compiled late finds what it would find at once."""

from __future__ import annotations

import re

import pytest

from diskussion_tui.base.late import late


def test_a_pattern_is_compiled_with_its_first_search_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compiling = re.compile

    def compile_and_tell(text: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(text)
        return compiling(text, flags)

    monkeypatch.setattr(re, "compile", compile_and_tell)
    pattern = late(r"fax")
    assert compiled == []
    assert pattern.search("ett fax")
    assert pattern.sub("brev", "ett fax") == "ett brev"
    assert pattern.search("ett brev") is None
    assert compiled == ["fax"]


def test_flags_count() -> None:
    assert late(r"fax", re.IGNORECASE).match("FAX")


def test_what_is_wrong_is_told_when_it_is_searched_with() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.match("x")


def test_it_has_no_more_than_is_searched_with() -> None:
    assert not hasattr(late("x"), "groups")
