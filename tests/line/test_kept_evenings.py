"""Evenings at the prompt are kept word for word, in both languages: what is typed, what is said to it, and how the prompt is then.

`KEEP_SCREENS=1` keeps them as they are now. In these evenings `@minutes 5` is the command *minutes* in the language that is led in, and
`~7` lets seven minutes pass before the prompt comes again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.base.languages import LANGUAGES
from diskussion_tui.domain.session import changes
from diskussion_tui.texts import words
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.workshop import Workshop
from tests.support.kept import looks_as_kept
from tests.support.laptop import WORKBOOK
from tests.support.people import Clock
from tests.support.prompt import at_prompt

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.prompt import Prompt

EVENINGS = {
    "time": """
        @time|@plan|@minutes 7|@minutes B2 9|@minutes +2|@minutes|@minutes B2 x|@minutes Q9 3
        @short B2|@short B2 f|@short B2 u|@short B2 k|@short B2 q|@short f
        @skip D3|@plan|@skip D3|@skip
        @add_break 15|@time|~3|@clock|@clock|@time
        @go B2|~8|~1|~5|~3|@time|@take_time|@take_time
        @add_break 5 C|@add_break C|@add_break|@plan|@go C|~1|@add_break|@clock|@remove_break|@remove_break|@remove_break
        @end 20.30|@time|@end 25|@end 18.10|@plan|@time|@end|@as_before|@anew|{no}|@anew|{yes}|@plan
    """,
    "notes": """
        @go B2|@hands 1 3|Fax|Telefon|Post|@kind n|Digitalt|@table Bord 3|Möten|@table
        @hands 1 12 2 3|@hands 1|@hands 1 3000|@hands 2 0|@star 1 2|@star 2|@star|@star 9|@star x
        @dissent 1 Faxen behövs|@dissent 2|@dissent 1 -|@dissent|@read|@read 1|@read 9
        @edit 2 Telefonkö|@edit 2|@edit x|@more och post|@versions 2|@versions 2 1|@versions 2 9|@versions
        @move 1 C2|@move 2|@move 2 Q9|@move 2 C1|@read|@go C2|@read|@go B2|@hands 1 2|@star 1
        @withdraw 3|@withdraw 3|@bin|@restore 1|@restore 1|@restore 9|@bin
        @park 3|@parked|@fetch 1|@fetch 1|@fetch 9|@parked|@hands 2 4
        @merge 3|@merge 3 4|@merge 3 4 n|@merge 3 9|@split 3|@split 3|@split 9|@read
        @place 3|@place 3 geriatrik|@place 3 geri|@place 3 -geriatrik|@place 3 qqq|@place
        @mask 3|Anna 19121212-1212 väntade|@mask 6|@mask 6|@undo|@redo|@undo|@undo|@redo|@redo|@redo
        @kind ny 1|@kind q|@kind|@kind ny 3 4|@kind ny x
    """,
    "places": """
        @where|@next|@where|@back|@back|@go|@go Q9|@go B|@where|@picture|@cues|@background|@go B1|@picture|@cues
        @verdict|@verdict stämmer|@verdict delvis|@verdict qqq|@verdict|@where|En bild|@read
        @go B3|@wording|@wording Hur når vi alla?|@where|@cues|Uppsökande|@wording Hur når vi fler?|@go B2|@wording Nej|@verdict ja
        @find uppsök|@find|@find qqqq|@find hur|@summary|@go slut|@where|@read|@next|@help|@help go|@help qqq
        .qqq|.s qqq|..punkt|...|.re|.|@next x|@undo x
    """,
    "conclusions": """
        @conclude|@go B2|Fax|Telefon|@conclude 1 2|@conclude|@conclude 9|@conclude 1 Sammanfattat|@conclusions|@sort
        @go slut|En ingång|@sort|@sort å|@sort qqq|B: Ring @Anna senast 1/12|@conclusions|@done 4|@done 4|@done 1|@done 9|@done
        @edit 1 Två ingångar|@edit 9 x|@withdraw 2|@withdraw 2|@edit 2 x|@withdraw 9|@conclusions|@last_time|@undo|@summary
    """,
    "rounds": """
        @dots 1 1|@order 1 1|@result|@round|@go B2|@result|@dots 1 1|Fax|Telefon|Post
        @round 3|@dots 1 2|@dots 1 2 2 1|@dots 1 99|@dots 9 1|@dots 1|@result|@round|@round {close}|@round {close}|@result|@dots 1 1
        @round {order}|@dots 1 1|@order 2 1|@order 1 2|@order 1 1|@order 2 0|@order 9 1|@order 1 9|@order|@result
        @withdraw 1|@result|@round {close}|@result|@hands 2 2|@undo|@round qqq|@round 0
    """,
    "whole": """
        @details|@details {unit} Geriatriken|@details {participants} 7|@details {participants} x|@details qqq|@details {unit}|@details
        @report|@report txt|@report qqq|@report txt md|@finish|{no}|@finish|qqq|@undo|@finish|{yes}|Fax|@hands 1 2|@clock|@anew|@minutes 5
        @time|@reopen|{no}|Fax|@reopen|{yes}|Fax|@read|@undo|@finish|{yes}|@undo|@reopen|@quit
    """,
}
NAMED = {
    "sv": {
        "close": "avsluta",
        "order": "ordning",
        "unit": "verksamhet",
        "participants": "deltagare",
        "yes": "ja",
        "no": "nej",
    },
    "en": {
        "close": "close",
        "order": "order",
        "unit": "unit",
        "participants": "participants",
        "yes": "yes",
        "no": "no",
    },
}


def _lines(script: str) -> list[str]:
    return [line for row in script.strip().splitlines() for line in row.strip().split("|")]


def _typed(line: str, language: str) -> str:
    if not line.startswith("@"):
        return line
    command, blank, rest = line[1:].partition(" ")
    return f".{getattr(words(language).line.commands, command).word}{blank}{rest}"


def _led(me: Prompt, language: str, lines: list[str], folder: Path) -> list[str]:
    kept = [me.prompt]
    for line in lines:
        if me.evening.over:
            break
        if line.startswith("~"):
            me.clock.passes(minutes=int(line[1:]))
            said, typed = me.waits(), f"({line[1:]} min)"
        else:
            typed = _typed(line, language)
            said = me.types(typed)
        kept += [
            f"> {typed}",
            *(f"  {one}" for one in said.replace(str(folder), "…").splitlines()),
            me.prompt,
        ]
    return kept


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EVENINGS)
def test_an_evening_is_said_as_it_is_kept(name: str, language: str, tmp_path: Path) -> None:
    lines = _lines(EVENINGS[name].format(**NAMED[language]))
    with at_prompt(tmp_path, lang=language, width=1000) as me:
        looks_as_kept(f"line-{name}-{language}", _led(me, language, lines, tmp_path))


def test_what_another_laptop_does_is_told_once_and_where(tmp_path: Path) -> None:
    clock = Clock()
    with at_prompt(tmp_path, at="B2", clock=clock) as me:
        me.types("Fax", "Telefon", "Post", "Brev", "Möten")
        other = Workshop.open(me.evening.workshop.path, WORKBOOK, Disk(), now=clock, steady=clock.steady)
        other.add_notes("B.2", ["Från Bo", "Ännu en"], "avveckla")
        other.add_notes("C.2", ["Annorstädes"], "avveckla")
        _heard(me, other)
        assert me.waits() == "B 2: 2 nya anteckningar av andra.\nC 2: 1 ny anteckning av andra.\n"
        assert me.waits() == ""
        for note in other.session.notes_of("B.2", "avveckla")[:5]:
            other.do(changes.revise, note.id, f"{note.text}, sade Bo")
        _heard(me, other)
        said = me.waits().splitlines()
        assert said == [
            "Ändrat av andra, B 2 nummer 1: Fax, sade Bo",
            "Ändrat av andra, B 2 nummer 2: Telefon, sade Bo",
            "Ändrat av andra, B 2 nummer 3: Post, sade Bo",
            "Och 2 ändringar till av andra.",
        ]
        other.close()


def _heard(me: Prompt, other: Workshop) -> None:
    """Have the prompt's own program take in what the other has written, as it does a few times a second."""
    other.flush()
    sink = me.evening.workshop._sink
    sink._threads._look_around()  # type: ignore[union-attr, attr-defined]
