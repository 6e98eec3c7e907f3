"""`diskussion actions`: what somebody has taken on, over all discussions of a folder, and what has become of it.

What is overdue says so and comes first; what is done comes when it is asked for.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean, clean_line, folded
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import MOST_CANDIDATES
from diskussion_tui.cli.kit.installed import must_be_installed
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import also_of, folder_of, refuge_for
from diskussion_tui.domain.session.conclusions import is_overdue
from diskussion_tui.reports.action_rows import action_rows, state_of
from diskussion_tui.reports.cells import cells
from diskussion_tui.store.files.paths import expanded

if TYPE_CHECKING:
    import datetime as dt
    from argparse import Namespace
    from collections.abc import Sequence

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.texts.catalogue import Texts


FORMS = ("json", "csv", "csv_excel", "ics")
"""What they are printed as, where not for eyes."""


def add(parser: Parser) -> None:
    """The folder, whose, whether those that are done too, what has become of one, and as what they are printed."""
    words = parser.words
    parser.argument("folder", words.word_folder, words.help_folder_of, many=False)
    parser.option("--owner", word=words.word_owner, help_text=words.help_owner_of)
    parser.option("--all", help_text=words.help_all_actions)
    parser.option("--done", word=words.word_action, help_text=words.help_tell_done)
    parser.option("--not-done", word=words.word_action, help_text=words.help_tell_not_done)
    parser.option("--json", help_text=words.help_json)
    parser.option("--csv", help_text=words.help_csv)
    parser.option("--csv-excel", help_text=words.help_csv_excel)
    parser.option("--ics", help_text=words.help_ics)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print the actions, the most urgent first; or tell of one that it is done, or not after all."""
    from diskussion_tui.workshop import clock

    if arguments.done is not None or arguments.not_done is not None:
        return _tell(arguments, texts)

    form, today = _form(arguments, texts), clock.local_now().date()
    found = _found(arguments)
    if form == "json":
        output.put_json([_values(one, today) for one in found])
    elif form == "ics":
        output.put_bytes(_calendar(found, texts))
    elif form:
        output.put(_table(found, form, texts, today))
    else:
        for row in rows(found, texts, today):
            output.put_row(row)
        if not found:
            output.say(texts.cli.no_actions.format(folder=_folder(arguments)))
    return DONE


def _tell(arguments: Namespace, texts: Texts) -> int:
    """Write what has become of an action into the discussion that spoke of it last, and print its id. Raises `Refused`."""
    from diskussion_tui.cli.kit.changing import changing
    from diskussion_tui.cli.kit.setting import places_of
    from diskussion_tui.domain.session.conclusions import tell_done
    from diskussion_tui.store.files.places import Places
    from diskussion_tui.workshop.follow_up import FollowUp

    if arguments.done is not None and arguments.not_done is not None:
        raise Refused(texts.query.one_form.format(choices=texts.cli.any_of(("--done", "--not-done"))))
    done = arguments.done is not None
    of = FollowUp(Places(_folder(arguments)) if arguments.folder else places_of(arguments))
    of.look()
    one = _meant(clean_line(arguments.done if done else arguments.not_done), of.actions, texts)
    arguments.session = str(of.path_of(one))
    with changing(arguments, texts) as workshop:
        workshop.do(tell_done, one.action.id, done=done)
    output.put_row(one.action.id)
    return DONE


def _meant(given: str, actions: Sequence[Action], texts: Texts) -> Action:
    """The action with an id that begins or ends so, else the one that has every word. Raises `Refused` with the candidates otherwise."""
    from diskussion_tui.base.short_ids import fitting
    from diskussion_tui.workshop import clock

    ids = fitting([one.action.id for one in actions], given)
    words = folded(given).split()
    found = [one for one in actions if one.action.id in ids] or [
        one for one in actions if words and all(word in folded(one.action.text) for word in words)
    ]
    if len(found) == 1:
        return found[0]
    sentence = texts.cli.several_actions if found else texts.cli.no_such_action
    table = rows(found, texts, clock.local_now().date())
    raise Refused(sentence.format(given=given), rows=[f"  {row}" for row in table[:MOST_CANDIDATES]])


def _form(arguments: Namespace, texts: Texts) -> str:
    """As what they are printed, empty where for eyes. Raises `Refused` where it is to be two things."""
    forms = [form for form in FORMS if getattr(arguments, form)]
    if len(forms) > 1:
        names = tuple(f"--{form.replace('_', '-')}" for form in forms)
        raise Refused(texts.query.one_form.format(choices=texts.cli.any_of(names)))
    return forms[0] if forms else ""


def _folder(arguments: Namespace) -> Path:
    return expanded(Path(arguments.folder)) if arguments.folder else folder_of(arguments)


def _found(arguments: Namespace) -> tuple[Action, ...]:
    """The actions that are asked for."""
    from diskussion_tui.workshop.earlier import actions_in

    folder, given = _folder(arguments), bool(arguments.folder)
    next(folder.iterdir(), None) if given else None  # a folder that is not there is no empty one
    found = actions_in(folder) if given else actions_in(folder, refuge_for(arguments), also_of(arguments))
    if not arguments.all:
        found = tuple(one for one in found if not one.action.done)
    if arguments.owner is not None:
        wanted = folded(clean_line(arguments.owner).removeprefix("@"))
        found = tuple(one for one in found if folded(one.action.owner) == wanted)
    return found


def rows(found: Sequence[Action], texts: Texts, today: dt.date) -> list[str]:
    """Last day, how it stands, owner, discussion and the action itself, in columns. How it stands is left out where all is as it should be."""
    table = [
        (
            one.action.due.isoformat() if one.action.due else "-",
            _state(one, texts, today),
            one.action.owner or "-",
            f"{one.date.isoformat()} {one.name}",
            clean_line(one.action.text),
        )
        for one in found
    ]
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    shown = [place for place, width in enumerate(widths) if width]
    return ["  ".join(_padded(row[place], widths[place]) for place in shown).rstrip() for row in table]


def _state(one: Action, texts: Texts, today: dt.date) -> str:
    """How an action stands, in a word with its sign; empty where it is to be done and not late."""
    if not (one.action.done or is_overdue(one.action, today)):
        return ""
    return f"{'✓' if one.action.done else '!'} {state_of(one, texts, today)}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _table(found: Sequence[Action], form: str, texts: Texts, today: dt.date) -> str:
    from diskussion_tui.reports.formats.tables import separated

    head, table = action_rows(found, texts, today)
    plain = [[clean(cell) for cell in row] for row in table]
    return separated(head, plain, "csv-excel" if form == "csv_excel" else "csv").removesuffix("\n")


def _calendar(found: Sequence[Action], texts: Texts) -> bytes:
    """Those that have a day, as a calendar takes them in. Raises `Refused` where what that takes is not installed."""
    from diskussion_tui.reports.appointments import appointments_of
    from diskussion_tui.reports.exporting import CALENDAR, NEEDS
    from diskussion_tui.reports.formats.calendar import calendar

    must_be_installed(texts.report.missing.replace("{format}", "ICS"), NEEDS[CALENDAR])
    return calendar(appointments_of(found, texts), texts.language)


def _values(one: Action, today: dt.date) -> dict[str, object]:
    action = one.action
    return {
        "id": action.id,
        "text": action.text,
        "owner": action.owner,
        "due": action.due,
        "done": action.done,
        "overdue": is_overdue(action, today),
        "section": action.section,
        "notes": list(action.notes),
        "session": one.session,
        "name": one.name,
        "date": one.date,
    }
