"""Lines of a guide as the pieces that somebody wrote: headings, points, numbered lines and running text, whole again where a page broke them.

A page has its marks: lines that stand on every one of them, words that were divided, ligatures that a PDF has torn. What is mended or
left out is told.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from diskussion_tui.base.text import clean
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.wrapping import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Sort: TypeAlias = Literal["heading", "item", "numbered", "text"]

MOST_LINES = 5_000
"""A guide is a few pages; of a book the beginning is read."""
_BULLET = re.compile(r"(?P<sign>[•·‣▪●○◦▫□■◻☐➢⁃∙◆◇❖►▶▸➤✓✔])\s*|(?P<dash>[-–—*+])\s+")
_STRAY = re.compile("[\ufffd\uf000-\uf0ff]")
_NUMBERED = re.compile(r"(?P<label>\d{1,2})[.)]\s*(?P<text>.*)\Z", re.DOTALL)
_COUNTED = re.compile(r"(?P<label>\d{1,2})[.)]?\s+(?P<text>\D.*)\Z", re.DOTALL)
_LETTERED = re.compile(
    r"(?:(?:del|part|tema|theme|avsnitt|section|område|kapitel|chapter)\s+(?P<named>[A-ZÅÄÖ]|\d{1,2})\b\s*[.:)–-]?|(?P<label>[A-ZÅÄÖ])[.:)])\s+(?P<text>\S.*)\Z",
    re.IGNORECASE,
)
_HASHES = re.compile(r"(?P<level>#{1,6})\s+(?P<text>.*?)\s*#*\Z")
_PAGE = re.compile(
    r"(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?|(?:sida|page)\s+\d{1,3}.{0,12}|\d{1,3}\s*(?:\(\d{1,3}\)|/\s*\d{1,3})",
    re.IGNORECASE,
)
_AT_THE_EDGE = re.compile(
    r"\A\d{1,3}(?=\s)|(?<=\s)(?:(?:sida|page)\s+\d{1,3}\s*(?:av|of|/)\s*)?\d{1,3}\Z", re.IGNORECASE
)
_PARTS = re.compile(r"(?:del|part|tema|theme|avsnitt|section|område|kapitel|chapter)\b", re.IGNORECASE)
_CELLS = re.compile(r"\s{3,}|\t+")
_TORN = re.compile(r"(?<!\w)(\w*(?:fl|[idn]fi|[ei]?ffi|ffl)|\w?fi) (?=[a-zåäö])")
"""Behind a ligature many readers of PDF put a blank: *fl exibel*, *specifi ka*. Of whole words only few end so, and those stay."""
_WHOLE = frozenset({"wifi", "hifi", "scifi", "delfi"})
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_ENDED = re.compile(r"[.!?:;…”\"')\]]\Z")
_OFTEN = 3
_FEWEST_LETTERS = 4
_HEADING_WORDS, _HEADING_LETTERS = 9, 70
_LARGER = 1.12
"""So much larger than most letters are those of a heading."""
_SHORT = 45
_FEWEST_HEADS = 2
_NEARLY_FULL, _HALF_FULL, _MANY = 0.65, 0.5, 0.15
"""Of the longest line, from where on a page may have broken it; and the share of lines that shows that a page has."""


class Line(NamedTuple):
    """A line as a page has it; `size` is that of its letters where it is known, else 0."""

    text: str
    size: float = 0.0


class Piece(NamedTuple):
    """A piece. `label` is the letter or number before it. `sure` says of a heading that it is written as one, and not only short.

    `spaced` says that lines of it stood apart, as in a text with a blank line between any two.
    """

    sort: Sort
    text: str
    level: int = 0
    label: str = ""
    sure: bool = True
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a guide in their order, the lines that were left out, and the words that were torn and are whole again."""

    pieces: tuple[Piece, ...]
    left_out: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()


def pieces_in(lines: Sequence[Line]) -> Pieces:
    """The pieces of a guide's lines."""
    cleaned = [Line(_cleaned(line.text), line.size) for line in lines[:MOST_LINES]]
    often = _on_every_page(cleaned)
    body = _usual_size(cleaned)
    reading = _Reading(body, _full_length(cleaned))
    for line in cleaned:
        if _paged(line.text.strip()) in often or _PAGE.fullmatch(line.text.strip()):
            continue
        for one in _apart(line):
            reading.take(one)
    mended: dict[str, None] = {}
    pieces = [one._replace(text=_whole(one.text, mended)) for one in _counted_headings(reading.done())]
    return Pieces(tuple(_between_points(pieces)), tuple(often.values()), tuple(mended))


