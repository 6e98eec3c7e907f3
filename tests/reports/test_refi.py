"""REFI-QDA read back: what other programs make of a project, and what is no project."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from diskussion_tui.domain.analysis.codebook import MOST_THEMES, names_of
from diskussion_tui.reports import refi, refi_project
from diskussion_tui.reports.refi import Code, NotRefiError, codebook, codes_in, guid, project
from diskussion_tui.reports.refi_project import project_in
from tests.support.season import coding, season

NOTES = [note for given in season(3) for note in given.said]
WRITTEN = project("Ett år", NOTES, coding())


def _parts(data: bytes = WRITTEN) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {name: found.read(name) for name in found.namelist()}


def _zipped(parts: dict[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def _with(change: dict[str, str], written: bytes = WRITTEN) -> bytes:
    """The project with its description written otherwise."""
    parts = _parts(written)
    text = parts["project.qde"].decode()
    for before, after in change.items():
        assert re.search(before, text), before
        text = re.sub(before, after, text)
    return _zipped(parts | {"project.qde": text.encode()})


def _placed() -> dict[tuple[str, str], tuple[tuple[str, ...], str]]:
    """What stands in the coding, as it should come back."""
    book = coding().book
    return {
        (note.id, coder): (names_of(book, decision.themes), decision.memo)
        for note in NOTES
        for coder, decision in coding().decided.get(note.id, {}).items()
        if decision.themes
    }


def _found(data: bytes) -> dict[tuple[str, str], tuple[tuple[str, ...], str]]:
    return {(one.note, one.coder): (one.codes, one.memo) for one in project_in(data, NOTES).placed}


def test_what_was_written_comes_back_with_every_coder_and_memo() -> None:
    assert _found(WRITTEN) == _placed()
    assert any(memo for _, memo in _placed().values())
    found = project_in(WRITTEN, NOTES)
    assert found.astray == 0
    assert {one.name for one in found.codes} == {one.name for one in coding().book.themes}


def test_it_comes_back_from_a_program_that_gives_all_ids_anew_and_puts_the_files_elsewhere() -> None:
    renamed = _with({'guid="[0-9A-F-]+" name="(20..-..-..)': r'guid="NEW\1" name="\1'})
    assert _found(renamed) == _placed()
    moved = {
        f"Exported\\{name.upper()}" if name.endswith(".txt") else name: data
        for name, data in _parts().items()
    }
    marked = {name: b"\xef\xbb\xbf" + data if name.endswith("TXT") else data for name, data in moved.items()}
    assert _found(_zipped(marked)) == _placed()


def test_a_coding_that_lies_on_no_note_or_has_no_code_is_counted() -> None:
    number = len(re.findall("<Coding ", _parts()["project.qde"].decode()))
    nowhere = _with(
        {'startPosition="[0-9]+" endPosition="[0-9]+"': 'startPosition="900000" endPosition="900009"'}
    )
    assert (project_in(nowhere, NOTES).astray, _found(nowhere)) == (number, {})
    unnumbered = _with({'startPosition="[0-9]+"': 'startPosition="x"'})
    assert (project_in(unnumbered, NOTES).astray, _found(unnumbered)) == (number, {})
    codeless = _with({"<CodeRef [^>]*>": ""})
    assert (project_in(codeless, NOTES).astray, _found(codeless)) == (number, {})


def test_a_coding_lies_on_the_notes_it_touches_and_on_no_neighbour() -> None:
    first, second = sorted(season(1)[0].said, key=lambda one: (one.question, one.id))[:2]
    own = guid("discussion", "D00")
    text = f"{first.text}\n{second.text}\n"
    end = len(first.text)

    def placed(start: int, stop: int) -> list[str]:
        description = (
            f'<Project xmlns="{refi.PROJECT}"><CodeBook><Codes><Code guid="C" name="Fax"/></Codes></CodeBook><Sources>'
            f'<TextSource guid="{own}" plainTextPath="internal://x.txt">'
            f'<PlainTextSelection startPosition="{start}" endPosition="{stop}"><Coding><CodeRef targetGUID="C"/></Coding>'
            "</PlainTextSelection></TextSource></Sources></Project>"
        )
        parts = {"project.qde": description.encode(), "sources/x.txt": text.encode()}
        return [one.note for one in project_in(_zipped(parts), NOTES).placed]

    assert placed(0, end) == placed(end - 1, end) == [first.id]
    assert placed(end, end + 1) == []  # the end of the line between them
    assert placed(end + 1, end + 2) == [second.id]
    assert placed(end - 1, end + 2) == [first.id, second.id]
    assert placed(0, 0) == []


def test_a_source_of_another_name_is_known_by_its_lines_but_not_by_one_that_two_have_said() -> None:
    few = [note for given in season(2) for note in given.said]
    renamed = _with(
        {'guid="[0-9A-F-]+" name="20..-..-..[^"]*" plainTextPath': 'guid="X" name="Intervju" plainTextPath'},
        project("Två samtal", few, coding()),
    )
    texts = {note.id: note.text for note in few}
    said = list(texts.values())
    once = {
        key: found for key, found in _placed().items() if key[0] in texts and said.count(texts[key[0]]) == 1
    }
    assert {said.count(text) for text in said} == {1, 2}
    assert {(one.note, one.coder): (one.codes, one.memo) for one in project_in(renamed, few).placed} == once
    assert once


@pytest.mark.parametrize(
    "data",
    [
        b"no zip",
        _zipped({"other.xml": b"<Project/>"}),
        _zipped({"project.qde": b"<Codes/>"}),
        _zipped({"project.qde": b"<Project>"}),
        _zipped({"project.qde": b'<!DOCTYPE a [<!ENTITY b "c">]><Project/>'}),
        _zipped({"project.qde": b"<Project/>"}, zipfile.ZIP_BZIP2),
    ],
)
def test_what_is_no_project_is_refused(data: bytes) -> None:
    with pytest.raises(NotRefiError):
        project_in(data, NOTES)


def test_no_more_of_a_project_is_read_than_any_has(monkeypatch: pytest.MonkeyPatch) -> None:
    size = sum(map(len, _parts().values()))
    monkeypatch.setattr(refi_project, "MOST", size)
    assert project_in(WRITTEN, NOTES).placed
    monkeypatch.setattr(refi_project, "MOST", size - 1)
    with pytest.raises(NotRefiError, match="too_large"):
        project_in(WRITTEN, NOTES)


def test_one_text_that_is_said_to_be_that_of_many_sources_is_not_read_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = '<TextSource guid="X" plainTextPath="internal://x.txt"/>'
    description = f'<Project xmlns="{refi.PROJECT}"><Sources>{source * 9}</Sources></Project>'
    data = _zipped({"project.qde": description.encode(), "sources/x.txt": b"x" * 1000})
    monkeypatch.setattr(refi_project, "MOST", 9_000)
    assert project_in(data, NOTES).placed == ()
    monkeypatch.setattr(refi_project, "MOST", 8_999)
    with pytest.raises(NotRefiError, match="too_large"):
        project_in(data, NOTES)


def test_a_code_book_comes_back_with_its_descriptions_and_what_lies_under_what() -> None:
    names = {one.name: one.description for one in codes_in(codebook(coding().book))}
    assert names == {one.name: one.when for one in coding().book.themes}
    nested = (
        b'<CodeBook><Codes><Code guid="1" name=" Ett "><Description>N\xc3\xa4r</Description>'
        b'<Code guid="2" name=""><Code guid="3" name="Tre"/></Code></Code><Set name="x"/></Codes></CodeBook>'
    )
    assert codes_in(nested) == (Code("1", "Ett", "När", ""), Code("3", "Tre", "", "Ett"))


@pytest.mark.parametrize("depth", [62, 63])
def test_a_code_book_deeper_than_any_is_refused(depth: int) -> None:
    data = b"<CodeBook><Codes>" + b'<Code name="x">' * depth + b"</Code>" * depth + b"</Codes></CodeBook>"
    if depth == 62:
        assert len(codes_in(data)) == depth
        return
    with pytest.raises(NotRefiError, match="too_deep 64"):
        codes_in(data)


def test_a_code_book_larger_than_any_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def book(many: int) -> bytes:
        return b"<CodeBook><Codes>" + b'<Code name="x"/>' * many + b"</Codes></CodeBook>"

    assert len(codes_in(book(MOST_THEMES))) == MOST_THEMES
    with pytest.raises(NotRefiError):
        codes_in(book(MOST_THEMES + 1))
    monkeypatch.setattr(refi, "MOST", len(book(1)))
    assert codes_in(book(1))
    with pytest.raises(NotRefiError, match="too_large"):
        codes_in(book(2))


def test_a_text_in_other_letters_is_read_as_far_as_it_can_be() -> None:
    parts = {name: data + b"\xff\xfe" if name.endswith(".txt") else data for name, data in _parts().items()}
    assert _found(_zipped(parts)) == _placed()
