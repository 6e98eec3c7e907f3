"""What the fields of a query can hold, as far as somebody knows: the workbook's own words, and what the discussions have used.

It is handed in. Without one every value is taken as it stands, and what nobody has used finds nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.query.grammar import ALIASES, CLOSED, Field, bare, field_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.workbook.outline import Outline
    from diskussion_tui.domain.workbook.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Named:
    """A value: as files have it, and what else it is called."""

    id: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Known values by field, those without names of their own as they are written. `names` are those with several names."""

    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    names: tuple[tuple[str, tuple[Named, ...]], ...] = ()

    def of(self, key: str) -> tuple[Named, ...]:
        """The values of a field, each with what it is called; none where nothing is known of it."""
        named = dict(self.names).get(key, ())
        listed = tuple(Named(value) for value in dict(self.values).get(key, ()))
        told = ALIASES.get(key, {})
        if key in CLOSED:
            return tuple(Named(value, also) for value, also in told.items())
        return tuple(Named(one.id, (*one.names, *told.get(one.id, ()))) for one in (*named, *listed))

    def with_values(self, key: str, values: Iterable[str]) -> Vocabulary:
        """The same with other values of a field besides, each once, as first written."""
        known = dict(self.values)
        had = {folded(one.id) for one in self.of(key)}
        fresh = [value for value in dict.fromkeys(values) if value and folded(value) not in had]
        if not fresh:
            return self
        return Vocabulary(tuple((known | {key: (*known.get(key, ()), *fresh)}).items()), self.names)


def vocabulary_of(outline: Outline) -> Vocabulary:
    """What the outline of a workbook knows: its kinds."""
    return Vocabulary(names=(("kind", tuple(Named(kind.id, (kind.sign,)) for kind in outline.kinds)),))


def vocabulary_in(workbook: Workbook) -> Vocabulary:
    """What a workbook knows: its parts, questions, kinds, verdicts and the cells of its compass."""
    from diskussion_tui.domain.workbook.compass import cells_of

    questions = tuple(question.id for question in workbook.questions())
    parts = tuple(dict.fromkeys(question.partition(".")[0] for question in questions))
    kinds = tuple(Named(kind.id, (kind.label, kind.verb, kind.sign, kind.key)) for kind in workbook.kinds)
    verdicts = tuple(Named(verdict.id, (verdict.label,)) for verdict in workbook.verdicts)
    cells = tuple(dict.fromkeys(cell.name for cell in cells_of(workbook.compass)))
    return Vocabulary(
        (("part", parts), ("question", questions), ("compass", cells)),
        (("kind", kinds), ("verdict", verdicts)),
    )


def meant(given: str, field: Field, known: Vocabulary) -> tuple[str, ...]:
    """The values of a field that somebody means: those called so, else those whose name begins so, else a word of it does."""
    wanted = _plain(given)
    if not wanted:
        return ()
    called = {one.id: [_plain(name) for name in (one.id, *one.names)] for one in _known(field, known)}
    ways = (
        [value for value, names in called.items() if wanted in names],
        [value for value, names in called.items() if bare(wanted) in map(bare, names)],
        [value for value, names in called.items() if any(name.startswith(wanted) for name in names)],
        [value for value, names in called.items() if any(f" {wanted}" in name for name in names)],
    )
    return next((tuple(dict.fromkeys(found)) for found in ways if found), ())


def _known(field: Field, known: Vocabulary) -> tuple[Named, ...]:
    """The values of a field; those of the workbook that ships where nobody has said which there are."""
    return known.of(field.key) or tuple(
        Named(value, also) for value, also in ALIASES.get(field_of(field.key).key, {}).items()
    )


def _plain(name: str) -> str:
    """A name as it is compared: `stämmer-inte` is *stämmer inte*, a minus sign and a dash are a hyphen."""
    text = folded(name).strip()
    if text in {"−", "–", "-"}:
        return "-"
    return " ".join(text.replace("-", " ").replace("_", " ").split()) or text
