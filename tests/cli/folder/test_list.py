"""`diskussion list`: every file of the folder, a row each."""

from __future__ import annotations

import os
from dataclasses import fields
from typing import TYPE_CHECKING

from diskussion_tui.content.source import default_workbook
from diskussion_tui.store.library.heads import Entry

if TYPE_CHECKING:
    from tests.support.shell import Shell


def test_an_empty_folder_gives_no_rows_and_says_how_to_begin(shell: Shell) -> None:
    said = shell.runs("list")
    assert (said.code, said.out) == (0, "")
    assert "diskussion start NAMN" in said.err
    assert shell.runs("list", "--json").json() == []


def test_a_discussion_is_a_row_of_date_name_parts_kinds_notes_and_state(shell: Shell) -> None:
    shell.creates("Vårdcentralen Ekerö")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "avveckla", stdin="Fax\nDubbla remisser\n")
    shell.runs("note", "ekerö", "-q", "A.2", "-k", "ny", "Digital", "vårdcentral")
    said = shell.runs("list")
    assert said.out == "2026-05-12  Vårdcentralen Ekerö  A B  −2 +1  3 anteckningar  utkast\n"
    assert said.err == ""


def test_the_newest_stands_first_and_the_columns_are_straight(shell: Shell) -> None:
    shell.creates("Äldre med långt namn")
    shell.clock.passes(days=1)
    shell.creates("Ny")
    shell.runs("note", "Ny", "-q", "B.1", "En", "sak")
    first, second = shell.runs("list").lines
    assert first.startswith("2026-05-13  Ny                    B")
    assert second.startswith("2026-05-12  Äldre med långt namn  ")
    assert first.index("1 anteckning") == second.index("0 anteckningar")


def test_a_unit_that_stands_in_the_name_is_not_said_once_more(shell: Shell) -> None:
    for name in ("Vårdcentralen Ekerö, bord 1", "Närakuten"):
        shell.creates(name)
        shell.runs("details", name, "--unit", "Vårdcentralen Ekerö")
    first, second = sorted(shell.runs("list").lines)
    assert first.endswith("utkast  Vårdcentralen Ekerö")
    assert second.endswith("utkast")


def test_a_wide_name_keeps_the_columns_straight(shell: Shell) -> None:
    shell.creates("Grupp 👩‍⚕️ öst")
    shell.creates("日本")
    assert shell.runs("list").code == 0
    assert all("utkast" in line for line in shell.runs("list").lines)


def test_a_faulty_file_is_listed_with_what_is_wrong_with_it(shell: Shell) -> None:
    shell.creates("Ekerö")
    shell.folder.joinpath("trasig.toml").write_bytes(b"[session\nname = ")
    shell.folder.joinpath("inköpslista.toml").write_text('mat = "mjölk"\n', encoding="utf-8")
    shell.folder.joinpath("mapp.toml").mkdir()
    said = shell.runs("list")
    assert said.code == 0
    assert len(said.lines) == 4
    assert "trasig.toml" in said.out
    assert "Filens början är skadad." in said.out
    assert "ingen diskussion" in said.out
    assert "Det är ingen vanlig fil." in said.out


def test_only_faulty_files_make_a_list_too(shell: Shell) -> None:
    shell.folder.mkdir()
    shell.folder.joinpath("trasig.toml").write_bytes(b"\xff\xfe")
    assert shell.runs("list").out.startswith("-           trasig.toml  ")


def test_json_has_every_field_of_an_entry(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "a", "Fax")
    shell.folder.joinpath("trasig.toml").write_bytes(b"[")
    whole, faulty = shell.runs("list", "--json").json()
    assert set(whole) == {field.name for field in fields(Entry)}
    assert whole["path"] == str(path)
    assert (whole["date"], whole["notes"], whole["parts"]) == ("2026-05-12", 1, ["B"])
    assert whole["kinds"] == {"avveckla": 1}
    assert "T" in whole["modified"]
    assert (faulty["fault"], faulty["date"]) == ("damaged", None)


def test_a_name_with_escapes_does_nothing_to_the_terminal(shell: Shell) -> None:
    shell.creates("Ekerö")
    file = next(shell.folder.glob("*.toml"))
    text = file.read_text(encoding="utf-8").replace('"Ekerö"', '"Eke\\u001b[31mr\\u009b2Jö\\u202e"')
    file.write_text(text.replace('"vardens-struktur"', '"\\u001b]0;x\\u0007"'), encoding="utf-8")
    for given in (("list",), ("list", "--json")):
        assert not set("\x1b\x9b\u202e") & set(shell.runs(*given).out)


def test_a_stream_that_is_not_utf8_gets_what_it_can_hold(shell: Shell) -> None:
    shell.creates("Vårdcentralen Ekerö")
    assert "Vardcentralen Ekero" in shell.runs("list", encoding="ascii").out
    assert shell.runs("list", "--json", encoding="ascii").json()[0]["name"] == "Vårdcentralen Ekerö"
    assert "Vårdcentralen" in shell.runs("list", encoding="latin-1").out


def test_the_language_follows_the_workbook_unless_told_otherwise(shell: Shell) -> None:
    shell.creates("Ekerö")
    english = default_workbook().parent / "src/diskussion_tui/content/shipped/keep-change-new.toml"
    assert "0 notes  draft" in shell.runs("list", "--content", str(english)).out
    assert "0 anteckningar" in shell.runs("--content", str(english), "list", "--lang", "sv").out


def test_a_workbook_that_cannot_be_read_does_not_stop_the_list(shell: Shell) -> None:
    shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "a", "Fax")
    said = shell.runs("list", "--content", "finns-inte.toml")
    assert said.code == 0
    assert "avveckla:1" in said.out


def test_a_folder_that_cannot_be_looked_into_is_not_called_empty(shell: Shell) -> None:
    shell.folder.write_text("en fil", encoding="utf-8")
    for given in (("list",), ("show", "ekerö")):
        said = shell.runs(*given)
        assert (said.code, said.out) == (1, "")
        assert said.err.startswith(f"{shell.folder}: det är ingen mapp.")


def test_a_file_name_that_is_no_text_can_still_be_listed(shell: Shell) -> None:
    shell.folder.mkdir()
    name = os.fsdecode(b"\xff.toml")
    shell.folder.joinpath(name).write_bytes(b"[")
    assert shell.runs("list").out.startswith("-           \ufffd.toml  ")
    assert shell.runs("list", "--json").json()[0]["path"] == str(shell.folder / name)
