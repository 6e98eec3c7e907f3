"""`diskussion agree`: how far coders agree, theme by theme and in all, and what they have coded differently. It writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.coding import desk_in, notes_in
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.compilation import share_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.analysis.agreement import Agreement, Measure
    from diskussion_tui.domain.analysis.coding import Coding
    from diskussion_tui.texts.catalogue import Texts

_TWO = 2
ENOUGH = 50
"""With fewer notes in common than so many it is said how there come to be more."""


def add(parser: Parser) -> None:
    """The compilation, the coders, and `--json`."""
    said = parser.texts.coding
    parser.argument("name", said.word_name, said.help_name, many=False)
    parser.argument("coders", said.word_coder, said.help_as)
    parser.option("--json", help_text=parser.words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print it; the code says whether something was coded differently."""
    from diskussion_tui.domain.analysis.agreement import agreement
    from diskussion_tui.store.compiling.decisions import coder_name

    said = {one.id: one for one in notes_in(arguments, texts)}
    with desk_in(arguments, texts) as desk:
        coding = desk.coding
    found = agreement(coding, [coder_name(one) for one in arguments.coders], said)
    if len(found.coders) < _TWO or not found.overall.notes:
        raise Refused(_lacking(found, coding, arguments, texts))
    code = WRONG if found.disputed else DONE
    if arguments.json:
        output.put_json(_values(found, coding))
        return code
    for row in _shared(found, texts):
        output.put_row(row)
    if found.overall.notes < ENOUGH:
        output.put_row(_how_shared(arguments, texts))
    output.put_row("")
    for row in _rows(found, coding, texts):
        output.put_row(row)
    if found.disputed:
        output.put_row("")
        output.put_row(texts.coding.disagree_head)
    for note in found.disputed:
        output.put_row(f"{note}  {clean_line(said[note].text)}")
        for coder in found.coders:
            themes = coding.themes_of(note, coder)
            if themes is not None:
                names = ", ".join(one.name for theme in themes if (one := coding.book.theme(theme)))
                output.put_row(f"    {coder}: {names or texts.coding.none}")
    return code


def _lacking(found: Agreement, coding: Coding, arguments: Namespace, texts: Texts) -> str:
    """Why nothing can be said yet, and what to do."""
    said = texts.coding
    if len(found.coders) < _TWO:
        why = said.needs_two.format(coders=", ".join(coding.coders) or "–")
    else:
        why = said.none_shared.format(coders=said.both(found.coders))
    return f"{why} {_how_shared(arguments, texts)}"


def _shared(found: Agreement, texts: Texts) -> list[str]:
    """How many notes any two have in common, a row each."""
    said = texts.coding
    return [
        (said.shared(many) if many else said.shared_none).format(coders=said.both(pair))
        for pair, many in found.shared
    ]


def _how_shared(arguments: Namespace, texts: Texts) -> str:
    """How two come to have more notes in common, with the keys that they have: only here are the commands loaded."""
    from diskussion_tui.cli.kit.own_keys import own_keys_of
    from diskussion_tui.tui.commands import take_keys, with_keys

    take_keys(own_keys_of(arguments, texts)[0])
    return with_keys(texts).coding.how_shared


def _rows(found: Agreement, coding: Coding, texts: Texts) -> list[str]:
    said = texts.coding
    table = [list(said.agree_head)]
    for one in (found.overall, *found.themes):
        theme = coding.book.theme(one.theme) if one.theme else None
        name = theme.name if theme else said.agree_overall
        low, high = _figure(one.low, texts), _figure(one.high, texts)
        bounds = said.interval.format(low=low, high=high) if one.low is not None else "–"
        share = share_of(one.same, one.pairs, texts) if one.pairs else "–"
        count = one.used if one.theme else one.notes
        table.append([name, str(count), share, _figure(one.kappa, texts), _figure(one.alpha, texts), bounds])
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    rows = []
    for name, *figures in table:
        right = "  ".join(
            f"{' ' * (width - cells(one))}{one}" for one, width in zip(figures, widths[1:], strict=True)
        )
        rows.append(f"{name}{' ' * (widths[0] - cells(name))}  {right}")
    return rows


def _figure(value: float | None, texts: Texts) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}".replace("-", "−").replace(".", "," if texts.language == "sv" else ".")


def _values(found: Agreement, coding: Coding) -> dict[str, object]:
    return {
        "coders": list(found.coders),
        "common": [{"coders": list(pair), "notes": many} for pair, many in found.shared],
        "overall": _measured(found.overall),
        "themes": [_measured(one) for one in found.themes],
        "disputed": [
            {"note": note, **{coder: _given(coding, note, coder) for coder in found.coders}}
            for note in found.disputed
        ],
    }


def _given(coding: Coding, note: str, coder: str) -> list[str] | None:
    themes = coding.themes_of(note, coder)
    return None if themes is None else list(themes)


def _measured(one: Measure) -> dict[str, object]:
    figures = {"raw": one.raw, "kappa": one.kappa, "alpha": one.alpha, "low": one.low, "high": one.high}
    rounded = {key: None if value is None else round(value, 4) for key, value in figures.items()}
    return {
        "theme": one.theme,
        "notes": one.notes,
        "used": one.used,
        "same": one.same,
        "pairs": one.pairs,
        **rounded,
    }
