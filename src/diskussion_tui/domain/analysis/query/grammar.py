"""The fields of a query: what each is called in both languages, and what can stand behind its colon.

Both languages are read whichever the screen speaks, so that a query that was mailed to a colleague finds the same. Values are
kept as they stand in the files; `ALIASES` says what they are called too.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

Sort = Literal["id", "named", "text", "flag", "scope", "hands", "day"]
"""What stands behind a colon: an id of the workbook's; one of a few named values; words; yes or no; whether what does not count
is looked through too; how many hands; a day, a month or a year."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field. `key` is what the program calls it, `swedish` and `english` what people write, `also` other ways to write it."""

    key: str
    sort: Sort
    swedish: str
    english: str
    also: tuple[str, ...] = ()

    def called(self, language: str) -> str:
        """The field's name in a language."""
        return self.english if language == "en" else self.swedish


FIELDS: tuple[Field, ...] = (
    Field("part", "id", "del", "part", ("section",)),
    Field("question", "id", "fråga", "question"),
    Field("kind", "named", "kategori", "kind", ("slag",)),
    Field("tag", "text", "tagg", "tag"),
    Field("owner", "text", "ansvarig", "owner"),
    Field("table", "text", "bord", "table", ("grupp", "group")),
    Field("compass", "text", "kompass", "compass"),
    Field("theme", "text", "tema", "theme"),
    Field("support", "hands", "stöd", "support", ("hands",)),
    Field("dissent", "flag", "avvikande", "dissent"),
    Field("star", "flag", "stjärna", "star"),
    Field("verdict", "named", "utslag", "verdict"),
    Field("name", "text", "namn", "name"),
    Field("place", "text", "plats", "place"),
    Field("unit", "text", "enhet", "unit", ("verksamhet",)),
    Field("from", "day", "från", "from"),
    Field("to", "day", "till", "to"),
    Field("state", "named", "tillstånd", "state"),
    Field("sort", "named", "typ", "type", ("sort",)),
    Field("workbook", "text", "arbetshäfte", "workbook"),
    Field("registry", "text", "diarienummer", "registry", ("dnr",)),
    Field("withdrawn", "scope", "borttagna", "withdrawn"),
    Field("parked", "scope", "parkerade", "parked"),
)

LACKING = ("ingen", "inget", "inga", "none", "nothing")
"""What asks for those that have none: `bord:ingen`."""
CAN_LACK = frozenset(
    {"kind", "tag", "owner", "table", "compass", "theme", "verdict", "place", "unit", "registry"}
)
OR = ("ELLER", "OR")
YES, NO, ONLY = "ja", "nej", "bara"
_FLAGS = {YES: ("yes", "true"), NO: ("no", "false")}
_SCOPES = {YES: ("yes", "all", "alla"), NO: ("no",), ONLY: ("only",)}

ALIASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "kind": {
        "avveckla": ("phase-out", "-"),
        "vidareutveckla": ("develop-further", ">", "›"),
        "nyutveckla": ("create-new", "new", "+"),
    },
    "verdict": {
        "stammer": ("stämmer", "holds"),
        "delvis": ("stämmer-delvis", "partly", "in-part", "holds-in-part"),
        "stammer-inte": ("stämmer-inte", "inte", "does-not-hold"),
    },
    "state": {"utkast": ("draft",), "fastställd": ("final", "finalised", "finalized")},
    "sort": {
        "slutsats": ("conclusion",),
        "åtgärd": ("action",),
        "medskick": ("message",),
        "anteckning": ("note",),
    },
    "dissent": _FLAGS,
    "star": _FLAGS,
    "withdrawn": _SCOPES,
    "parked": _SCOPES,
}
"""What the values of a field are called besides what stands in the files. A kind and a verdict are the workbook's; these are those
of the one that ships."""
CLOSED = frozenset({"state", "sort", "dissent", "star", "withdrawn", "parked"})
"""Fields whose every value is known to the program, whatever the workbook."""


def _without_marks(sign: str) -> str:
    parts = unicodedata.normalize("NFD", sign)
    return "".join(part for part in parts if not unicodedata.combining(part))


EXAMPLES: Mapping[str, str] = {
    "part": "B",
    "question": "B.2",
    "tag": "fax",
    "owner": "anna",
    "table": "3",
    "compass": "närakuter",
    "theme": "kontinuitet",
    "support": ">3",
    "name": "ekerö",
    "place": "hallunda",
    "unit": "primärvård",
    "from": "2026-05",
    "to": "2026-06-30",
    "workbook": "vardens",
    "registry": "2026/114",
}
"""What could stand behind a field, where nothing is known of what does."""

_LETTERS = {code: _without_marks(chr(code)) for code in (*range(0xE0, 0x250), *range(0x1E00, 0x1F00))} | {
    **str.maketrans({"ø": "o", "æ": "a", "đ": "d", "ł": "l"}),
    **dict.fromkeys(range(0x300, 0x370)),
}
"""Latin letters with their marks, and marks by themselves: a table, since a library of notes is looked through by it."""


def bare(text: str) -> str:
    """A folded text without the marks of its letters: what is compared only where nothing else is found."""
    return text if text.isascii() else text.translate(_LETTERS)


def field_called(name: str) -> Field | None:
    """The field of a name, in either language, whatever the case, and without its rings and dots too; None where there is none."""
    return _NAMED.get(folded(name))


def field_of(key: str) -> Field:
    """The field that the program calls by a key."""
    return _KEYED[key]


def _names(field: Field) -> set[str]:
    names = {folded(name) for name in (field.swedish, field.english, *field.also)}
    return names | set(map(bare, names))


_KEYED = {field.key: field for field in FIELDS}
_NAMED = {name: field for field in FIELDS for name in _names(field)}
