"""Which commands there are, in which room each lies, and its parser: its module is imported when it is wanted, and no sooner."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit.parser import Parser
from diskussion_tui.texts.catalogue.usages import name_of

if TYPE_CHECKING:
    from types import ModuleType

    from diskussion_tui.texts.catalogue import Texts

COMMANDS = {
    "start": "lead",
    "line": "lead",
    "new": "session",
    "list": "folder",
    "find": "analysis",
    "index": "analysis",
    "show": "session",
    "report": "session",
    "form": "session",
    "import": "folder",
    "key-in": "lead",
    "history": "session",
    "note": "session",
    "park": "session",
    "conclude": "session",
    "actions": "folder",
    "place": "session",
    "compass": "session",
    "mark": "session",
    "rank": "session",
    "plan": "session",
    "details": "session",
    "merge": "session",
    "split": "session",
    "similar": "session",
    "compile": "analysis",
    "code": "analysis",
    "agree": "analysis",
    "verify": "analysis",
    "compare": "analysis",
    "read": "analysis",
    "merge-tables": "analysis",
    "workbook": "setup",
    "check": "setup",
    "doctor": "folder",
    "purge": "session",
    "archive": "session",
    "dispose": "session",
    "personal": "folder",
    "practise": "lead",
    "storbild": "lead",
    "handbok": "setup",
    "settings": "setup",
    "completion": "setup",
}
"""Every command by name, with the room its module lies in; its module and its words are called the same, with `_` for `-` (`name_of`). No command at all is `home`."""

ALIASES = {
    "sammanställ": "compile",
    "sök": "find",
    "formulär": "form",
    "arkivera": "archive",
    "gallra": "dispose",
    "importera": "import",
    "skriv-av": "key-in",
    "koda": "code",
    "verifiera": "verify",
    "arbetshäfte": "workbook",
    "wall": "storbild",
    "handbook": "handbok",
    "rad": "line",
    "öva": "practise",
    "uppgifter": "details",
    "inställningar": "settings",
}
"""What a command is called too, in the other language."""


def parser_of(command: str, texts: Texts) -> Parser:
    """The parser of a command, all its arguments declared; of the program itself where `command` is empty."""
    parser = Parser(command, texts)
    module_of(command).add(parser)
    return parser


def module_of(command: str) -> ModuleType:
    """The module of a command."""
    return import_module(f"diskussion_tui.cli.{COMMANDS.get(command, 'lead')}.{name_of(command) or 'home'}")
