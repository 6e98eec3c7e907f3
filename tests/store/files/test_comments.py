"""What people have written behind `#` in a discussion's file still stands there when the program has written it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.records import Note
from diskussion_tui.store.files.beginnings import may_hold
from diskussion_tui.store.files.codec import Encoder, read
from diskussion_tui.store.files.comments import comments_in
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.support.builders import SESSION, Group, every_version, texts_of
from tests.support.disk import QuickFs
from tests.support.hostile import Evening, evenings, hostile_texts
from tests.support.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

FS = QuickFs()
KEEP, LENA, WHO = "# spara till 2030", "# kolla med Lena", "#vem sa detta?"


def _evening() -> Group:
    group = Group("skriv-anna")
    group.says("Fax #bort", "Dubbla # remisser\n# på två rader", 'Ett "citat" # inom')
    group.does(changes.revise, group.session.notes()[0].id, "Faxen #bort")
    return group


def _file(group: Group) -> str:
    return Encoder("skriv-anna").file(group.session).decode()


def _annotated(text: str) -> str:
    """As somebody leaves it who writes on the first line, after a note and behind a value."""
    text = f"{KEEP}\n{text}"
    at = text.index("\n", text.index("Dubbla"))
    at = text.index("\n\n", at) + 1
    text = f"{text[:at]}{LENA}\n{text[at:]}"
    return text.replace('question = "A.2"', f'question = "A.2" {WHO}', 1)


def _again(data: bytes, session: object = None) -> bytes:
    content = read(data)
    encoder = Encoder("skriv-anna")
    encoder.comments = comments_in(data)
    from diskussion_tui.domain.session.fold import session_of

    return encoder.file(session or session_of(content.versions, content.frame))  # type: ignore[arg-type]


def _lines(data: bytes) -> list[str]:
    """The comments of a file, block by block."""
    return [comment for comments in comments_in(data).values() for comment in comments]


@given(evenings())
def test_what_is_said_with_a_hash_is_no_comment(evening: Evening):
    data = Encoder().file(evening.session)
    assert comments_in(data) == {}
    assert _again(data).partition(b"\n\n")[2] == data.partition(b"\n\n")[2]


def test_comments_stand_by_what_they_stood_by_when_the_file_is_written_anew():
    group = _evening()
    data = _again(_annotated(_file(group)).encode())
    assert sorted(_lines(data)) == sorted([KEEP, WHO, LENA])
    text = data.decode()
    assert text.startswith("schema_version")
    assert text.index(KEEP) < text.index("[session]")
    faxen, dubbla, _ = group.session.notes()
    assert f'{WHO}\n[[notes]]\nid = "{faxen.id}"' in text
    assert f'{LENA}\n[[notes]]\nid = "{dubbla.id}"' in text
    assert _again(data) == data
    assert set(read(data).versions) == set(every_version(group.session))


def test_a_comment_right_before_a_block_is_that_blocks():
    group = _evening()
    text = (
        _file(group)
        .replace("[[notes]]", "# 1\n# 2\n[[notes]]", 1)
        .replace("[[kinds]]", "# 3\n\n[[kinds]]", 1)
    )
    data = _again(text.encode()).decode()
    assert f'# 1\n# 2\n[[notes]]\nid = "{group.session.notes()[0].id}"' in data
    assert '# 3\n[[questions]]\nid = "E.allt"' in data


def test_a_comment_follows_its_note_when_that_is_edited_and_stays_where_its_block_has_gone():
    group = _evening()
    data = _annotated(_file(group)).encode()
    group.does(changes.revise, group.session.notes()[1].id, "Remisserna")
    assert f'{LENA}\n[[notes]]\nid = "{group.session.notes()[1].id}"' in _again(data, group.session).decode()
    other = Group("skriv-anna")
    assert sorted(_lines(_again(data, other.session))) == sorted([KEEP, WHO, LENA])


def test_the_comment_on_a_note_that_is_removed_for_good_goes_with_it():
    group = _evening()
    data = _annotated(_file(group)).encode()
    group.does(changes.purge, group.session.notes()[1].id)
    assert sorted(_lines(_again(data, group.session))) == sorted([KEEP, WHO])


def test_comments_never_grow_however_often_the_file_is_written():
    group = _evening()
    text = _annotated(_file(group))
    text = text.replace("[[kinds]]", "# två gånger\n[[kinds]]", 1)
    kind = text[text.index("[[kinds]]") : text.index("[[kinds]]", text.index("[[kinds]]") + 1)]
    data = text.replace(kind, kind + kind, 1).encode()
    for _ in range(3):
        data = _again(data)
    assert len(_lines(data)) == 4


def test_however_long_the_comments_are_the_file_is_still_known_as_the_discussions(tmp_path: Path):
    group = _evening()
    text = _file(group).replace("[session]", f"{LENA}\n[session]", 1)
    data = _again(("# en lång rad\n" * 1_000 + text).encode())
    path = tmp_path / "a.toml"
    path.write_bytes(data)
    assert may_hold(path, SESSION)
    assert len(_lines(data)) == 1_001
    assert _again(data) == data


@given(hostile_texts, st.lists(hostile_texts, max_size=4))
def test_a_comment_is_kept_whatever_texts_it_stands_among(said: str, texts: list[str]):
    lines = [
        tomli_w.dumps({"text": text.encode(errors="replace").decode()}, multiline_strings=True)
        for text in texts
    ]
    comment = f"# {said}".encode(errors="replace").decode().partition("\n")[0]
    if all(sign == "\t" or sign.isprintable() for sign in comment):
        text = "".join(f"[[notes]]\nid = 'n{number}'\n{line}" for number, line in enumerate(lines))
        found = comments_in(f"{comment}\n{text}{comment}\n".encode())
        assert sum(map(len, found.values())) == 2


@pytest.mark.parametrize("much", ["# x\n", "[[notes]] # x\n", "# x\n[[notes]]\n", "a = 1 # x\n"])
def test_a_file_of_nothing_but_comments_is_gone_through_once(much: str):
    found = comments_in(much.encode() * 50_000)
    assert sum(map(len, found.values())) == 50_000


# In a folder


def test_note_keeps_them_and_says_nothing_since_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shell = Shell(tmp_path, monkeypatch)
    path = shell.creates("Ekerö")
    shell.runs("note", str(path), "-q", "B.1", "Köerna")
    text = path.read_text(encoding="utf-8")
    text = text.replace("[[notes]]", f"{LENA}\n[[notes]]")
    path.write_text(f"{KEEP}\n{text}", encoding="utf-8")
    said = shell.runs("note", str(path), "-q", "B.1", "Remisserna")
    assert (said.code, said.err) == (0, "")
    assert sorted(_lines(path.read_bytes())) == sorted([KEEP, LENA])
    assert not list((tmp_path / ".live").glob("*.undanlagd"))
    assert shell.runs("doctor").code == 0


def test_a_comment_that_is_written_while_the_discussion_is_open_is_kept(tmp_path: Path):
    path = tmp_path / "a.toml"
    path.write_bytes(_file(_evening()).encode())
    writer = SessionWriter.open(FS, path, "skriv-anna")
    path.write_bytes(_annotated(_file(_evening())).encode())
    group = Group("skriv-anna", writer.session, start=900)
    writer.append([group.saying("efteråt")])
    writer.tidy()
    assert sorted(_lines(path.read_bytes())) == sorted([KEEP, WHO, LENA])
    writer.close()
    assert sorted(_lines(path.read_bytes())) == sorted([KEEP, WHO, LENA])
    assert "efteråt" in texts_of(read_session(path).session)


def test_a_comment_stands_in_no_other_file(tmp_path: Path):
    path = tmp_path / "a.toml"
    path.write_bytes(_annotated(_file(_evening())).encode())
    writer = SessionWriter.open(FS, path, "skriv-bertil")
    group = Group("skriv-bertil", writer.session, start=900)
    writer.append([group.saying("från Bertil")])
    writer.close()
    (other,) = [one for one in tmp_path.glob("*.toml") if one != path]
    assert _lines(other.read_bytes()) == []
    assert any(
        isinstance(one, Note) and one.text == "från Bertil" for one in read(other.read_bytes()).versions
    )
