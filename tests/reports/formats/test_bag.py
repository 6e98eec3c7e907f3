"""A package for an archive: whoever has it sees whether anything in it is other than it was packed."""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256

import pytest

from diskussion_tui.reports.formats import bag as module
from diskussion_tui.reports.formats.bag import Problem, bag, checked

FILES = {"b.txt": b"tv\xc3\xa5", "a/ett.toml": b"ett" * 400_000}
ABOUT = (("Contact-Name", "Maja\n Ek"), ("Source-Organization", "Region"))
PACKED = bag("Samtal", FILES, ABOUT)


def _parts(package: bytes = PACKED) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as found:
        return {name: found.read(name) for name in found.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def _with(**changed: bytes | None) -> bytes:
    """The package with other files; those that are None are not in it."""
    parts = _parts() | {f"Samtal/{name.replace('__', '/')}": data for name, data in changed.items()}
    return _zipped({name: data for name, data in parts.items() if data is not None})


def test_all_lies_in_one_folder_as_the_standard_has_it() -> None:
    parts = _parts()
    assert list(parts) == [
        "Samtal/bagit.txt",
        "Samtal/bag-info.txt",
        "Samtal/manifest-sha256.txt",
        "Samtal/tagmanifest-sha256.txt",
        "Samtal/data/a/ett.toml",
        "Samtal/data/b.txt",
    ]
    assert parts["Samtal/bag-info.txt"].decode().splitlines() == [
        "Contact-Name: Maja Ek",
        "Source-Organization: Region",
        "Payload-Oxum: 1200004.2",
    ]
    digest = sha256(FILES["b.txt"]).hexdigest()
    assert parts["Samtal/manifest-sha256.txt"].decode().splitlines()[1] == f"{digest}  data/b.txt"
    tags = parts["Samtal/tagmanifest-sha256.txt"].decode()
    assert [line.partition("  ")[2] for line in tags.splitlines()] == [
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha256.txt",
    ]


def test_the_same_files_are_the_same_bytes_whenever_and_in_whatever_order_and_not_compressed() -> None:
    assert bag("Samtal", dict(reversed(FILES.items())), ABOUT) == PACKED
    with zipfile.ZipFile(io.BytesIO(PACKED)) as found:
        entries = found.infolist()
    assert {one.date_time for one in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(one.compress_type, one.create_system) for one in entries} == {(zipfile.ZIP_STORED, 3)}
    assert {one.external_attr >> 16 for one in entries} == {0o644}


def test_as_it_was_packed_nothing_is_wrong_and_what_was_asked_for_is_handed_back() -> None:
    found = checked(PACKED, ("data/b.txt", "data/borta.txt"))
    assert found.problems == ()
    assert found.data == {"data/b.txt": FILES["b.txt"]}
    assert found.hashes["data/a/ett.toml"] == sha256(FILES["a/ett.toml"]).hexdigest()
    assert checked(PACKED).data == {}


@pytest.mark.parametrize(
    ("package", "problems"),
    [
        (_with(**{"data__b.txt": b"tre"}), [("data/b.txt", "changed")]),
        (_with(**{"data__b.txt": None}), [("data/b.txt", "missing")]),
        (_with(**{"data__c.txt": b"tre"}), [("data/c.txt", "unlisted")]),
        (_with(**{"bag-info.txt": b"Contact-Name: Bo\n"}), [("bag-info.txt", "changed")]),
        (
            _with(**{"tagmanifest-sha256.txt": b"no manifest\n"}),
            [
                ("no manifest", "listed_badly"),
                ("bagit.txt", "unlisted"),
                ("bag-info.txt", "unlisted"),
                ("manifest-sha256.txt", "unlisted"),
            ],
        ),
        (_with(**{"manifest-sha256.txt": None}), [("", "no_package")]),
        (_with(**{"bagit.txt": None}), [("", "no_package")]),
        (
            _zipped({**_parts(), "Annan/data/c.txt": b"tre"}),
            [("Annan/data/c.txt", "unlisted"), ("data/c.txt", "unlisted")],
        ),
        (
            _zipped({**_parts(), "Samtal/DATA/B.txt": b"tre"}),
            [("DATA/B.txt", "twice"), ("DATA/B.txt", "unlisted")],
        ),
        (b"PK no zip", [("", "no_package")]),
        (b"", [("", "no_package")]),
    ],
)
def test_what_is_otherwise_is_told_by_its_name(package: bytes, problems: list[tuple[str, str]]) -> None:
    assert [(one.file, one.fault) for one in checked(package).problems] == problems


def test_a_manifest_that_was_written_anew_does_not_hide_what_changed() -> None:
    manifest = _parts()["Samtal/manifest-sha256.txt"].decode()
    forged = manifest.replace(sha256(FILES["b.txt"]).hexdigest(), sha256(b"tre").hexdigest())
    found = checked(_with(**{"data__b.txt": b"tre", "manifest-sha256.txt": forged.encode()}))
    assert found.problems == (Problem("manifest-sha256.txt", "changed"),)


def test_bytes_that_were_damaged_within_the_zip_are_told_once_and_hide_no_other_file() -> None:
    at = PACKED.index(FILES["b.txt"])
    found = checked(PACKED[:at] + b"XX" + PACKED[at + 2 :], ("data/a/ett.toml",))
    assert found.problems == (Problem("data/b.txt", "changed"),)
    assert found.data == {"data/a/ett.toml": FILES["a/ett.toml"]}


def test_folders_that_a_program_has_put_in_are_no_files() -> None:
    parts = {"Samtal/": b"", "Samtal/data/": b"", **_parts()}
    assert checked(_zipped(parts)).problems == ()


def test_what_claims_to_be_larger_than_any_package_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    size = sum(map(len, _parts().values()))
    monkeypatch.setattr(module, "_MOST", size)
    assert checked(PACKED).problems == ()
    monkeypatch.setattr(module, "_MOST", size - 1)
    assert checked(PACKED).problems == (Problem("", "too_large"),)
