"""Personal data in past discussions is listed without ever being printed, and masked by a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.plan.changes import add_break
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.conclusions import Read, conclude

if TYPE_CHECKING:
    from tests.support.shell import Shell

PHONE = "070-123 45 67"


def _noted(shell: Shell, *texts: str) -> list[str]:
    said = shell.runs("note", "Ekerö", "-q", "B.2", "-k", "avv", stdin="\n".join(texts))
    assert said.code == 0
    return said.lines


@pytest.fixture
def ekero(shell: Shell) -> Shell:
    shell.creates("Ekerö")
    return shell


def test_a_folder_without_personal_data_is_told_of_in_a_sentence(ekero: Shell) -> None:
    _noted(ekero, "1177 för 12 500 000 kr, dnr HSN 2018-0512")
    said = ekero.runs("personal")
    assert (said.code, said.out) == (0, "")
    assert said.err == "Inga personuppgifter upptäcktes. Namn på personer upptäcks aldrig.\n"


def test_every_place_is_a_row_with_file_question_note_and_sort_and_no_number(ekero: Shell) -> None:
    first, second = _noted(ekero, f"ring Anna {PHONE}", "skriv till a@b.se")
    said = ekero.runs("personal")
    assert said.code == 1
    assert said.lines == [
        f"Diskussionsstöd_Ekerö_2026-05-12.toml  B.2  {first[-4:]}  telefonnummer  ring Anna [telefonnummer]",
        f"Diskussionsstöd_Ekerö_2026-05-12.toml  B.2  {second[-4:]}  e-postadress  skriv till [e-postadress]",
    ]
    assert said.err == "2 ställen har personuppgifter.\n"


def test_one_discussion_one_folder_and_one_note_can_be_asked_about(ekero: Shell) -> None:
    first, _second = _noted(ekero, f"ring {PHONE}", "skriv till a@b.se")
    ekero.creates("Solna")
    assert len(ekero.runs("personal", "ekerö").lines) == 2
    assert ekero.runs("personal", "solna").code == 0
    assert len(ekero.runs("personal", str(ekero.folder), anywhere=True).lines) == 2
    assert len(ekero.runs("personal", "ekerö", "--note", first[-4:]).lines) == 1


def test_details_the_bin_and_half_typed_lines_are_looked_through_too(ekero: Shell) -> None:
    (note,) = _noted(ekero, f"ring {PHONE}")
    workshop = ekero.opens(next(ekero.folder.glob("*.toml")))
    workshop.do(changes.withdraw, note)
    workshop.do(changes.set_details, {"note_taker": "a@b.se"})
    workshop.keep_draft("B.2", "avveckla", f"ring {PHONE}")
    assert workshop.close() == ""
    said = [line.split("  ", 1)[1] for line in ekero.runs("personal", "ekerö").lines]
    assert said == [
        "telefonnummer halvskrivet  ring [telefonnummer]",
        f"B.2  {note[-4:]}  telefonnummer i papperskorgen  ring [telefonnummer]",
        "Antecknare: e-postadress  [e-postadress]",
    ]
    told = ekero.runs("personal", "ekerö", "--mask").err
    assert "Maskerat på 2 ställen." in told
    assert "Det halvskrivna ändras bara i skrivraden." in told


def test_a_dissent_an_owner_a_breaks_name_and_a_half_edited_note_are_looked_through_too(ekero: Shell) -> None:
    (note,) = _noted(ekero, "fax")
    workshop = ekero.opens(next(ekero.folder.glob("*.toml")))
    workshop.do(changes.word_dissent, note, f"fråga {PHONE}")
    workshop.do(conclude, "C1", "åtgärd", Read("B", "Ring", "a@b.se"))
    workshop.do(add_break, "P1", f"Kaffe, {PHONE}", 10, "B.2")
    workshop.keep_draft("B.2", "avveckla", "", (note, f"fax {PHONE}"))
    assert workshop.close() == ""
    said = [line.split("  ", 1)[1] for line in ekero.runs("personal", "ekerö").lines]
    assert said == [
        "ansvarig: e-postadress  [e-postadress]",
        "telefonnummer halvskrivet  fax [telefonnummer]",
        f"B.2  {note[-4:]}  avvikande mening: telefonnummer  fråga [telefonnummer]",
        "namn: telefonnummer  Kaffe, [telefonnummer]",
    ]
    assert "Maskerat på 3 ställen." in ekero.runs("personal", "ekerö", "--mask").err
    left = [line.split("  ", 1)[1] for line in ekero.runs("personal", "ekerö").lines]
    assert [line for line in left if "i historiken" not in line] == [said[1]]


def test_json_has_every_place_masked(ekero: Shell) -> None:
    (note,) = _noted(ekero, f"ring {PHONE}")
    (place,) = ekero.runs("personal", "--json").json()
    assert place["id"] == note
    assert (place["question"], place["field"], place["where"]) == ("B.2", "text", "now")
    assert (place["sorts"], place["masked"]) == (["phone"], "ring [telefonnummer]")


def test_masking_is_a_change_and_the_history_is_told_of_until_the_note_is_purged(ekero: Shell) -> None:
    (note,) = _noted(ekero, f"ring {PHONE}")
    said = ekero.runs("personal", "ekerö", "--mask")
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("Maskerat på 1 ställe.\nDen tidigare lydelsen finns kvar i historiken")
    assert "ring [telefonnummer]" in ekero.runs("show", "ekerö", "--notes").out
    left = ekero.runs("personal", "ekerö")
    assert left.code == 1
    assert "telefonnummer i historiken  ring [telefonnummer]" in left.out
    again = ekero.runs("personal", "ekerö", "--mask")
    assert (again.code, again.err.partition("\n")[0]) == (0, "Här finns inget att maskera. Inget är ändrat.")
    assert ekero.runs("purge", "ekerö", "--note", note, "--yes", "--yes").code == 0
    assert ekero.runs("personal", "ekerö").code == 0


def test_one_note_can_be_masked_and_the_others_left(ekero: Shell) -> None:
    first, _second = _noted(ekero, f"ring {PHONE}", "skriv till a@b.se")
    assert ekero.runs("personal", "ekerö", "--note", first[-4:], "--mask").code == 0
    shown = ekero.runs("show", "ekerö", "--notes").out
    assert "ring [telefonnummer]" in shown
    assert "a@b.se" in shown


def test_a_final_discussion_is_listed_but_not_masked(ekero: Shell) -> None:
    _noted(ekero, f"ring {PHONE}")
    workshop = ekero.opens(next(ekero.folder.glob("*.toml")))
    workshop.do(changes.set_state, "fastställd")
    assert workshop.close() == ""
    assert ekero.runs("personal").code == 1
    said = ekero.runs("personal", "ekerö", "--mask")
    assert said.code == 1
    assert said.err == "”Ekerö” är fastställd och kan inte ändras. Inget är maskerat. Öppna den igen först.\n"
    assert PHONE in ekero.runs("show", "ekerö", "--notes").out


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        (("--mask",), "Ange vilken diskussion som ska maskeras."),
        (("--note", "ABCD"), "Ange vilken diskussion anteckningen hör till."),
        (("okänd",), "Ingen diskussion i"),
        (("ekerö", "--note", "ABCD"), "Diskussionen har inga anteckningar."),
    ],
)
def test_a_slip_is_answered_and_changes_nothing(ekero: Shell, given: tuple[str, ...], answer: str) -> None:
    said = ekero.runs("personal", *given)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(answer)


def test_a_file_that_cannot_be_read_is_told_of_and_the_rest_is_looked_through(ekero: Shell) -> None:
    _noted(ekero, f"ring {PHONE}")
    (ekero.folder / "trasig.toml").write_text("schema_version = 3\n[session]\nid = 7\n")
    said = ekero.runs("personal")
    assert said.code == 1
    assert len(said.lines) == 1
    assert "trasig.toml" in said.err


def test_a_note_from_the_shell_is_saved_with_a_warning_that_holds_no_number(ekero: Shell) -> None:
    said = ekero.runs("note", "Ekerö", "-q", "A.1", f"ring {PHONE}")
    assert said.code == 0
    assert len(said.lines) == 1
    assert said.err.startswith("Varning: 1 anteckning har personuppgifter.")
    assert "  ring [telefonnummer]" in said.err
    assert PHONE not in said.err
    assert ekero.runs("note", "Ekerö", "-q", "A.1", "fax 2018").err == ""


def test_with_mask_nothing_else_ever_reaches_the_disk(ekero: Shell) -> None:
    said = ekero.runs("note", "Ekerö", "-q", "A.1", "--mask", stdin=f"- ring {PHONE}\n- fax 2018\n")
    assert (said.code, said.err, len(said.lines)) == (0, "", 2)
    written = "".join(path.read_text() for path in ekero.folder.rglob("*.toml"))
    assert "ring [telefonnummer]" in written
    assert PHONE not in written


def test_the_answers_are_english_when_english_is_asked_for(ekero: Shell) -> None:
    _noted(ekero, f"ring {PHONE}")
    said = ekero.runs("personal", "--lang", "en")
    assert "phone number  ring [phone number]" in said.out
    assert said.err == "1 place has personal data.\n"
    assert "[telefonnummer]" in (  # the note is Swedish, so is its mask
        ekero.runs("personal", "ekerö", "--mask", "--lang", "en").err
        + ekero.runs("show", "ekerö", "--notes").out
    )
