"""`diskussion completion`: a script per shell, with the words of the workbook in use."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.cli.kit.commands import COMMANDS
from diskussion_tui.cli.setup.completion import SHELLS
from diskussion_tui.content.source import default_workbook
from diskussion_tui.texts import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell

BASH = shutil.which("bash")


@pytest.mark.parametrize("name", SHELLS)
def test_a_script_holds_commands_options_kinds_and_questions(shell: Shell, name: str) -> None:
    said = shell.runs("completion", name)
    assert (said.code, said.err) == (0, "")
    for word in (*COMMANDS, "question", "kind", "json", "avveckla", "E.helheten", *SHELLS):
        assert word in said.out


def test_fish_offers_no_files_for_the_id_of_a_note(shell: Shell) -> None:
    assert "'__fish_seen_subcommand_from history' -l note -x " in shell.runs("completion", "fish").out


def completed(script: str, *line: str) -> list[str]:
    """What bash offers for the last word of a line."""
    return [word for row in completed_lines(script, *line) for word in row.split()]


def completed_lines(script: str, *line: str) -> list[str]:
    """The same, each whole: what is offered may hold blanks."""
    assert BASH
    words = " ".join(f"'{word}'" for word in line)
    program = f"{script}\nCOMP_WORDS=({words})\nCOMP_CWORD={len(line) - 1}\n_diskussion\nprintf '%s\\n' \"${{COMPREPLY[@]}}\""
    env = os.environ | {"LC_ALL": "C.UTF-8"}  # so that what is quoted is quoted as people see it
    done = subprocess.run([BASH, "-c", program], capture_output=True, text=True, check=False, env=env)
    assert done.stderr == ""
    return [row for row in done.stdout.splitlines() if row]


if BASH:

    @pytest.mark.parametrize(
        ("line", "offered"),
        [
            (("diskussion", ""), list(COMMANDS)),
            (("diskussion", "pr"), ["practise"]),
            (("diskussion", "--content", "x", "li"), ["line", "list"]),
            (("diskussion", "--content", "bib"), ["biblioteket"]),
            (("diskussion", "list", "--j"), ["--json"]),
            (("diskussion", "show", "--n"), ["--notes"]),
            (("diskussion", "note", "Ekerö", "--question", "B"), ["B.1", "B.2", "B.3"]),
            (("diskussion", "note", "Ekerö", "--kind", "v"), ["vidareutveckla"]),
            (("diskussion", "history", "Ekerö", "--no"), ["--note"]),
            (("diskussion", "history", "Ekerö", "--note", ""), []),
            (("diskussion", "completion", ""), list(SHELLS)),
            (("diskussion", "workbook", ""), ["new", "check", "preview"]),
            (("diskussion", "workbook", "new", "--fr"), ["--from"]),
            (("diskussion", "list", "--lang", ""), ["sv", "en"]),
            (("diskussion", "show", "E"), []),
            (("diskussion", "place", "Ekerö", "C8FT", "Ge"), ["Geriatrik"]),
            (("diskussion", "place", "--re"), ["--remove"]),
        ],
    )
    def test_bash_offers_what_fits(shell: Shell, line: tuple[str, ...], offered: list[str]) -> None:
        assert completed(shell.runs("completion", "bash").out, *line) == offered


if BASH:

    @pytest.mark.parametrize(
        ("typed", "offered"),
        [
            ("enh", ["enhet:"]),
            ("enhet:", ["Ekerö", r"\"Västra\ vården\;\ \$\(x\)\""]),
            ("enhet:Väs", [r"\"Västra\ vården\;\ \$\(x\)\""]),
            ("kategori:av", ["avveckla"]),
            ("tagg:", ["fax"]),
            ("ingen:", []),
        ],
    )
    def test_after_a_field_bash_offers_the_values_that_the_discussions_have(
        shell: Shell, typed: str, offered: list[str]
    ) -> None:
        for name, unit in (("A", "Ekerö"), ("B", "Västra vården; $(x)")):
            shell.runs("new", name, "--unit", unit)
        shell.runs("note", "A", "-q", "B.2", "-k", "avveckla", "Bort med #fax")
        line = f"diskussion --sessions {shell.folder} find {typed}"
        script = shell.runs("completion", "bash").out
        called = f"diskussion() {{ {sys.executable} -m diskussion_tui \"$@\"; }}\nCOMP_LINE='{line}'; COMP_POINT=${{#COMP_LINE}}"
        assert completed_lines(f"{script}\n{called}", *line.split(" ")) == offered


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_for_powershell_is_whole_and_every_text_in_it_is_only_text(
    shell: Shell, language: str
) -> None:
    script = shell.runs("completion", "powershell", "--lang", language).out
    without = re.sub("'(?:[^']|'')*'", "", script)
    assert "'" not in without
    assert not re.search("[\u2018\u2019\u201a\u201b`]", without)  # signs that end a text there, or escape
    for begins, ends in ("{}", "()", "[]"):
        assert without.count(begins) == without.count(ends)
    assert set(re.findall(r"\$\w+", without)) <= set(re.findall(r"\$\w+", POWERSHELL))


POWERSHELL = (
    "$word $line $position $commands $options $values $behind $given $command $before $offered $said $_"
)
"""What the script may ask for of its own."""


def test_an_id_that_a_shell_would_run_is_left_out(shell: Shell, tmp_path: Path) -> None:
    content = tmp_path / "ond.toml"
    text = default_workbook().read_text(encoding="utf-8")
    content.write_text(text.replace('id = "nyutveckla"', 'id = "$(touch x)"'), encoding="utf-8")
    for name in SHELLS:
        said = shell.runs("completion", name, "--content", str(content))
        assert said.code == 0
        assert "touch" not in said.out