def pieces_from(values: Mapping[str, Any]) -> Pieces:
    """Pieces as they came out of JSON."""
    pieces = tuple(Piece(*one) for one in values["pieces"])
    return Pieces(pieces, tuple(values["left_out"]), tuple(values["mended"]))


def _cleaned(text: str) -> str:
    text = clean(text).replace("\u00a0", " ").expandtabs(4)
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    return _STRAY.sub("", text).rstrip()


def _on_every_page(lines: Iterable[Line]) -> dict[str, str]:
    """Lines that come again and again and ask nothing, each by what it is but for its page: what a form says under each box, what stands on each page."""
    told = [line.text.strip() for line in lines if line.text.strip()]
    halves = {two for one, two in pairwise(told) if one.endswith("-")}  # of a word that was divided
    counted = Counter(_paged(one) for one in told if len(one) >= _FEWEST_LETTERS)
    found: dict[str, str] = {}
    for text in told:
        if counted[_paged(text)] >= _OFTEN and text not in halves and not _may_be_meant(text):
            found.setdefault(_paged(text), text)
    return found


def _may_be_meant(text: str) -> bool:
    """Whether a line may well be meant each time it comes: a question, a point, a heading."""
    marked = _BULLET.match(text) or _NUMBERED.match(text) or _PARTS.match(text)
    return bool(marked) or text.endswith("?") or text.startswith(("#", "("))


def _paged(text: str) -> str:
    """A line without the number of its page, which tells it from the same one on other pages."""
    return _AT_THE_EDGE.sub("#", text)


