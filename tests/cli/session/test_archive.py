"""`diskussion archive` and `diskussion dispose`: packages that any archive can check, and a disposal that leaves a record and no word."""

from __future__ import annotations

import io
import logging
import shutil
import warnings
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import bagit
import page
import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.store.files.paths import refuge_of
from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell

STEM = "Diskussionsstöd_Ekerö_2026-05-12"
PACKAGE = f"{STEM}.arkiv.zip"
READABLE = {"LASMIG.txt", "rapport.pdf", "diskussion.toml", "anteckningar.csv", "diskussion.xml"}


@pytest.fixture
def ekero(shell: Shell) -> Path:
    """A discussion with a note that counts, one that was withdrawn, and what a registrar needs; its file."""
    path = shell.creates("Ekerö")
    assert shell.runs("note", "ekerö", "-q", "B.2", "-k", "avveckla", "Fax, fråga @lena").code == 0
    shell.runs(
        "details",
        "ekerö",
        "--registry-number",
        "HSN 2026-0042",
        "--unit",
        "Ekerö vårdcentral",
        "--retention",
        "Gallras efter 2 år",
    )
    return path


def withdraws(shell: Shell, path: Path, text: str) -> str:
    """A note is taken down and withdrawn; its id."""
    (note,) = shell.runs("note", "ekerö", "-q", "B.1", text).lines
    work = shell.opens(path)
    work.do(changes.withdraw, note)
    assert work.close() == ""
    return note


def unpacked(package: Path, folder: Path) -> Path:
    with zipfile.ZipFile(package) as given:
        given.extractall(folder)
    return folder / STEM


