"""`diskussion actions`: what somebody has taken on and not yet done, over all discussions of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import DONE
from diskussion_tui.cli.kit.setting import also_of, folder_of, refuge_for
from diskussion_tui.reports.cells import cells
from diskussion_tui.store.files.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The folder, `--owner` and `--json`."""
    words = parser.words
    parser.argument("folder", words.word_folder, words.help_folder_of, many=False)
    parser.option("--owner", word=words.word_owner, help_text=words.help_owner_of)
    parser.option("--json", help_text=words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print the actions, the most urgent first."""
    from diskussion_tui.workshop.earlier import actions_in

    given = expanded(Path(arguments.folder)) if arguments.folder else None
    folder = given or folder_of(arguments)
    next(folder.iterdir(), None) if given else None  # a folder that is not there is no empty one
    found = actions_in(folder) if given else actions_in(folder, refuge_for(arguments), also_of(arguments))
    if arguments.owner is not None:
        wanted = folded(clean_line(arguments.owner).removeprefix("@"))
        found = tuple(one for one in found if folded(one.action.owner) == wanted)
    if arguments.json:
        output.put_json([_values(one) for one in found])
        return DONE
    for row in rows(found):
        output.put_row(row)
    if not found:
        output.say(texts.cli.no_actions.format(folder=folder))
    return DONE


def rows(found: Sequence[Action]) -> list[str]:
    """Last day, owner, discussion and the action itself, in columns."""
    table = [
        (
            one.action.due.isoformat() if one.action.due else "-",
            one.action.owner or "-",
            f"{one.date.isoformat()} {one.name}",
            clean_line(one.action.text),
        )
        for one in found
    ]
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    return ["  ".join(map(_padded, row, widths)).rstrip() for row in table]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _values(one: Action) -> dict[str, object]:
    action = one.action
    return {
        "id": action.id,
        "text": action.text,
        "owner": action.owner,
        "due": action.due,
        "section": action.section,
        "notes": list(action.notes),
        "session": one.session,
        "name": one.name,
        "date": one.date,
    }
