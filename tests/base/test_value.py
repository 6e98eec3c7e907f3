"""Our frozen dataclasses against the standard library's: whatever they are asked, they answer alike."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest

from diskussion_tui.base.value import dataclass as ours
from diskussion_tui.domain.session.records import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Make = dataclasses.dataclass


def classes(make: Callable[..., Any]) -> tuple[type[Any], type[Any], type[Any]]:
    """A class, one with a single field, and one that goes on from the first, made by either."""

    @make(frozen=True, slots=True)
    class Kind:
        id: str
        sign: str = "•"
        counts: Mapping[str, int] = dataclasses.field(default_factory=dict)
        notes: tuple[str, ...] = dataclasses.field(default=(), repr=False)
        found: tuple[str, ...] = dataclasses.field(default=(), compare=False)

    @make(frozen=True, slots=True)
    class Single:
        id: str

    @make(frozen=True, slots=True, kw_only=True)
    class Further(Kind):
        at: int
        gone: bool = False

    return Kind, Single, Further


CALLS: tuple[Callable[[type[Any], type[Any], type[Any]], object], ...] = (
    lambda kind, _single, _further: kind("a"),
    lambda kind, _single, _further: kind("a", "x", notes=("n",)),
    lambda kind, _single, _further: kind("a") == kind("a"),
    lambda kind, _single, _further: kind("a") == kind("a", "x"),
    lambda kind, _single, _further: kind("a", notes=("n",)) == kind("a"),
    lambda kind, _single, _further: kind("a", found=("n",)) == kind("a"),
    lambda kind, single, _further: kind("a") == single("a"),
    lambda _kind, single, _further: (
        single("a") == single("a"),
        single("a") == "a",
        single("a") != single("b"),
    ),
    lambda _kind, single, _further: hash(single("a")) == hash(single("a")),
    lambda _kind, single, _further: len({single("a"), single("a"), single("b")}),
    lambda kind, _single, _further: hash(kind("a")),
    lambda _kind, _single, further: further("a", at=1),
    lambda kind, _single, further: further("a", at=1) == kind("a"),
    lambda _kind, _single, further: further("a"),
    lambda _kind, _single, further: further("a", "x", {}, (), (), 1),
    lambda kind, _single, _further: kind(),
    lambda kind, _single, _further: kind("a", unknown=1),
    lambda kind, _single, _further: kind("a").counts is kind("a").counts,
    lambda kind, _single, _further: dataclasses.replace(kind("a"), sign="x"),
    lambda _kind, _single, further: dataclasses.asdict(further("a", at=1)),
    lambda kind, _single, further: [
        (one.name, one.default, one.kw_only) for one in dataclasses.fields(kind) + dataclasses.fields(further)
    ],
    lambda kind, _single, further: (kind.__match_args__, further.__match_args__),
    lambda kind, _single, _further: setattr(kind("a"), "sign", "x"),
    lambda kind, _single, _further: delattr(kind("a"), "sign"),
)


@pytest.mark.parametrize("call", CALLS, ids=map(str, range(len(CALLS))))
def test_a_frozen_value_answers_as_the_standard_one_does(call: Callable[..., object]) -> None:
    assert _answer(call, ours) == _answer(call, Make)


def _answer(call: Callable[..., object], make: Callable[..., Any]) -> str:
    """What comes of a call, or the sort of its error."""
    made = classes(make)
    try:
        return repr(call(*made))
    except (TypeError, AttributeError) as error:
        return type(error).__name__


def test_nothing_is_compiled_for_a_class_before_a_value_is_made() -> None:
    kind, *_ = classes(ours)
    before = kind.__init__
    kind("a")
    assert before.__name__ == "first_init"
    assert kind.__init__.__name__ == "__init__"


def test_a_record_of_the_program_cannot_be_changed() -> None:
    note = Note.__new__(Note)
    with pytest.raises(dataclasses.FrozenInstanceError):
        note.text = "x"  # type: ignore[misc]


def test_what_is_not_made_here_is_refused_rather_than_passed_over() -> None:
    with pytest.raises(TypeError):

        @ours(frozen=True, slots=True)
        class Reading:
            id: str = dataclasses.field(default="", init=False)