def contents(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as given:
        return {
            name.removeprefix(f"{STEM}/data/"): given.read(name)
            for name in given.namelist()
            if "/data/" in name
        }


def repacked(package: Path, **replaced: bytes) -> None:
    """Somebody changes files of a package, by their names with `_` for `.`."""
    with zipfile.ZipFile(package) as given:
        held = {name: given.read(name) for name in given.namelist()}
    with zipfile.ZipFile(package, "w") as made:
        for name, data in held.items():
            made.writestr(name, replaced.get(name.rpartition("/")[2].replace(".", "_"), data))


def test_an_archive_that_is_not_ours_finds_the_package_valid(
    shell: Shell, ekero: Path, tmp_path: Path
) -> None:
    said = shell.runs("archive", "ekerö")
    assert (said.code, said.lines) == (0, [str(ekero.with_name(PACKAGE))])
    logging.getLogger("bagit").setLevel(logging.ERROR)
    bag = bagit.Bag(str(unpacked(ekero.with_name(PACKAGE), tmp_path / "ut")))
    assert bag.is_valid()
    assert bag.info["External-Identifier"] == "HSN 2026-0042"
    assert {one.removeprefix("data/") for one in bag.payload_files()} == READABLE


@pytest.mark.parametrize("command", [("archive",), ("report", "--to", "md")])
def test_what_is_made_of_a_discussion_that_lies_in_the_refuge_says_where_it_went(
    shell: Shell, ekero: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    assert "ligger för tillfället" not in shell.runs(*command, "ekerö").err
    refuge = refuge_of(shell.folder)
    refuge.mkdir(parents=True, exist_ok=True)
    away = ekero.rename(refuge / ekero.name)
    shutil.rmtree(shell.folder / ".live", ignore_errors=True)
    said = shell.runs(*command, "ekerö")
    assert (said.code, said.out.startswith(str(refuge))) == (0, True)
    assert f"Diskussionen ligger för tillfället i {away.parent}, eftersom {shell.folder}" in said.err
    out = shell.runs(*command, "ekerö", "--out", str(tmp_path / "ut"))
    assert (out.code, "ligger för tillfället" in out.err) == (0, False)


def test_everything_in_it_can_be_read_by_itself(shell: Shell, ekero: Path, tmp_path: Path) -> None:
    shell.runs("archive", "ekerö")
    held = contents(ekero.with_name(PACKAGE))
    found = page.validate_pdf_bytes(held["rapport.pdf"], profile=page.ValidationProfile.PDF_A_2A)
    assert found.is_compliant, [(one.rule_id, one.message) for one in found.failures]
    assert b"Fax, fr\xc3\xa5ga @lena" in held["anteckningar.csv"]
    root = ET.fromstring(held["diskussion.xml"])
    assert [one.text for one in root.iterfind("notes/item/text")] == ["Fax, fråga @lena"]
    (tmp_path / "d.toml").write_bytes(held["diskussion.toml"])
    assert read_session(tmp_path / "d.toml").session.notes() == read_session(ekero).session.notes()
    first = held["LASMIG.txt"].decode()
    for told in (
        "LÄS MIG",
        "HSN 2026-0042",
        "Ekerö vårdcentral",
        "Gallras efter 2 år",
        "rapport.pdf",
        "BagIt",
    ):
        assert told in first


def test_the_first_page_is_swedish_whoever_makes_it_and_the_bytes_are_the_same_again(
    shell: Shell, ekero: Path
) -> None:
    shell.runs("archive", "ekerö", "--lang", "en")
    assert "LÄS MIG" in contents(ekero.with_name(PACKAGE))["LASMIG.txt"].decode()
    before = ekero.with_name(PACKAGE).read_bytes()
    assert shell.runs("archive", "ekerö", "--lang", "en").lines == [str(ekero.with_name(PACKAGE))]
    assert ekero.with_name(PACKAGE).read_bytes() == before
    assert not ekero.with_name(f"{STEM}_2.arkiv.zip").exists()


def test_what_was_withdrawn_goes_along_only_where_that_is_asked_for(
    shell: Shell, ekero: Path, tmp_path: Path
) -> None:
    withdraws(shell, ekero, "Hemligt")
    shell.runs("archive", "ekerö", "--out", str(tmp_path / "utan"))
    assert b"Hemligt" not in (tmp_path / "utan" / PACKAGE).read_bytes()
    shell.runs("archive", "ekerö", "--history", "--out", str(tmp_path / "med"))
    held = contents(tmp_path / "med" / PACKAGE)
    assert held[f"original/{ekero.name}"] == ekero.read_bytes()
    assert b"Hemligt" in held["diskussion.toml"]
    assert "Borttagna anteckningar och tidigare ordalydelser är med" in held["LASMIG.txt"].decode()


def test_what_was_removed_for_good_is_in_no_package_also_where_an_old_copy_has_it(
    shell: Shell, ekero: Path, tmp_path: Path
) -> None:
    note = withdraws(shell, ekero, "Hemligt")
    old = ekero.read_bytes()
    shell.runs("purge", "ekerö", "--note", note, "--yes", "--yes")
    ekero.with_name("kopia.toml").write_bytes(old)
    said = shell.runs("archive", str(ekero), "--history", "--out", str(tmp_path / "ut"))
    assert said.code == 0
    assert "1 fil innehåller sådant som raderats för gott" in said.err
    assert "kopia.toml" in said.err
    assert b"Hemligt" in old
    assert b"Hemligt" not in (tmp_path / "ut" / PACKAGE).read_bytes()


def test_a_package_is_held_against_its_manifest(shell: Shell, ekero: Path) -> None:
    shell.runs("archive", "ekerö")
    package = ekero.with_name(PACKAGE)
    said = shell.runs("archive", "--verify", str(package))
    assert said.code == 0
    assert "Paketet är helt: 9 filer, ”Ekerö” med 1 anteckning." in said.err
    assert any(line.endswith("data/diskussion.toml") for line in said.lines)
    repacked(package, anteckningar_csv=b"annat")
    said = shell.runs("archive", "--verify", str(package))
    assert said.code == 1
    assert "data/anteckningar.csv: är ändrad eller skadad" in said.err


def test_what_lacks_and_what_came_later_is_told(shell: Shell, ekero: Path) -> None:
    shell.runs("archive", "ekerö")
    package = ekero.with_name(PACKAGE)
    with zipfile.ZipFile(package) as given:
        held = {name: given.read(name) for name in given.namelist() if not name.endswith(".xml")}
    with zipfile.ZipFile(package, "w") as made:
        for name, data in {**held, f"{STEM}/data/mer.txt": b"mer"}.items():
            made.writestr(name, data)
    said = shell.runs("archive", "--verify", str(package))
    assert "data/diskussion.xml: saknas" in said.err
    assert "data/mer.txt: fanns inte när paketet gjordes" in said.err


def _forged(package: Path, *files: tuple[str, bytes], but: str = "", linked: str = "") -> None:
    """Somebody packs it anew: with more files first, without one, with one as a link; the manifests are as they should be."""
    with zipfile.ZipFile(package) as given:
        held = {
            name: given.read(name) for name in given.namelist() if not but or not name.endswith(f"/{but}")
        }
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        lists = {
            name.removeprefix(f"{STEM}/"): data
            for name, data in held.items()
            if ("/data/" in name) == (manifest[0] == "m") and not name.endswith("tagmanifest-sha256.txt")
        }
        rows = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in lists.items())
        held[f"{STEM}/{manifest}"] = "".join(rows).encode()
    with zipfile.ZipFile(package, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a name is there twice
        for name, data in (*((f"{STEM}/{name}", data) for name, data in files), *held.items()):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (0o120777 if linked and name.endswith(linked) else 0o644) << 16
            made.writestr(entry, data)


@pytest.mark.parametrize(
    ("forged", "said"),
    [
        ({"files": (("data/LASMIG.txt", b"Bluff"),)}, "data/LASMIG.txt: finns två gånger"),
        ({"files": (("DATA/lasmig.txt", b"Bluff"),)}, "finns två gånger"),
        ({"linked": "rapport.pdf"}, "data/rapport.pdf: är en länk"),
        ({"but": "rapport.pdf"}, "data/rapport.pdf: saknas"),
        ({"but": "anteckningar.csv"}, "data/anteckningar.csv: saknas"),
        ({"but": "diskussion.xml"}, "data/diskussion.xml: saknas"),
        ({"but": "LASMIG.txt"}, "data/LASMIG.txt: saknas"),
    ],
    ids=["twice", "twice in capitals", "link", "no report", "no table", "no xml", "no first page"],
)
def test_a_package_that_somebody_packed_anew_is_not_whole_and_nothing_is_disposed_of_for_it(
    shell: Shell, ekero: Path, forged: dict[str, Any], said: str
) -> None:
    shell.runs("archive", "ekerö")
    package = ekero.with_name(PACKAGE)
    _forged(package)
    assert shell.runs("archive", "--verify", str(package)).code == 0
    _forged(package, *forged.pop("files", ()), **forged)
    verified = shell.runs("archive", "--verify", str(package))
    assert (verified.code, said in verified.err) == (1, True), verified.err
    given = ("--decision", "2026:7", "--archive", str(package), "--yes", "--yes")
    assert shell.runs("dispose", "ekerö", *given).code == 2
    assert ekero.exists()


def test_what_a_discussion_was_called_before_is_in_no_package(shell: Shell, tmp_path: Path) -> None:
    shell.creates("Anna Anderssons grupp")
    shell.runs("note", "anna", "-q", "B.1", "Fax")
    shell.runs("details", "anna", "--name", "Grupp X")
    (package,) = shell.runs("archive", "grupp x", "--out", str(tmp_path)).lines
    with zipfile.ZipFile(package) as given:
        assert [name for name in given.namelist() if "Anna" in name] == []
        assert not any(b"Anderssons" in given.read(name) for name in given.namelist())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>"])
def test_what_is_no_package_is_said_to_be_none(shell: Shell, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    said = shell.runs("archive", "--verify", str(tmp_path / "x.zip"))
    assert said.code == 1
    assert "är inget arkivpaket, eller är skadad" in said.err


def test_a_package_cut_anywhere_is_not_whole(shell: Shell, ekero: Path, tmp_path: Path) -> None:
    shell.runs("archive", "ekerö")
    data = ekero.with_name(PACKAGE).read_bytes()
    for part in (10, 50, 90, 99):
        (tmp_path / "x.zip").write_bytes(data[: len(data) * part // 100])
        assert shell.runs("archive", "--verify", str(tmp_path / "x.zip")).code == 1


def test_a_zip_that_claims_to_be_endless_is_not_read(shell: Shell, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in ("bagit.txt", "manifest-sha256.txt"):
            made.writestr(f"x/{name}", b"")
        made.writestr("x/data/stor", bytes(501_000_000))
    (tmp_path / "x.zip").write_bytes(out.getvalue())
    assert "större än något paket" in shell.runs("archive", "--verify", str(tmp_path / "x.zip")).err


def test_a_discussion_is_disposed_of_with_a_record_that_has_no_word_of_it(
    shell: Shell, ekero: Path, tmp_path: Path
) -> None:
    shell.runs("archive", "ekerö", "--out", str(tmp_path / "kvar"))
    package = tmp_path / "kvar" / PACKAGE
    said = shell.runs(
        "dispose", "ekerö", "--decision", "HSN 2026:7", "--archive", str(package), "--yes", "--yes"
    )
    assert said.code == 0
    assert "Fråga registrator eller arkivarie först" in said.err
    assert "Gallras efter 2 år" in said.err
    assert not ekero.exists()
    assert shell.runs("list").lines == []
    record = ekero.with_name("Gallring_2026-05-12.txt")
    assert said.lines == [str(record)]
    told = record.read_text(encoding="utf-8")
    for kept in ("GALLRINGSBEVIS", "HSN 2026:7", "HSN 2026-0042", "Gallras efter 2 år"):
        assert kept in told
    for gone in ("Fax", "Diskussionsstöd", "lena"):
        assert gone not in told
    assert shell.runs("archive", "--verify", str(package)).code == 0


def test_nothing_is_disposed_of_without_a_decision_or_an_answer(shell: Shell, ekero: Path) -> None:
    said = shell.runs("dispose", "ekerö", "--yes", "--yes")
    assert (said.code, ekero.exists()) == (2, True)
    assert "--decision" in said.err
    said = shell.runs("dispose", "ekerö", "--decision", "2026:7")
    assert said.code == 2
    assert "Här finns ingen som kan svara" in said.err
    assert ekero.exists()


def test_a_package_that_lacks_what_counts_now_keeps_the_discussion(shell: Shell, ekero: Path) -> None:
    shell.runs("archive", "ekerö")
    shell.runs("note", "ekerö", "-q", "B.1", "Senare")
    given = ("--decision", "2026:7", "--archive", str(ekero.with_name(PACKAGE)), "--yes", "--yes")
    said = shell.runs("dispose", "ekerö", *given)
    assert said.code == 2
    assert "är äldre än diskussionen" in said.err
    assert ekero.exists()


@pytest.mark.usefixtures("ekero")
def test_reports_that_lie_beside_are_named_since_nobody_can_look_into_them(shell: Shell) -> None:
    (note,) = shell.runs("note", "ekerö", "-q", "B.1", "Hemligt").lines
    shell.runs("report", "ekerö")
    said = shell.runs("purge", "ekerö", "--note", note, "--yes", "--yes")
    assert said.code == 1
    assert f"{STEM}.pdf" in said.err


@pytest.mark.parametrize("how", ["before", "behind", "comment", "folder"])
def test_what_no_manifest_covers_is_told(shell: Shell, ekero: Path, how: str) -> None:
    shell.runs("archive", "ekerö")
    package = ekero.with_name(PACKAGE)
    with zipfile.ZipFile(package, "a") as changed:
        if how == "folder":
            changed.writestr(f"{STEM}/data/hemligt/", b"")
        if how == "comment":
            changed.comment = b"hemligt"
    if how == "before":
        package.write_bytes(b"hemligt" + package.read_bytes())
    if how == "behind":
        package.write_bytes(package.read_bytes() + b"hemligt")
    said = shell.runs("archive", "--verify", str(package))
    told = "hemligt/: fanns inte" if how == "folder" else "har uppgifter bredvid filerna"
    assert (said.code, told in said.err) == (1, True), said.err
