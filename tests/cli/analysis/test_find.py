"""`diskussion find`: what is found, in every form, and what is said where nothing is or the query cannot be read."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.store.files.codec import Encoder
from tests.architecture.test_imports import loaded_by, tops
from tests.support.builders import Group, another

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


@pytest.fixture
def shell(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A folder with two discussions, and settings of nobody's."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    shell.folder.mkdir()
    one, other = Group(name="Botkyrka"), Group(name="Järva")
    first, second = one.says("=1+1 fax", "Närakuten\nstänger tidigt", kind="avveckla")
    one.does(changes.support, second, 4)
    one.does(changes.toggle_star, first)
    other.says("Fler team i hemmet", kind="nyutveckla", question="B.2")
    for number, group in enumerate((one, other)):
        text = another(Encoder().file(group.session).decode(), number)
        (shell.folder / f"{number}.toml").write_text(text, encoding="utf-8")
    return shell


def test_notes_are_listed_under_their_discussions_and_counted(shell: Shell) -> None:
    said = shell.runs("find", "slag:-")
    assert said.code == 0
    assert said.lines == ["2026-05-12  Botkyrka", "  A 2 − Närakuten stänger tidigt  ● 4", "  A 2 − =1+1 fax"]
    assert said.err == "2 anteckningar i 1 diskussion\n"
    assert shell.runs("sök", "botkyrka").out == "2026-05-12  Botkyrka\n"


def test_a_note_found_by_what_somebody_objected_says_so_below(shell: Shell) -> None:
    group = Group(name="Solna")
    (note,) = group.says("Stäng mottagningen", kind="avveckla")
    group.does(changes.word_dissent, note, "De äldre\ndrabbas")
    (shell.folder / "solna.toml").write_text(another(Encoder().file(group.session).decode(), 7), "utf-8")
    row, below = "  A 2 − Stäng mottagningen", "        även: De äldre drabbas"
    assert shell.runs("find", "DRABBAS").lines == ["2026-05-12  Solna", row, below]
    assert shell.runs("find", "mottagningen").lines == ["2026-05-12  Solna", row]
    assert shell.runs("find", "solna").lines == ["2026-05-12  Solna"]


def test_english_asks_the_same(shell: Shell) -> None:
    assert (
        shell.runs("find", "kind:- support:>3", "--lang", "en").out
        == shell.runs("find", "slag:- stöd:>3").out
    )


def test_nothing_found_is_an_answer_of_its_own(shell: Shell) -> None:
    said = shell.runs("find", "zeppelinare")
    assert (said.code, said.out, said.err) == (1, "", "Inga träffar.\n")
    assert shell.runs("find", "zeppelinare", "--count").out == "0\n"


def test_a_minus_sign_is_a_word_that_must_not_be_there_and_no_option(shell: Shell) -> None:
    assert shell.runs("find", "-fax", "--count").out == "2\n"
    assert shell.runs("find", "del:A", "-fax", "--count").out == "1\n"
    assert shell.runs("find", "-h").out.startswith("Användning: diskussion find")


def test_where_letters_had_to_be_taken_for_others_it_says_so(shell: Shell) -> None:
    said = shell.runs("find", "narakuten", "--count")
    assert said.out == "1\n"
    assert "räknas å, ä och ö som a och o" in said.err


@pytest.mark.parametrize(
    ("asked", "sentence", "carets"),
    [
        (
            "fax slag:xyz",
            "slag:xyz går inte att läsa. Skriv avveckla, vidareutveckla eller nyutveckla.",
            "      ^^^^^^^^",
        ),
        ("från:i-går", "från:i-går är ingen dag. Skriv ett år, en månad eller en dag", "  ^^^^^^^^^^"),
        ("a stöd:många", "Skriv ett antal: stöd:3, stöd:>3 eller stöd:2-5.", "    ^^^^^^^^^^"),
        ("fax ELLER", "Efter ELLER saknas ett ord.", "      ^^^^^"),
        ("bord:", "Efter bord: saknas vad som söks, till exempel bord:3.", "  ^^^^^"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    shell: Shell, asked: str, sentence: str, carets: str
) -> None:
    said = shell.runs("find", asked)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err
    assert said.err.splitlines()[1:] == [f"  {asked}", carets.ljust(0)]


def test_json_has_every_fact_and_jsonl_a_note_a_line(shell: Shell) -> None:
    (found,) = shell.runs("find", "stöd:>3", "--json").json()
    assert (found["name"], found["part"], found["kind"], found["supporters"]) == (
        "Botkyrka",
        "A",
        "avveckla",
        4,
    )
    assert found["text"] == "Närakuten\nstänger tidigt"
    lines = shell.runs("find", "--jsonl").lines
    assert [json.loads(line)["supporters"] for line in lines] == [4, 0, 0]
    assert len(shell.runs("find", "--jsonl", "--limit", "1").lines) == 1


def test_a_cell_that_looks_like_a_formula_stays_text(shell: Shell) -> None:
    excel = shell.runs("find", "fax", "--csv-excel").out
    assert excel.startswith("\ufeff")
    header, row = csv.reader(io.StringIO(excel.removeprefix("\ufeff")), delimiter=";")
    assert dict(zip(header, row, strict=True))["text"] == "'=1+1 fax"
    header, row = csv.reader(io.StringIO(shell.runs("find", "stöd:4", "--csv").out))
    assert dict(zip(header, row, strict=True))["text"].startswith("Närakuten\nstänger")
    lines = shell.runs("find", "slag:-", "--tsv").lines
    assert len(lines) == 3
    assert len({line.count("\t") for line in lines}) == 1


def test_a_table_for_people_is_headed_in_their_language_and_one_for_programs_by_its_keys(
    shell: Shell,
) -> None:
    head = {
        form: shell.runs("find", "fax", *form)
        .lines[0]
        .removeprefix("\ufeff")
        .replace(";", ",")
        .replace(chr(34), "")
        .split(",")
        for form in (("--csv-excel",), ("--csv-excel", "--lang", "en"), ("--csv",))
    }
    assert [names[9:14] for names in head.values()] == [
        ["fråga", "del", "kategori", "typ", "text"],
        ["question", "part", "category", "type", "text"],
        ["question", "part", "kind", "sort", "text"],
    ]
    assert (
        shell.runs("find", "--by", "slag,månad", "--csv-excel").lines[0].replace(chr(34), "")
        == "\ufeffkategori;månad;anteckningar"
    )


def test_what_is_found_can_be_counted(shell: Shell) -> None:
    assert shell.runs("find", "--by", "del,slag").lines == ["A  avveckla    2", "B  nyutveckla  1"]
    assert shell.runs("find", "fax", "--by", "month", "--json").json() == [{"month": "2026-05", "notes": 1}]
    said = shell.runs("find", "--by", "väder")
    assert (said.code, "Det går inte att räkna per väder." in said.err) == (2, True)


def test_a_search_is_saved_found_again_and_forgotten(shell: Shell) -> None:
    assert "”fax i våras” är sparad" in shell.runs("find", "fax slag:-", "--save", "fax i våras").err
    assert shell.runs("find", "@fax i våras", "--count").out == "1\n"
    assert shell.runs("find", "@fax", "del:B", "--count").code == 1
    assert shell.runs("find", "--saved").out == "@fax i våras  fax kategori:avveckla\n"
    assert shell.runs("find", "--saved", "--json").json() == [
        {"name": "fax i våras", "query": "fax kategori:avveckla"}
    ]
    assert shell.runs("find", "--forget", "fax").code == 0
    said = shell.runs("find", "@fax")
    assert (said.code, "ingen sparad sökning ”fax”" in said.err) == (2, True)


def test_a_file_of_searches_that_cannot_be_read_is_left_alone(shell: Shell, tmp_path: Path) -> None:
    shell.runs("find", "fax", "--save", "fax")
    (path,) = (tmp_path / "config").rglob("sokningar.toml")
    path.write_text("searches = 3", encoding="utf-8")
    said = shell.runs("find", "fax", "--save", "annat")
    assert (said.code, "går inte att läsa. Filen är orörd." in said.err) == (1, True)
    assert path.read_text(encoding="utf-8") == "searches = 3"


def test_find_loads_neither_textual_nor_sqlite(shell: Shell) -> None:
    modules = loaded_by("find", "fax", "--sessions", str(shell.folder))
    assert not tops(modules) & {"textual", "rich", "asyncio", "pydantic", "sqlite3"}


def test_fields_and_values_are_completed_behind_a_colon_too(shell: Shell) -> None:
    script = shell.runs("completion", "bash").out
    ask = (
        'COMP_LINE="diskussion find fax kategori:av"; COMP_POINT=${#COMP_LINE}\n'
        'COMP_WORDS=(diskussion find fax slag : av); COMP_CWORD=5; _diskussion; printf "%s" "${COMPREPLY[*]}"'
    )
    done = subprocess.run(["bash", "-c", f"{script}\n{ask}"], capture_output=True, text=True, check=True)
    assert done.stdout == "avveckla"


def test_a_theme_that_a_compilation_has_coded_is_found(shell: Shell) -> None:
    note = shell.runs("find", "närakuten", "--json").json()[0]["note"]
    assert shell.runs("compile", "våren", "slag:-").code == 0
    assert shell.runs("code", "våren", "--make", "Nära vård").code == 0
    assert shell.runs("code", "våren", "--set", note, "Nära vård").code == 0
    said = shell.runs("find", 'tema:"nära vård"', "--json").json()
    assert [one["note"] for one in said] == [note]
    assert shell.runs("find", "tema:ingen", "--count").out == "2\n"


def test_the_values_of_a_field_are_printed_as_a_query_has_them(shell: Shell) -> None:
    assert shell.runs("find", "--values", "namn:").lines == ["namn:Botkyrka", "namn:Järva"]
    assert shell.runs("find", "--values", "star", "--lang", "en").lines == ["star:yes", "star:no"]
    assert shell.runs("find", "--values", "tema").out == ""
    said = shell.runs("find", "--values", "färg")
    assert (said.code, said.out) == (2, "")
    assert "Fältet ”färg” finns inte. Skriv del, fråga, kategori," in said.err
