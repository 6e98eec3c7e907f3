"""The file of a code book: what is written comes back, and what somebody wrote wrongly takes no other theme with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.records import BY_HAND
from diskussion_tui.store.compiling.codebook_file import FILE, begin_book, book_bytes, book_in, read_book
from tests.support.disk import QuickFs

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = b"""\
schema_version = 1
workbook = "vardens-struktur"

[[themes]]
id = "fax"
name = "  Fax  och papper "
when = "N\xc3\xa4r papper sagts"
unless = "Inte om brev"
words = ["fax", "papper"]
stops = ["faxe"]
parent = "it"
tone = "warm"

[[themes]]
name = "IT"
"""


def test_what_stands_in_the_file_is_the_theme_and_the_same_is_written() -> None:
    read = book_in(WHOLE)
    fax, it = read.themes
    assert (fax.id, fax.name, fax.when, fax.unless) == (
        "fax",
        "Fax och papper",
        "När papper sagts",
        "Inte om brev",
    )
    assert (fax.words, fax.stops, fax.parent) == (("fax", "papper"), ("faxe",), "it")
    assert (it.id, it.name, it.words, it.parent, it.tone) == ("IT", "IT", (), "", "")
    assert (fax.rev, fax.writer, fax.at.year) == (0, BY_HAND, 1970)
    assert (read.workbook, read.faults) == ("vardens-struktur", ())
    assert book_in(book_bytes(read.themes, read.workbook)) == read
    assert book_in(b"\xef\xbb\xbf" + WHOLE) == read


def test_a_book_of_no_workbook_says_none_and_an_empty_one_is_one() -> None:
    assert b"workbook" not in book_bytes(())
    assert book_in(book_bytes(())).themes == ()
    assert book_in(b"") == book_in(b"themes = 7\n")


def test_a_colour_that_is_none_of_ours_is_left_out() -> None:
    (one,) = book_in(b'[[themes]]\nname = "Fax"\ntone = "lila"\n').themes
    assert one.tone == ""


@pytest.mark.parametrize(
    ("data", "faults", "names"),
    [
        (b"\xff\xfe", ["not_utf8"], []),
        (b"[[themes]]\nname = ", ["damaged_block"], []),
        (b'[[themes]]\nname = 7\n[[themes]]\nname = "B"\n', ["bad_record"], ["B"]),
        (b'[[themes]]\nwhen = "x"\n[[themes]]\nname = "B"\n', ["bad_record"], ["B"]),
        (b'themes = ["x", {name = "B"}]\n', ["bad_record"], ["B"]),
        (b'[[themes]]\nname = "A"\nwhy = "x"\n', ["unknown_key"], ["A"]),
        (b'[[themes]]\nid = "a"\nname = "A"\n[[themes]]\nid = "a"\nname = "B"\n', [], ["A"]),
        (b'[[themes]]\nname = "A"\nwhen = 7\nparent = [1]\nwords = 3\n', [], ["A"]),
        (b'workbook = 7\n[[themes]]\nname = "A"\n', [], ["A"]),
    ],
)
def test_what_cannot_be_taken_in_is_told_of_and_the_rest_is(
    data: bytes, faults: list[str], names: list[str]
) -> None:
    read = book_in(data)
    assert [one.code for one in read.faults] == faults
    assert [one.name for one in read.themes] == names
    assert read.workbook == ""
    assert all((one.when, one.parent, one.words) == ("", "", ()) for one in read.themes)


def test_a_compilation_begins_with_a_book_only_where_it_has_none(tmp_path: Path) -> None:
    themes = book_in(WHOLE).themes
    assert begin_book(QuickFs(), tmp_path, themes, "bok")
    assert read_book(tmp_path / FILE).themes == themes
    assert read_book(tmp_path / FILE).workbook == "bok"
    assert not begin_book(QuickFs(), tmp_path, ())
    assert read_book(tmp_path / FILE).themes == themes
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
