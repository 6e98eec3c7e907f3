"""`diskussion purge` at the shell: what is asked, and what is gone afterwards."""

from __future__ import annotations

import errno
import os
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.paths import refuge_of
from diskussion_tui.store.session.blocks import sealed
from diskussion_tui.texts import words
from tests.support.builders import Group
from tests.support.shell import really

if TYPE_CHECKING:
    from tests.support.shell import Shell

SECRET = "Anna Andersson på femman"


@pytest.fixture
def note(shell: Shell) -> str:
    """The id of a note that must not be kept, in a discussion with another."""
    workshop = shell.opens(shell.creates("Ekerö"))
    workshop.add_notes("B.1", ["Fax", SECRET])
    found = next(note.id for note in workshop.session.notes() if note.text == SECRET)
    assert workshop.close() == ""
    return found


def spoken(folder: Path) -> bool:
    return any(SECRET.encode() in one.read_bytes() for one in folder.rglob("*") if one.is_file())


def test_a_note_is_purged_after_two_questions(shell: Shell, note: str) -> None:
    short = note[-4:]
    said = shell.runs("purge", "ekerö", "--note", short, stdin="ja\nRadera\n", terminal=True)
    assert said.code == 0
    assert f"  B 1  {SECRET}\nRadera anteckningen {short} för gott" in said.err
    assert "Skriv radera för att radera:" in said.err
    assert f"Anteckningen {short} är raderad." in said.err
    assert "Säkerhetskopior" in said.err
    assert not spoken(shell.folder)
    told = shell.runs("history", "ekerö")
    assert "Raderat för gott: orden finns inte kvar" in told.out
    assert SECRET not in told.out
    assert "Fax" in shell.runs("show", "ekerö").out


@pytest.mark.parametrize("answers", ["", "\n", "n\n", "kanske\n", "j\n", "j\n\n", "j\nfel\n", "ekerö\nj\n"])
def test_whatever_is_not_a_clear_yes_leaves_everything(shell: Shell, note: str, answers: str) -> None:
    before = {one: one.read_bytes() for one in shell.folder.rglob("*") if one.is_file()}
    for given in (("--note", note), ()):
        said = shell.runs("purge", "ekerö", *given, stdin=answers, terminal=True)
        assert (said.code, said.out) == (1, "")
        assert said.err.endswith("Inget är raderat.\n")
    assert {one: one.read_bytes() for one in shell.folder.rglob("*") if one.is_file()} == before


def test_without_a_terminal_it_takes_two_yes(shell: Shell, note: str) -> None:
    for given in ((), ("--yes",)):
        said = shell.runs("purge", "ekerö", "--note", note, *given, stdin="j\n")
        assert said.code == 2
        assert "--yes två gånger" in said.err
        assert spoken(shell.folder)
    assert shell.runs("purge", "ekerö", "--note", note, "--yes", "--yes").code == 0
    assert not spoken(shell.folder)


def test_a_whole_discussion_is_purged_when_its_name_is_typed(shell: Shell, note: str) -> None:
    assert note
    shell.creates("Annan")
    said = shell.runs("purge", "ekerö", stdin="y\nEkerö\n", terminal=True)
    assert said.code == 1, "y is no Swedish yes"
    said = shell.runs("purge", "ekerö", "--lang", "en", stdin="y\nekerö\n", terminal=True)
    assert said.code == 0
    assert "Purge the whole discussion “Ekerö” (2 notes) for good?" in said.err
    assert not spoken(shell.folder)
    assert "Ekerö" not in shell.runs("list").out
    assert "Annan" in shell.runs("list").out
    assert shell.runs("doctor").code == 0


def test_a_purged_discussion_that_turns_up_again_is_told_by_the_doctor(shell: Shell, note: str) -> None:
    assert note
    (path,) = shell.folder.glob("*.toml")
    data = path.read_bytes()
    shell.runs("purge", "ekerö", "--yes", "--yes")
    path.write_bytes(data)
    said = shell.runs("doctor", "--repair")
    assert said.code == 1
    assert "raderad för gott men finns här igen" in said.out
    assert shell.runs("purge", "ekerö", "--yes", "--yes").code == 0
    assert shell.runs("doctor").code == 0


