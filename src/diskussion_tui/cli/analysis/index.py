"""`diskussion index`: what the index of the discussions holds, and making it anew. It is a cache: deleting it loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.indexed import sentence
from diskussion_tui.cli.kit.refusal import DONE, WRONG
from diskussion_tui.cli.kit.setting import also_of, folder_of, refuge_for

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts

_FEWEST, _TIMES = 100, 20
"""It is told how far it has come after so many discussions at the earliest, and about so many times in all."""


def add(parser: Parser) -> None:
    """`--status` and `--rebuild`."""
    parser.option("--status", help_text=parser.words.help_index_status)
    parser.option("--rebuild", help_text=parser.words.help_index_rebuild)


def run(arguments: Namespace, texts: Texts) -> int:
    """Say how it stands with the index; with `--rebuild` throw it away and make it anew first."""
    from diskussion_tui.store.library.indexing import rebuilt, status

    folder, refuge, also = folder_of(arguments), refuge_for(arguments), also_of(arguments)
    if arguments.rebuild:
        found = rebuilt(folder, refuge, lambda done, of: _tell(done, of, texts), also)
        if found is None:
            output.say(texts.index.not_made)
            return WRONG
    output.put_row(sentence(status(folder, refuge, also), texts))
    return DONE


def _tell(done: int, of: int, texts: Texts) -> None:
    if done and not done % max(_FEWEST, of // _TIMES):
        grouped = texts.cli.grouped
        output.say(texts.index.coming.format(done=grouped(done), of=grouped(of)))
