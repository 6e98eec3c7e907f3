"""Code books, tables and decisions from somebody who means harm: they are refused or told of, in moments, and change nothing."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.codebook import MOST_THEMES
from diskussion_tui.store.compiling import reading
from diskussion_tui.store.session.blocks import seal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell

BOOK = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{}</Codes></CodeBook>'
ENTITY = f'<!DOCTYPE x [<!ENTITY a "{"A" * 1000}">]>' + BOOK.format('<Code guid="1" name="&a;"/>')
ELSEWHERE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + BOOK.format(
    '<Code guid="1" name="a">&a;</Code>'
)
PROJECT = '<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources>{}</Sources></Project>'
SOURCE = '<TextSource guid="1" name="x" plainTextPath="internal://s.txt"/>'


def zipped(project: str, text: bytes = b"Fax\n", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("project.qde", project)
        archive.writestr("../../sources/s.txt", text)
    return out.getvalue()


def damaged(archive: bytes) -> bytes:
    """The same with other bytes where the packed project stands."""
    at = archive.index(b"project.qde") + len("project.qde") + 8
    return archive[:at] + bytes(byte ^ 0x5A for byte in archive[at : at + 24]) + archive[at + 24 :]


HOSTILE = {
    "entity.qdc": ENTITY.encode(),
    "entity in utf-16.qdc": ENTITY.encode("utf-16"),
    "entity behind a long comment.qdc": f"<!--{'x' * (1 << 20)}-->{ENTITY}".encode(),
    "entity that leads elsewhere.qdc": ELSEWHERE.encode(),
    "deep.qdc": BOOK.format("<Code guid='1' name='a'>" * 100_000 + "</Code>" * 100_000).encode(),
    "many.qdc": BOOK.format('<Code guid="1" name="a"/>' * (MOST_THEMES + 1)).encode(),
    "cut off.qdc": BOOK.format("<Code")[:60].encode(),
    "no code book.qdc": b"<html><body>Code</body></html>",
    "one cell without end.csv": ("namn;när\nTema;" + "x" * 200_000).encode(),
    "a quote that nobody closes.csv": ('namn;när\n"' + "rad\n" * 50_000).encode(),
    "many.csv": ("namn\n" + "".join(f"t{n}\n" for n in range(MOST_THEMES + 1))).encode(),
    "many.beslut.csv": ("anteckning;tema\n" + "".join(f"n;t{n}\n" for n in range(MOST_THEMES + 1))).encode(),
    "entity.qdpx": zipped(ENTITY.replace("CodeBook", "Project")),
    "bomb.qdpx": zipped(PROJECT.format(SOURCE), b"\0" * 60_000_000),
    "one text of many sources.qdpx": zipped(PROJECT.format(SOURCE * 20_000), b"x\n" * 100_000),
    "damaged.qdpx": damaged(zipped(PROJECT.format(SOURCE))),
    "damaged bzip2.qdpx": damaged(zipped(PROJECT.format(SOURCE), method=zipfile.ZIP_BZIP2)),
    "damaged lzma.qdpx": damaged(zipped(PROJECT.format(SOURCE), method=zipfile.ZIP_LZMA)),
    "zip.qdpx": b"PK\x03\x04" + b"\0" * 100,
    "zip.xlsx": b"PK\x03\x04" + b"\0" * 100,
    "deep.toml": b"themes = " + b"[" * 5_000,
    "number.toml": b"schema_version = 0x" + b"f" * 100_000,
}


ENGLISH = re.compile(
    r"\b(line|column|not|well-formed|field|limit|larger|large|than|file|bad|error|invalid|unexpected|token|decompress\w*|the|is|of)\b",
    re.IGNORECASE,
)
"""Words of what the libraries say themselves, which nobody has asked in Swedish."""


@pytest.fixture
def spring(shell: Shell) -> Shell:
    shell.runs("new", "Ekerö")
    shell.runs("note", "Ekerö", "-q", "B.2", "-k", "avveckla", "Fax")
    shell.runs("compile", "Våren")
    return shell


def held(shell: Shell) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in shell.folder.rglob("*") if one.is_file()}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_code_book_is_refused_in_a_sentence_and_changes_nothing(
    spring: Shell, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(HOSTILE[name])
    before = held(spring)
    said = spring.runs("code", "Våren", "--import", str(file))
    assert said.code == 2
    assert "går inte att läsa som kodbok eller beslut" in said.err
    assert not ENGLISH.search(said.err.replace(str(file), "")), said.err
    assert "AAAA" not in said.err
    assert "root:" not in said.err
    assert held(spring) == before


def test_a_code_book_with_a_chain_without_end_is_shown_at_once(spring: Shell) -> None:
    chain = "".join(f'[[themes]]\nid = "t{n}"\nname = "T{n}"\nparent = "t{n + 1}"\n' for n in range(1_900))
    (spring.folder / "sammanstallning" / "Våren" / "kodbok.toml").write_text(f"schema_version = 1\n{chain}")
    said = spring.runs("code", "Våren", "--themes")
    assert said.code == 0
    assert len(said.out.splitlines()) == 1_900
    assert spring.runs("compile", "Våren").code == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rev", "0x" + "f" * 20_000),
        ("rev", "-1"),
        ("at", "0001-01-01T00:00:00+23:59"),
        ("at", "9999-12-31T23:59:59-23:59"),
        ("memo", '"\\u001b]52;c;eA==\\u0007"'),
        ("coder", '"../../../ut"'),
        ("coder", '"\\u202etxe"'),
        ("themes", "[1]"),
    ],
)
def test_no_value_of_a_colleagues_decision_ends_a_command(
    spring: Shell, tmp_path: Path, field: str, value: str
) -> None:
    (note,) = (one["note"] for one in json.loads(spring.runs("code", "Våren", "--suggest", "--json").out))
    said = {
        "id": f'"{note}/bo"',
        "note": f'"{note}"',
        "coder": '"bo"',
        "themes": '["kontinuitet"]',
        "rev": "1",
        "change": '"01M8D860JP70BG33Z3RK332Y4S"',
        "writer": '"bo"',
        "at": "2026-11-27T00:00:00+00:00",
        field: value,
    }
    block = "[[decisions]]\n" + "".join(f"{key} = {one}\n" for key, one in said.items())
    own = spring.folder / "sammanstallning" / "Våren"
    (own / "beslut.bo.toml").write_bytes(seal(b"# schema 1\n") + seal(block.encode()))
    outside = sorted(one for one in tmp_path.rglob("*") if spring.folder not in one.parents)
    for command in (("code", "Våren"), ("code", "Våren", "--json"), ("agree", "Våren"), ("compile", "Våren")):
        answer = spring.runs(*command)
        assert answer.code in {0, 1, 2}
        assert not {"\x1b", "\u202e"} & set(answer.out + answer.err)
    assert spring.runs("code", "Våren", "--set", note, "kontinuitet").code == 0
    for kind in ("csv", "xlsx", "qdpx"):
        assert spring.runs("code", "Våren", "--export", str(spring.folder / f"ut.{kind}")).code == 0
    assert sorted(one for one in tmp_path.rglob("*") if spring.folder not in one.parents) == outside


@pytest.mark.parametrize("date", ["0001-01-01", "0999-12-31", "9999-12-31"])
def test_a_discussion_of_no_year_that_was_is_counted_all_the_same(spring: Shell, date: str) -> None:
    (path,) = spring.folder.glob("*.toml")
    text = path.read_text(encoding="utf-8")
    other = path.with_name("annan.toml")
    (own_id,) = re.findall(r'\[session\]\nid = "(\w+)"', text)
    other.write_text(
        re.sub(r"(?m)^date = .*$", f"date = {date}", text).replace(own_id, f"{own_id[:-4]}ZZZZ"),
        encoding="utf-8",
    )
    said = spring.runs("compile", "Våren")
    assert said.code == 0
    assert date[:7] in said.out


def test_more_themes_than_a_code_book_has_are_told_of_and_left_out(spring: Shell) -> None:
    folder = spring.folder / "sammanstallning" / "Våren"
    many = "".join(f'[[themes]]\nid = "t{n}"\nname = "T{n}"\n' for n in range(MOST_THEMES + 5))
    (folder / "kodbok.toml").write_text(f"schema_version = 1\n{many}")
    read = reading.read_coding(folder)
    assert len(read.coding.book.themes) == MOST_THEMES
    assert [(name, fault.code) for name, fault in read.faults] == [("kodbok.toml", "too_many_themes")]
    assert "fler teman" in spring.runs("code", "Våren", "--themes").err


def test_of_decisions_that_fill_the_folder_so_many_are_read_the_smallest_first(
    spring: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = spring.folder / "sammanstallning" / "Våren"
    spring.runs("code", "Våren", "--make", "Fax")
    monkeypatch.setattr(reading, "MOST_OF_JOURNALS", 50_000)
    for number in range(5):
        with (own / f"beslut.bo-{number}.toml").open("wb") as file:
            file.truncate(40_000 + number)
    read = reading.read_coding(own)
    assert [one.name for one in read.coding.book.themes if one.name == "Fax"] == ["Fax"]
    (told,) = (fault for _, fault in read.faults if fault.code == "too_many_coders")
    assert told.detail == "4"
