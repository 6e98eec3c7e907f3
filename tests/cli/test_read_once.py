"""A command reads a discussion once, however many things it wants to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diskussion_tui.store.files import codec
from diskussion_tui.store.session import locations, replicas

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.shell import Shell

LOOKED_AT = (1, 1)
"""Gathered once from its files, of which there is one."""
CHANGED = (1, 3)
"""The same, and twice as it is closed: the file is read back, and the journal before it goes. Both are promises."""


@pytest.mark.parametrize(
    ("command", "read"),
    [
        (("show", "ekerö"), LOOKED_AT),
        (("history", "ekerö"), LOOKED_AT),
        (("compass", "ekerö"), LOOKED_AT),
        (("plan", "ekerö"), LOOKED_AT),
        (("rank", "ekerö", "B"), LOOKED_AT),
        (("plan", "ekerö", "--minutes", "A.2=7"), CHANGED),
        (("note", "ekerö", "-q", "B.1", "Hej"), CHANGED),
        (("mark", "ekerö", "NOTE", "--star"), CHANGED),
        (("park", "ekerö", "NOTE"), CHANGED),
        (("place", "ekerö", "NOTE", "akut/Akutsjukhus"), CHANGED),
        (("conclude", "ekerö", "--message", "Hälsa"), CHANGED),
        (("personal", "ekerö", "--mask"), CHANGED),
        (("line", "ekerö"), CHANGED),
    ],
)
def test_a_discussion_is_read_once(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], read: tuple[int, int]
) -> None:
    shell.creates("Ekerö")
    note = shell.runs("note", "ekerö", "-q", "B.1", "Ring 070-123 45 67").out.strip()
    gathered, decoded = _counted(monkeypatch)
    said = shell.runs(*(note if word == "NOTE" else word for word in command))
    assert said.code == 0, said.err
    assert (len(gathered), len(decoded)) == read


def _counted(monkeypatch: pytest.MonkeyPatch) -> tuple[list[Any], list[Any]]:
    """What is gathered and what is decoded from now on."""
    gathered, gather = _listed(replicas.gather_with)
    decoded, decode = _listed(codec.read)
    for module in (replicas, locations):
        monkeypatch.setattr(module, "gather_with", gather)
    monkeypatch.setattr(codec, "read", decode)
    return gathered, decoded


def _listed(real: Callable[..., Any]) -> tuple[list[Any], Callable[..., Any]]:
    calls: list[Any] = []

    def called(*given: Any) -> Any:
        calls.append(given)
        return real(*given)

    return calls, called