def test_a_journal_that_is_all_there_is_left_is_purged_by_the_id_in_its_name(shell: Shell, note: str) -> None:
    assert note
    (path,) = shell.folder.glob("*.toml")
    session = next(
        line[6:-1] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("id = ")
    )
    shell.runs("purge", "ekerö", "--yes", "--yes")
    journal = shell.folder / ".live" / f"{session}.bo.toml"
    journal.write_bytes(sealed(Group().saying(SECRET).versions))
    assert "finns här igen" in shell.runs("doctor").out
    said = shell.runs("purge", session, stdin="j\nradera\n", terminal=True)
    assert (said.code, journal.exists()) == (0, False)


def test_a_question_that_is_longer_than_a_line_is_broken_between_words(shell: Shell) -> None:
    long = "Vårdcentralen Färentuna med Stenhamra, Svartsjö och Drottningholm"
    shell.creates(long)
    said = shell.runs("purge", "Färentuna", stdin="n\n", terminal=True)
    asked = said.err.removesuffix("Inget är raderat.\n").split("\n")
    assert len(asked) >= 2
    assert max(map(len, asked)) <= 80
    assert " ".join(" ".join(asked).split()).startswith(
        f"Radera hela diskussionen ”{long}” (0 anteckningar) för gott?"
    )


def test_the_help_names_every_way_to_purge(shell: Shell) -> None:
    said = shell.runs("purge", "--help")
    (usage,) = [line for line in said.out.splitlines() if line.startswith("Användning:")]
    for way in ("--note", "--names", "--others", "--keep"):
        assert way in usage


def test_a_link_where_words_are_left_is_named_as_one(shell: Shell, note: str) -> None:
    (path,) = shell.folder.glob("*.toml")
    outside = shell.folder.parent / "annan.toml"
    outside.write_bytes(path.read_bytes())
    link = shell.folder / "lank.toml"
    link.symlink_to(outside)
    said = shell.runs("purge", "ekerö", "--note", note, "--yes", "--yes")
    assert said.code == 1
    assert f"{link} är en länk, och följs inte" in said.err
    assert SECRET in outside.read_text(encoding="utf-8")


def test_what_purge_says_at_the_end_fits_80_columns(shell: Shell, note: str) -> None:
    for language in ("sv", "en"):
        said = shell.runs("purge", "ekerö", "--note", note, "--yes", "--yes", "--lang", language)
        assert said.code == 0
        assert max(map(len, said.err.splitlines())) <= 80


def test_a_discussion_that_is_open_is_not_purged(shell: Shell) -> None:
    workshop = shell.opens(shell.creates("Ekerö"))
    workshop.add_notes("B.1", [SECRET])
    assert workshop.flush() == ""
    note = workshop.session.notes()[0].id
    for given in (("--note", note), ()):
        said = shell.runs("purge", "ekerö", *given, "--yes", "--yes")
        assert said.code == 1
        assert "öppen i ett program. Inget är raderat." in said.err
    assert workshop.close() == ""
    assert spoken(shell.folder)


def test_a_note_that_is_not_there_is_a_slip(shell: Shell, note: str) -> None:
    said = shell.runs("purge", "ekerö", "--note", "XXXX", "--yes", "--yes")
    assert said.code == 2
    assert note in said.err
    assert shell.runs("purge").code == 2


def test_the_installed_program_purges(shell: Shell, note: str) -> None:
    where = ("--sessions", str(shell.folder))
    done = really("purge", "ekerö", "--note", note, "--yes", "--yes", *where)
    assert (done.returncode, done.stdout) == (0, b"")
    assert not spoken(shell.folder)


def _others_file(shell: Shell, path: Path, *notes: str) -> None:
    """Somebody else's file that says that some notes were removed for good."""
    gone = "".join(
        f'\n[[purged]]\nid = "{note}"\nchange = "01JYRME1H3G3JDYYPCYRA0ZZZZ"\nwriter = "bo"\nat = 2026-05-12T12:00:00+02:00\n'
        for note in notes
    )
    said = path.read_text(encoding="utf-8").replace('written_by = "', 'written_by = "skriv-bo-')
    (shell.folder / "Bord-3.toml").write_text(said + gone, encoding="utf-8")


