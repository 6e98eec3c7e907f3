"""The records behind the numbers of a compilation: asked of its discussions again when somebody wants to see one.

A compilation of ten thousand discussions counts a million notes and shows a handful. So none is kept for it; a discussion gives what
it gave before, and some of those asked last are remembered.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.compilation_cells import Ref
from diskussion_tui.domain.analysis.said import Said

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.compilation_share import Giving

_REMEMBERED = 100_000
"""So many records are remembered at most, and those of one discussion always."""


class Records(Mapping[Ref, Said]):
    """Records by the discussion and their id, in that order. `gives` says which ones a discussion has."""

    def __init__(self, givens: Mapping[str, Giving], gives: Callable[[Giving], Sequence[Said]]) -> None:
        self._givens, self._gives = dict(sorted(givens.items())), gives
        self._remembered: OrderedDict[str, dict[str, Said]] = OrderedDict()
        self._count = 0

    def of(self, discussion: str) -> Mapping[str, Said]:
        """Those of a discussion, by their ids and in that order."""
        found = self._remembered.pop(discussion, None)
        if found is None:
            given = self._givens.get(discussion)
            found = {one.id: one for one in sorted(self._gives(given), key=_id)} if given else {}
            self._count += len(found)
        self._remembered[discussion] = found
        while self._count > _REMEMBERED and len(self._remembered) > 1:
            self._count -= len(self._remembered.popitem(last=False)[1])
        return found

    def __getitem__(self, ref: Ref) -> Said:
        return self.of(ref.discussion)[ref.record]

    def __contains__(self, ref: object) -> bool:
        return isinstance(ref, Ref) and ref.record in self.of(ref.discussion)

    def __iter__(self) -> Iterator[Ref]:
        return (Ref(key, record) for key in self._givens for record in self.of(key))

    def __len__(self) -> int:
        return sum(len(self.of(key)) for key in self._givens)

    def __repr__(self) -> str:
        return repr(dict(self))


def _id(said: Said) -> str:
    return said.id
