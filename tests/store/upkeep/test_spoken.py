"""Whether a file says what is to be removed: in whatever document, however its letters are written, and not by chance."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from diskussion_tui.store.upkeep import documents
from diskussion_tui.store.upkeep.documents import SealedError, letters, said_in, sealed
from diskussion_tui.store.upkeep.spoken import Words

NOTE = "01JYRME1H3G3JDYYPCYRA06SDM"


def _words(*texts: str, note: str = NOTE) -> Words:
    return Words(note, texts, tuple(text.encode() for text in texts), tuple(map(letters, texts)))


def _zip(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


SECRET = "Åke bor på Storgatan"
SAYS = {
    "plain": SECRET.encode(),
    "in other letters": SECRET.upper().encode(),
    "broken": b"\xc3\x85ke bor\n   p\xc3\xa5 Stor\xc2\xadgatan",
    "with a mark before it": b"\xef\xbb\xbf" + SECRET.encode(),
    "of Windows": SECRET.encode("utf-16"),
    "of the old coding": SECRET.encode("latin-1"),
    "of a web page": b"<p>&Aring;ke <b>bor</b> p&aring; Storgatan</p>",
    "of a program": json.dumps({"said": SECRET}).encode(),
    "packed": _zip(a=b"nothing", b=b"<w:t>\xc3\x85ke bor p\xc3\xa5 Sto</w:t><w:t>rgatan</w:t>"),
    "packed in packed": _zip(a=_zip(b=SECRET.encode())),
    "after other words": b"Mer text. " + SECRET.encode() + b". Och mer.",
}


@pytest.mark.parametrize("data", SAYS.values(), ids=SAYS)
def test_words_are_found_however_they_are_written(data: bytes) -> None:
    assert _words("Något annat som ingen sade", SECRET).are_told(Path("x.docx"), data, sealed)
    assert not _words("Något annat som ingen sade").are_told(Path("x.docx"), data, sealed)


def test_a_short_text_is_found_only_as_words_of_its_own_and_a_longer_one_wherever_it_is_parted() -> None:
    for data, told in ((b"en Storgata.", True), (b"pa Storgatan", False), (b"Stor gata", False)):
        assert _said("Storgata"[:7], data.replace(b"Storgata", b"Storgat")) is told
    assert _said("Storgatan", b"Stor-gatan i stan")
    assert _said("Storgatan", b"xStorgatanx")


def _said(text: str, data: bytes) -> bool:
    return Words(NOTE, (text,), (), (letters(text),)).are_told(Path("x.txt"), data, sealed)


def test_what_is_known_only_by_its_id_is_found_by_that_but_not_where_a_compilation_lists_ids() -> None:
    known = Words(NOTE, ("Fax",), (), ())
    data = f'note = "{NOTE}"'.encode()
    assert known.are_told(Path("annan.txt"), data, sealed)
    assert not known.are_told(Path("sammanstallning/våren/kodning.toml"), data, sealed)
    assert known.are_told(Path("sammanstallning/våren/rapport.txt"), data, sealed)
    assert not known.are_told(Path("annan.txt"), b"Fax", sealed)
    listed = f'id = "{NOTE}"\nname = "Fax"'.encode()
    assert known.are_told(Path("sammanstallning/våren/sammanstallning.toml"), listed, sealed)


def test_that_it_was_removed_is_no_word_of_it_and_its_text_counts_only_in_its_own_files() -> None:
    note = Words(NOTE, ("Fax bort",), (b"Fax bort",), ())
    removed = f'[[purged]]\nid = "{NOTE}"\n'.encode()
    withdrawn = f'[[history]]\nof = "purged"\nid = "{NOTE}"\n'.encode()
    for data in (removed, withdrawn):
        assert not note.stand_in(data, own=True)
        assert note.stand_in(data + NOTE.encode(), own=False)
    assert note.stand_in(b"Fax bort", own=True)
    assert not note.stand_in(b"Fax bort", own=False)
    name = Words("", ("Fax bort",), (b"Fax bort",), ())
    assert name.stand_in(b"Fax bort", own=True)
    assert not name.stand_in(b"Fax bort", own=False)


def test_what_cannot_be_looked_into_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = _zip(a=b"x" * 100)
    for data in (b"%PDF-1.7", b"\n%PDF-1.7", b"PK\x03\x04 broken", packed.replace(b"x" * 100, b"y" * 100)):
        with pytest.raises(SealedError):
            _words(SECRET).are_told(Path("x"), data, sealed)
    assert list(said_in(packed, sealed)) == ["x" * 100]
    monkeypatch.setattr(documents, "_MOST", 99)
    with pytest.raises(SealedError):
        list(said_in(packed, sealed))
    monkeypatch.setattr(documents, "_MOST", 100)
    assert list(said_in(packed, sealed)) == ["x" * 100]
    monkeypatch.setattr(documents, "_MEMBERS", 1)
    assert list(said_in(packed, sealed)) == ["x" * 100]
    with pytest.raises(SealedError):
        list(said_in(_zip(a=b"1", b=b"2"), sealed))


def test_a_zip_in_zips_is_opened_only_so_deep() -> None:
    data = SECRET.encode()
    for _ in range(documents._DEEP):
        data = _zip(a=data)
    assert list(said_in(data, sealed)) == [letters(SECRET)]
    with pytest.raises(SealedError):
        list(said_in(_zip(a=data), sealed))


def test_what_a_pdf_says_is_what_its_reader_says() -> None:
    assert _words(SECRET).are_told(Path("x.pdf"), b"%PDF-1.7", lambda _data: f"… {SECRET} …")
    assert not _words(SECRET).are_told(Path("x.pdf"), b"%PDF-1.7", lambda _data: "")