def test_what_others_removed_is_told_with_its_words_and_removed_or_shown_again_as_one_says(
    shell: Shell,
) -> None:
    path = shell.creates("Ekerö")
    for text in ("Anna på femman", "Fax"):
        shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", text)
    ids = {note["text"]: note["id"] for note in shell.runs("show", "ekerö", "--json").json()["notes"]}
    _others_file(shell, path, *ids.values())
    said = shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Post")
    assert "Någon annan har raderat 2 anteckningar" in said.err
    said = shell.runs("show", "ekerö")
    assert "Fax" not in said.out
    assert said.err == (
        "2 anteckningar är undansatta. Raderingen står i Bord-3.toml. Avgör med diskussion purge --others eller --keep.\n"
    )
    for wrong in (("--others", "--keep"), ("--others", "--note", "X")):
        assert shell.runs("purge", "ekerö", *wrong, "--yes", "--yes").code == 2
    said = shell.runs("purge", "ekerö", "--keep")
    assert (said.code, "2 anteckningar visas igen" in said.err) == (0, True)
    said = shell.runs("show", "ekerö")
    assert ("Fax" in said.out, said.err) == (True, "")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Kö")
    new = next(n["id"] for n in shell.runs("show", "ekerö", "--json").json()["notes"] if n["text"] == "Kö")
    _others_file(shell, path, new)
    said = shell.runs("purge", "ekerö", "--others", "--yes", "--yes")
    assert "Kö" in said.err
    assert said.code == 1  # their file still holds it, and is not ours to write
    assert "Kö" not in path.read_text(encoding="utf-8")
    assert "Fax" in shell.runs("show", "ekerö").out


def test_a_file_that_cannot_be_read_keeps_nobody_from_looking_through_the_others(shell: Shell) -> None:
    shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Ring 070-123 45 67")
    (shell.folder / "ring.toml").symlink_to("ring.toml")
    said = shell.runs("personal")
    assert said.code == 1
    assert len(said.lines) == 1
    assert "ring.toml" in said.err


def test_what_could_not_be_looked_into_is_named_and_is_no_success(
    shell: Shell, note: str, tmp_path: Path
) -> None:
    outside = tmp_path / "annat"
    outside.write_text(SECRET, encoding="utf-8")
    hidden = shell.folder / "anteckningar.txt"
    hidden.symlink_to(outside)
    said = shell.runs("purge", "ekerö", "--note", note, "--yes", "--yes")
    assert said.code == 1
    assert "Här gick det inte att titta" in said.err
    assert str(hidden) in said.err


# ---- what lies beside ------------------------------------------------------------------------------------------------

BESIDE = ("md", "txt", "html", "csv", "json", "docx", "xlsx", "pdf")


def _compiled(shell: Shell, note: str) -> list[Path]:
    """Everything that people make of a discussion, with the note in all of it: reports, a compilation's documents, coding."""
    shell.runs("mark", "ekerö", note, "--dissent", SECRET)
    shell.runs("report", "ekerö", "--to", ",".join(BESIDE))
    shell.runs("compile", "Våren", "--to", "docx,pdf,md")
    folder = shell.folder / "sammanstallning" / "Våren"
    assert shell.runs("code", "Våren", "--export", str(folder / "v.qdpx")).code == 0
    assert shell.runs("find", "--csv").code == 0
    (found,) = shell.folder.glob("*.toml")
    return [
        *(found.with_suffix(f".{one}") for one in BESIDE),
        folder / "v.qdpx",
        *(folder / f"Våren.{one}" for one in ("docx", "pdf", "md")),
    ]


@pytest.mark.parametrize("command", ["purge", "dispose"])
def test_reports_and_exports_that_lie_beside_a_purged_discussion_are_named(
    shell: Shell, note: str, command: str
) -> None:
    made = _compiled(shell, note)
    decided = ("--decision", "2026:7") if command == "dispose" else ()
    (gone,) = map(str, shell.folder.glob("*.toml"))
    said = shell.runs(command, "ekerö", *decided, "--yes", "--yes")
    assert said.code == 1
    assert [one for one in made if f"  {one}\n" not in said.err] == []
    if command == "dispose":
        (record,) = shell.folder.glob("Gallring*.txt")
        named = [
            line
            for line in said.err.splitlines()
            if line.startswith(f"  {shell.folder}") and line[2:] != gone
        ]
        assert re.search(rf"Filer kvar att se till: +{len(named)}\n", record.read_text(encoding="utf-8"))


