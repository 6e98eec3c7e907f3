"""How many rows are printed at most, where whoever asks says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit.refusal import Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.texts.catalogue import Texts

_MOST = 1_000_000_000


def limit_of(arguments: Namespace, texts: Texts) -> int | None:
    """What `--limit` says, None where nothing does. Raises `Refused` where it is no number."""
    given = arguments.limit
    if given is None:
        return None
    if not (given.isascii() and given.isdigit() and int(given[:10]) < _MOST):
        raise Refused(texts.query.bad_limit.format(given=clean_line(given)))
    return int(given)
