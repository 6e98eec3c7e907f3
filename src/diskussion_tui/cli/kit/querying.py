"""A query from the command line, read by one door: what one command refuses every other refuses, with the same help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.domain.analysis.query.query import Query
    from diskussion_tui.domain.analysis.query.vocabulary import Vocabulary
    from diskussion_tui.texts.catalogue import Texts


def query_of(text: str, known: Vocabulary, texts: Texts) -> Query:
    """What a text asks for. Raises `Refused` where it cannot be read, with the place marked."""
    from diskussion_tui.domain.analysis.query.parsing import parse

    parsed = parse(text, known)
    if parsed.problem:
        from diskussion_tui.reports.queries import told

        at = parsed.problem
        marked = " " * at.start + "^" * max(1, at.end - at.start)
        raise Refused(told(at, texts), rows=[f"  {parsed.text}", f"  {marked}"])
    return parsed.query


def vocabulary(arguments: Namespace) -> Vocabulary:
    """What the workbook in use is known to have from a glance at it: its kinds and their signs."""
    from diskussion_tui.cli.kit.setting import seen
    from diskussion_tui.domain.analysis.query.vocabulary import Vocabulary, vocabulary_of

    outline = seen(arguments)
    return vocabulary_of(outline) if outline.kinds else Vocabulary()


def hint_fields(text: str, texts: Texts) -> None:
    """Where nothing is found: say which field was meant by a word with a colon behind it that is none."""
    from diskussion_tui.reports.queries import hints

    for hint in hints(text, texts):
        output.say(hint)