def test_documents_that_hold_the_words_of_a_purged_note_are_named_and_no_others(
    shell: Shell, note: str
) -> None:
    made = _compiled(shell, note)
    assert shell.runs("form", "--out", str(shell.folder)).code == 0
    said = shell.runs("purge", "ekerö", "--note", note, "--yes", "--yes")
    assert said.code == 1
    named = {line.strip() for line in said.err.splitlines() if line.startswith(f"  {shell.folder}")}
    assert named == {str(one) for one in made}


def test_a_note_that_was_coded_and_quoted_is_purged_without_a_word_left(shell: Shell, note: str) -> None:
    shell.runs("compile", "Våren")
    assert shell.runs("code", "Våren", "--make", "Tillit", "--as", "lena").code == 0
    assert shell.runs("code", "Våren", "--set", note, "Tillit", "--as", "lena").code == 0
    (folder,) = (shell.folder / "sammanstallning").iterdir()
    kept = folder / "sammanstallning.toml"
    quote = f'\n[[quotes]]\ndiscussion = "{note}"\nnote = "{note}"\n'
    kept.write_text(
        kept.read_text(encoding="utf-8").replace("\n[[discussions]]", f"{quote}\n[[discussions]]"),
        encoding="utf-8",
    )
    assert note in kept.read_text(encoding="utf-8")
    assert any(note in one.read_text(encoding="utf-8") for one in folder.glob("beslut.*.toml"))
    said = shell.runs("purge", "ekerö", "--note", note, "--yes", "--yes")
    assert (said.code, spoken(shell.folder)) == (0, False), said.err


def test_a_package_that_nobody_can_unpack_is_named_as_not_looked_into(shell: Shell, note: str) -> None:
    bomb = shell.folder / "tung.zip"
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("a", "w", force_zip64=True) as out,
    ):
        for _ in range(101):
            out.write(bytes(1_000_000))
    (shell.folder / "gammal.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...")
    said = shell.runs("purge", "ekerö", "--note", note, "--yes", "--yes")
    assert said.code == 1
    assert "Här gick det inte att titta" in said.err
    assert f"  {bomb}\n" in said.err
    assert "gammal.doc" in said.err


@pytest.mark.parametrize("note", [True, False])
def test_a_full_disk_is_told_of_the_folder_that_is_full_also_where_the_discussion_lies_in_the_refuge(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, *, note: bool
) -> None:
    path = shell.creates("Ekerö")
    written = shell.runs("note", "ekerö", "-q", "B.2", "-k", "avveckla", "Fax bort").out.strip()
    refuge = refuge_of(shell.folder)
    refuge.mkdir(parents=True, exist_ok=True)
    (refuge / path.name).write_bytes(path.read_bytes())
    path.unlink()
    write, home = Fs.write, shell.folder.resolve()

    def full(fs: Fs, handle: int, data: bytes) -> None:
        if Path(f"/proc/self/fd/{handle}").resolve().is_relative_to(home):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(fs, handle, data)

    monkeypatch.setattr(Fs, "write", full)
    which = ("--note", written) if note else ()
    said = shell.runs("purge", "ekerö", *which, "--yes", "--yes")
    assert said.code == 1
    assert "disken är full" in said.err
    assert str(shell.folder) in said.err
    assert str(refuge) not in said.err
    assert "Fax bort" in shell.runs("show", "ekerö").out


@pytest.mark.parametrize("linked", [False, True])
def test_what_a_discussion_was_called_before_is_purged_and_where_it_is_left_is_told(
    shell: Shell, linked: bool
) -> None:
    shell.runs("new", "Hos Gunilla")
    assert shell.runs("details", "gunilla", "--name", "Bord 1").code == 0
    (path,) = shell.folder.glob("*.toml")
    if linked:
        outside = shell.folder.parent / "annan.toml"
        outside.write_bytes(path.read_bytes())
        (shell.folder / "lank.toml").symlink_to(outside)
    said = shell.runs("purge", str(path), "--names", "--yes", "--yes")
    assert said.code == linked
    assert words("sv").purge.names_gone in said.err
    assert ("lank.toml" in said.err) == linked
    assert " ".join(words("sv").purge.beyond_reach.split()) in " ".join(said.err.split())
    (now,) = (one for one in shell.folder.glob("*.toml") if not one.is_symlink())
    assert "Gunilla" not in f"{now.name} {now.read_text(encoding='utf-8')}"
    again = shell.runs("purge", str(now), "--names", "--yes", "--yes")
    assert (again.code, again.err) == (0, words("sv").purge.no_names + "\n")
