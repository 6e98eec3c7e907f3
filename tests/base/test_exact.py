"""The builder beside pydantic: what it accepts is what pydantic makes of it, and it accepts only what is exactly right."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from diskussion_tui.base.exact import NotExactError, built
from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.session.records import Note
from diskussion_tui.domain.workbook.workbook import Kind, Workbook

_VALUES = st.one_of(
    st.text(max_size=8),
    st.integers(-5, 5),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(timezones=st.just(dt.UTC)),
    st.lists(st.text(max_size=3), max_size=2),
)
_NOTES = st.fixed_dictionaries(
    {
        "id": _VALUES,
        "change": _VALUES,
        "writer": _VALUES,
        "at": _VALUES,
        "question": _VALUES,
        "text": _VALUES,
    },
    optional={
        "rev": _VALUES,
        "kind": _VALUES,
        "supporters": _VALUES,
        "star": _VALUES,
        "gone": _VALUES,
        "x": _VALUES,
    },
)


def test_the_default_workbook_is_built_as_pydantic_builds_it() -> None:
    data = tomllib.loads(default_workbook().read_text(encoding="utf-8"))
    del data["schema_version"]
    assert built(Workbook, data) == TypeAdapter(Workbook).validate_python(data)


@given(_NOTES)
def test_whatever_is_built_pydantic_would_have_built_too(values: dict[str, Any]) -> None:
    try:
        note = built(Note, values)
    except NotExactError:
        return
    assert note == TypeAdapter(Note).validate_python(values)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sign": 5},
        {"role": "purple"},
        {"unknown": "x"},
        {"label": None},
    ],
)
def test_anything_that_is_not_exactly_right_is_left_to_pydantic(wrong: dict[str, Any]) -> None:
    right = {"id": "a", "sign": "-", "key": "-", "label": "A", "verb": "a", "role": "warm"}
    assert built(Kind, right).sign == "-"
    with pytest.raises(NotExactError):
        built(Kind, right | wrong)


def test_a_missing_field_is_left_to_pydantic() -> None:
    with pytest.raises(NotExactError):
        built(Kind, {"id": "a"})
