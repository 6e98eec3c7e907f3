"""`diskussion note`: exit code 0 says that every note is on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.cli.session import note
from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.session import changes
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.texts import words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


def texts_in(path: Path) -> list[str]:
    return [note.text for note in read_session(path).session.notes()]


def test_the_words_after_the_options_become_one_note_and_its_id_is_printed(shell: Shell) -> None:
    path = shell.creates("Vårdcentralen Ekerö")
    said = shell.runs("note", "ekerö", "--question", "B.2", "--kind", "avveckla", "Fax", "mellan", "sjukhus")
    assert (said.code, said.err) == (0, "")
    (note,) = read_session(path).session.notes()
    assert (note.id, note.text, note.kind, note.question) == (
        said.out.strip(),
        "Fax mellan sjukhus",
        "avveckla",
        "B.2",
    )


def test_options_may_stand_anywhere(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    assert shell.runs("note", "-k", "avv", "ekerö", "Fax", "-q", "b2", "och", "brev").code == 0
    assert texts_in(path) == ["Fax och brev"]


def test_a_text_that_starts_with_a_dash_follows_two_dashes(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    assert shell.runs("note", "ekerö", "-q", "B.1", "--", "--json är inget för oss").code == 0
    assert texts_in(path) == ["--json är inget för oss"]


def test_every_line_of_standard_input_becomes_a_note(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    said = shell.runs("note", "ekerö", "-q", "E.helheten", stdin="- Först\r\n\n* Sedan\n\t• Sist\n")
    assert said.code == 0
    assert texts_in(path) == ["Först", "Sedan", "Sist"]
    assert said.lines == [note.id for note in read_session(path).session.notes()]


def test_at_a_terminal_it_is_said_how_to_end(shell: Shell) -> None:
    shell.creates("Ekerö")
    said = shell.runs("note", "ekerö", "-q", "B.1", stdin="En sak\n", terminal=True)
    assert said.code == 0
    assert "Ctrl+D" in said.err


@pytest.mark.parametrize("question", ["B.2", "b.2", "b2", "B 2"])
def test_a_question_is_known_by_its_id_however_it_is_written(shell: Shell, question: str) -> None:
    path = shell.creates("Ekerö")
    assert shell.runs("note", "ekerö", "-q", question, "-k", "n", "Nytt").code == 0
    assert read_session(path).session.notes()[0].question == "B.2"


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        (("-k", "a", "Fax"), "--question. Frågorna är A.1, A.2"),
        (("-q", "F.9", "Fax"), "Frågan ”F.9” finns inte. Frågorna är A.1"),
        (("-q", "B", "Fax"), "Frågan ”B” finns inte."),
        (("-q", "slut", "Fax"), "Frågan ”slut” finns inte."),
        (("-q", "B.2", "Fax"), "Lägg till --kind med avveckla, vidareutveckla eller nyutveckla."),
        (("-q", "B.2", "-k", "bort", "Fax"), "Kategorin ”bort” finns inte. Välj avveckla,"),
        (("-q", "B.2", "-k", "", "Fax"), "Lägg till --kind"),
        (("-q", "B.1", "-k", "avveckla", "Fax"), "Fråga B 1 har inga kategorier. Ta bort --kind."),
        (("-q", "B.1", "   "), "Det kom ingen text"),
        (("-q", "B.1"), "Det kom ingen text"),
    ],
)
def test_what_is_missing_or_wrong_is_told_and_nothing_is_saved(
    shell: Shell, given: tuple[str, ...], answer: str
) -> None:
    path = shell.creates("Ekerö")
    before = path.read_bytes()
    said = shell.runs("note", "ekerö", *given)
    assert said.code == 2
    assert said.out == ""
    assert answer in said.err
    assert path.read_bytes() == before


def test_a_prefix_that_fits_several_kinds_is_asked_about(shell: Shell, tmp_path: Path) -> None:
    content = tmp_path / "eget.toml"
    text = default_workbook().read_text(encoding="utf-8")
    content.write_text(text.replace('"vidareutveckla"', '"avsluta"'), encoding="utf-8")
    shell.creates("Ekerö")
    said = shell.runs("note", "ekerö", "-q", "B.2", "-k", "av", "Fax", "--content", str(content))
    assert said.code == 2
    assert "”av” kan betyda avveckla eller avsluta." in said.err


def test_several_discussions_of_a_name_are_listed_and_none_is_written_to(shell: Shell) -> None:
    first = shell.creates("Ekerö norra")
    shell.clock.passes(days=1)
    second = shell.creates("Ekerö södra")
    said = shell.runs("note", "ekerö", "-q", "B.1", "Hej")
    assert said.code == 2
    assert str(first) in said.err
    assert str(second) in said.err
    assert shell.runs("note", "ekerö 05-13", "-q", "B.1", "Hej").code == 0
    assert (texts_in(first), texts_in(second)) == ([], ["Hej"])


def test_a_whole_name_wins_over_longer_ones(shell: Shell) -> None:
    wanted = shell.creates("Ekerö")
    shell.creates("Ekerö norra")
    assert shell.runs("note", "EKERÖ", "-q", "B.1", "Hej").code == 0
    assert texts_in(wanted) == ["Hej"]


def test_a_discussion_is_known_by_its_path_too(shell: Shell, tmp_path: Path) -> None:
    path = shell.creates("Ekerö")
    shell.folder = tmp_path / "annan mapp"
    assert shell.runs("note", str(path), "-q", "B.1", "Hej").code == 0
    assert texts_in(path) == ["Hej"]


@pytest.mark.parametrize("given", ["", "finns inte", "./finns/inte.toml", "finns.toml"])
def test_a_discussion_that_is_not_there_is_told(shell: Shell, given: str) -> None:
    shell.creates("Ekerö")
    said = shell.runs("note", given, "-q", "B.1", "Hej")
    assert said.code == 2
    assert said.err.count("\n") == 1


def test_a_final_discussion_takes_no_notes(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    workshop = shell.opens(path)
    workshop.do(changes.set_state, "fastställd")
    assert workshop.close() == ""
    said = shell.runs("note", "ekerö", "-q", "B.1", "Hej")
    assert said.code == 1
    assert "fastställd" in said.err
    assert "Öppna den igen först" in said.err
    assert texts_in(path) == []


def test_a_line_of_a_megabyte_is_refused_and_none_of_the_others_is_saved(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    said = shell.runs("note", "ekerö", "-q", "B.1", stdin="Kort\n" + "x" * 1_000_000 + "\n")
    assert (said.code, said.out) == (1, "")
    assert "1\u00a0000\u00a0000 tecken" in said.err
    assert "20\u00a0000" in said.err
    assert texts_in(path) == []


def test_more_than_is_taken_in_at_once_is_refused_and_not_read_to_its_end(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    for text in ("rad\n" * 600_000, "ö" * 9_000_000):
        said = shell.runs("note", "ekerö", "-q", "B.1", stdin=text)
        assert (said.code, said.out) == (2, "")
        assert "Högst 2\u00a0000\u00a0000 tecken" in said.err
    assert texts_in(path) == []


def test_what_was_taken_off_a_piped_list_is_told_and_what_means_something_stays(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    said = shell.runs("note", "ekerö", "-q", "B.1", stdin="1. Fax\n2. Köer\n\nt. ex. nattpatrull\n> 65 år\n")
    assert said.err == "Borttaget: numreringen.\n"
    assert texts_in(path) == ["Fax", "Köer", "t. ex. nattpatrull", "> 65 år"]


def test_lines_that_a_page_has_broken_are_joined_where_that_is_asked_for(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.1", "--join", stdin="Vi vill ha hem-\nsjukvård\n")
    assert texts_in(path) == ["Vi vill ha hemsjukvård"]


def test_text_that_is_not_utf8_is_refused_rather_than_garbled(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    said = shell.runs("note", "ekerö", "-q", "B.1", stdin=b"En\nV\xe5rd\n")
    assert said.code == 2
    assert "rad 2" in said.err
    assert texts_in(path) == []


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("[[notes]]", "[[notes]]"),
        ('at = "x"', 'at = "x"'),
        ('"""', '"""'),
        ("a\x00b", "a\ufffdb"),
        ("\x1b[31mröd\x1b[0m", "röd"),
        ("\u202eRTL", "RTL"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("[b]fet[/b]", "[b]fet[/b]"),
        ("{0} %s", "{0} %s"),
    ],
)
def test_hostile_texts_are_kept_as_text(shell: Shell, said: str, kept: str) -> None:
    path = shell.creates("Ekerö")
    assert shell.runs("note", "ekerö", "-q", "B.1", stdin=f"{said}\n").code == 0
    assert shell.runs("note", "ekerö", "-q", "B.1", "--", said).code == 0
    assert texts_in(path) == [kept, kept]
    assert kept in shell.runs("show", "ekerö").out


def test_a_text_with_lone_surrogates_is_kept_with_a_mark(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    assert shell.runs("note", "ekerö", "-q", "B.1", "a\udcffb").code == 0
    assert texts_in(path) == ["a\ufffdb"]


def test_notes_reach_a_discussion_that_is_open_elsewhere(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    open_elsewhere = shell.opens(path)
    open_elsewhere.add_notes("B.1", ["Från skärmen"])
    assert open_elsewhere.flush() == ""
    assert shell.runs("note", "ekerö", "-q", "B.1", "Från skalet").code == 0
    assert sorted(texts_in(path)) == ["Från skalet", "Från skärmen"]
    assert open_elsewhere.close() == ""
    assert sorted(texts_in(path)) == ["Från skalet", "Från skärmen"]


def test_a_disk_that_refuses_is_told_and_no_id_is_printed(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shell.creates("Ekerö")

    def refuse(_fs: Fs, _handle: int) -> None:
        raise OSError(28, "disken är full")

    monkeypatch.setattr(Fs, "sync", refuse)
    said = shell.runs("note", "ekerö", "-q", "B.1", "Hej")
    monkeypatch.undo()
    assert (said.code, said.out) == (1, "")
    assert "disken är full" in said.err
    assert path.exists()


def test_notes_that_are_saved_count_even_if_the_file_cannot_be_rewritten(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shell.creates("Ekerö")

    def refuse(_fs: Fs, _source: Path, _target: Path) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Fs, "replace", refuse)
    said = shell.runs("note", "ekerö", "-q", "B.1", "Hej")
    assert said.code == 0
    assert "Anteckningarna är sparade" in said.err
    assert texts_in(path) == ["Hej"]


def test_a_discussion_of_another_workbook_names_the_option(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    path.write_text(
        path.read_text(encoding="utf-8").replace('"vardens-struktur"', '"annat"'), encoding="utf-8"
    )
    before = path.read_bytes()
    said = shell.runs("note", "ekerö", "-q", "B.1", "Hej")
    assert said.code == 2
    assert "”Ekerö” hör till arbetshäftet annat" in said.err
    assert "--content" in said.err
    assert path.read_bytes() == before


def test_a_file_of_a_later_version_is_left_as_it_is_and_told_once(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(f"schema_version = {SCHEMA_VERSION}", "schema_version = 99"), encoding="utf-8"
    )
    before = path.read_bytes()
    said = shell.runs("note", "ekerö", "-q", "B.1", "Hej")
    assert (said.code, said.out) == (1, "")
    assert said.err.count("senare version") == 1
    assert path.read_bytes() == before


def test_a_discussion_that_takes_no_notes_is_refused_before_anything_is_typed(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed(_texts: object) -> tuple[str, ...]:
        raise AssertionError

    path = shell.creates("Ekerö")
    path.write_text(
        path.read_text(encoding="utf-8").replace('"vardens-struktur"', '"annat"'), encoding="utf-8"
    )
    monkeypatch.setattr(note, "_piped", typed)
    assert shell.runs("note", "ekerö", "-q", "B.1", terminal=True).code == 2


def test_a_file_that_is_no_discussion_is_left_as_it_is(shell: Shell) -> None:
    shell.folder.mkdir()
    path = shell.folder / "trasig.toml"
    path.write_bytes(b"schema_version = 1\n[session\n")
    said = shell.runs("note", "trasig", "-q", "B.1", "Hej")
    assert said.code == 1
    assert "Filen är orörd" in said.err
    assert path.read_bytes() == b"schema_version = 1\n[session\n"


def test_a_mark_of_byte_order_before_piped_notes_is_no_part_of_the_first(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    assert shell.runs("note", "ekerö", "-q", "B.1", stdin=b"\xef\xbb\xbfFax\nBrev\n").code == 0
    assert texts_in(path) == ["Fax", "Brev"]


def test_a_discussion_that_is_full_says_so_takes_nothing_and_stays_open(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.creates("Ekerö")
    assert shell.runs("note", "ekerö", "--question", "B.1", "Fax").code == 0
    monkeypatch.setattr("diskussion_tui.domain.session.room.MOST_BYTES", 10_000)
    said = shell.runs("note", "ekerö", "--question", "B.1", "ord " * 3_000)
    assert (said.code, said.out) == (1, "")
    assert "Diskussionen är full" in said.err
    assert "Fax" in shell.runs("show", "ekerö").out


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_saved_though_the_file_cannot_be_written_anew_is_told_so_and_is_there(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    path = shell.creates("Ekerö")
    (note,) = shell.runs("note", "ekerö", "-q", "B.1", "Hej").lines
    said = words(language)

    def refuse(_fs: Fs, source: Path, _target: Path) -> None:
        raise OSError(28, "full", str(source))

    with monkeypatch.context() as full:
        full.setattr(Fs, "replace", refuse)
        noted = shell.runs("note", "ekerö", "-q", "B.1", "Hopp", "--lang", language)
        marked = shell.runs("mark", "ekerö", note, "--star", "--lang", language)
    why = said.reasons.of("ENOSPC")
    assert (noted.code, noted.err.strip()) == (0, said.cli.untidy.format(file=path, why=why))
    assert (marked.code, marked.err.strip()) == (0, said.changing.untidy.format(file=path, why=why))
    told = shell.runs("show", "ekerö", "--json").json()["notes"]
    assert [(one["text"], one["star"]) for one in told] == [("Hej", True), ("Hopp", False)]
