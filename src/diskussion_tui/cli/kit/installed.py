"""What a command needs besides the program itself: whether it is installed, and how one gets it."""

from __future__ import annotations

from importlib.util import find_spec

from diskussion_tui.cli.kit.refusal import Refused

INSTALL = 'pip install "diskussion-tui[dokument]"'
"""How the program is installed with what documents need."""


def must_be_installed(sentence: str, *modules: str) -> None:
    """Raise `Refused` with the sentence, which has `{command}`, where one of some modules is not installed. Loads none of them."""
    if not all(map(find_spec, modules)):
        raise Refused(sentence.format(command=INSTALL))
