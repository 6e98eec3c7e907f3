"""The words of the commands of the shell."""

from __future__ import annotations

from keyword import iskeyword

from diskussion_tui.texts.catalogue.base import Words


class Usage(Words):
    """A command of the shell in words: how it is written, what it does in a line, and what else there is to know."""

    usage: str
    summary: str
    details: str = ""


class Usages(Words):
    """Every command of the shell, by its name; `home` is the program itself."""

    home: Usage
    start: Usage
    line: Usage
    new: Usage
    list: Usage
    find: Usage
    index: Usage
    show: Usage
    report: Usage
    form: Usage
    import_: Usage
    key_in: Usage
    history: Usage
    details: Usage
    note: Usage
    place: Usage
    compass: Usage
    mark: Usage
    rank: Usage
    merge: Usage
    split: Usage
    similar: Usage
    compile: Usage
    verify: Usage
    code: Usage
    agree: Usage
    workbook: Usage
    check: Usage
    doctor: Usage
    purge: Usage
    archive: Usage
    dispose: Usage
    personal: Usage
    conclude: Usage
    actions: Usage
    park: Usage
    plan: Usage
    practise: Usage
    storbild: Usage
    handbok: Usage
    settings: Usage
    completion: Usage
    compare: Usage
    read: Usage
    merge_tables: Usage

    def of(self, command: str) -> Usage:
        """How a command is used; the program itself where `command` is empty."""
        usage: Usage = getattr(self, name_of(command) or "home")
        return usage


def name_of(command: str) -> str:
    """What a command is called in Python: no hyphen, and `_` behind what is a word of Python's own."""
    name = command.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name