def _usual_size(lines: Iterable[Line]) -> float:
    """The size of most letters; 0 where sizes are not known."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _full_length(lines: Iterable[Line]) -> float:
    """How long a line is that a page may have broken; on pages where many lines go on with a small letter shorter ones are."""
    texts = [text for line in lines if (text := line.text.strip())]
    going_on = sum(text[0].islower() for text in texts)
    share = _HALF_FULL if going_on >= len(texts) * _MANY else _NEARLY_FULL
    return share * max(map(len, texts), default=0)


def _apart(line: Line) -> Iterator[Line]:
    """A line of a table that has been flattened, as the cells that stood beside each other; any other as it is."""
    text = line.text.strip()
    cells = [cell for cell in _CELLS.split(text) if cell]
    table = len(cells) > 2 and all(len(cell) <= _SHORT for cell in cells) and not _BULLET.match(text)  # noqa: PLR2004
    if not table or _NUMBERED.match(text):
        yield line
        return
    for place, cell in enumerate(cells):
        if place:
            yield Line("", line.size)
        yield Line(cell, line.size)


class _Reading:
    """Lines taken one after the other: which piece is open, and whether a blank line came behind it."""

    def __init__(self, body: float, full: float) -> None:
        self._body, self._full = body, full
        self._done: list[Piece] = []
        self._open: list[str] = []
        self._piece: Piece | None = None
        self._gap = True
        self._size = 0.0
        self._signs: list[str] = []

    def take(self, line: Line) -> None:
        """One line more."""
        text = line.text.strip()
        if not text:
            self._gap = True
            return
        begun = self._begun(line, text)
        if begun is None and self._piece and self._goes_on(text, line.size):
            spaced = self._piece.spaced or (self._gap and self._piece.sort != "text")
            self._piece = self._piece._replace(spaced=spaced)
            self._open.append(text)
        else:
            self._close()
            self._piece = begun or self._plain(text)
            self._open = [self._piece.text]
        self._gap, self._size = False, line.size

    def done(self) -> list[Piece]:
        """Every piece, those that only look like headings told apart from what is text."""
        self._close()
        return self._done

    def _close(self) -> None:
        if self._piece:
            piece = self._piece._replace(text=joined([one for one in self._open if one]))
            if not piece.sure and not _may_head(piece.text):
                piece = piece._replace(sort="text", level=0, sure=True)
            self._done.append(piece)
        self._piece = None

    def _begun(self, line: Line, text: str) -> Piece | None:
        """The piece that a line begins by a mark of its own, None where it has none."""
        if found := _HASHES.match(text):
            return _heading(_unmarked(found["text"]), len(found["level"]))
        if found := _BULLET.match(text):
            return Piece("item", _unmarked(text[found.end() :].strip()), self._depth(line.text, found))
        if found := _NUMBERED.match(text):
            self._signs = []
            return Piece("numbered", _unmarked(found["text"].strip()), label=found["label"])
        if found := _LETTERED.match(text):
            return Piece("heading", found["text"], 1, (found["label"] or found["named"] or "").upper())
        return self._large(line, text)

    def _large(self, line: Line, text: str) -> Piece | None:
        """A heading that is told by its large letters; None where they are not, or where it goes on with one."""
        if not self._body or line.size < self._body * _LARGER:
            return None
        open_heading = self._piece and self._piece.sort == "heading" and not self._gap
        if open_heading and abs(line.size - self._size) < 1:
            return None
        return _heading(text, 1 if line.size >= self._body * _LARGER**4 else 2)

    def _depth(self, line: str, found: re.Match[str]) -> int:
        """How deep a point stands: by how far in, or by its sign, the first one seen being the outermost."""
        sign = found["sign"] or found["dash"]
        if self._piece is None or self._piece.sort != "item":
            self._signs = []
        if sign not in self._signs:
            self._signs.append(sign)
        indented = (len(line) - len(line.lstrip())) // 2 if len(self._signs) == 1 and found["dash"] else 0
        return min(1, self._signs.index(sign) or indented)

    def _goes_on(self, text: str, size: float) -> bool:
        """Whether a line without a mark goes on with the open piece."""
        piece = self._piece
        if piece is None:
            return False
        before = " ".join(self._open)
        small = text[0].islower() or text[0] in "(,&/" or before.endswith(("-", ","))
        if piece.sort == "heading":
            large = piece.sure and not piece.label and self._body > 0
            return not self._gap and (abs(size - self._size) < 1 if large else small)
        if self._gap:
            return small and bool(before) and not before.endswith((".", "?", "!"))
        if piece.sort == "numbered" and before.endswith("?") and not small:
            return False
        return bool(before) and (small or len(self._open[-1]) >= self._full)

    def _plain(self, text: str) -> Piece:
        """A line without a mark, which a blank line may make a heading of."""
        bold = re.fullmatch(r"\*\*(.+?)\*\*:?|__(.+?)__:?", text)
        if bold:
            return Piece("heading", bold[1] or bold[2], 3, sure=False)
        heads = self._gap and _may_head(text)
        return Piece("heading" if heads else "text", _unmarked(text), 2 if heads else 0, sure=not heads)


def _heading(text: str, level: int) -> Piece:
    """A heading without the letter or number that counts it, where it has one."""
    if found := _LETTERED.match(text):
        return Piece("heading", found["text"], level, (found["label"] or found["named"] or "").upper())
    if (found := _COUNTED.match(text)) and not text.endswith("?"):
        return Piece("heading", found["text"], level, found["label"])
    return Piece("heading", text, level)


def _may_head(text: str) -> bool:
    """Whether a line is such as headings are: short, with a capital and no full stop."""
    short = len(text) <= _HEADING_LETTERS and len(text.split()) <= _HEADING_WORDS
    return short and text[:1].isupper() and not re.search(r"[.!?,;:]\Z", text)


def _unmarked(text: str) -> str:
    """A text without the marks that Markdown has for bold and slanted letters."""
    return re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)


def _whole(text: str, mended: dict[str, None]) -> str:
    """A text whose torn words are whole again; which they are is noted."""

    def mend(found: re.Match[str]) -> str:
        if found[1].casefold() in _WHOLE:
            return found[0]
        rest = re.match(r"\w*", text[found.end() :])
        mended[f"{found[1]}{rest[0] if rest else ''}"] = None
        return found[1]

    return re.sub(r",(?=[^\W\d_])", ", ", _TORN.sub(mend, " ".join(text.split())))


def _counted_headings(pieces: list[Piece]) -> list[Piece]:
    """The pieces with those numbered lines as headings that look like one and have something asked under them, not beside them."""
    numbered = [at for at, one in enumerate(pieces) if one.sort == "numbered"]
    heads = []
    for at, end in pairwise([*numbered, len(pieces)]):
        under = pieces[at + 1 : end]
        if _may_head(pieces[at].text) and any("?" in one.text[-1:] for one in under):
            heads.append(at)
    if len(heads) < _FEWEST_HEADS:
        return pieces
    return [one._replace(sort="heading", level=2) if at in heads else one for at, one in enumerate(pieces)]


def _between_points(pieces: list[Piece]) -> Iterator[Piece]:
    """Text that stands between two points of a text with blank lines everywhere belongs to the first of them."""
    held: Piece | None = None
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        within = (
            held is not None
            and held.sort == "item"
            and held.spaced
            and piece.sort in {"text", "heading"}
            and not (piece.sort == "heading" and piece.sure)
            and following is not None
            and following.sort == "item"
        )
        if within and held is not None:
            held = held._replace(text=f"{held.text} {piece.text}")
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held
