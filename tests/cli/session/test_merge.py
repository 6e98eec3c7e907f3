"""`diskussion merge`, `split` and `similar` at the shell: what they do to the notes, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes

if TYPE_CHECKING:
    from tests.support.shell import Shell


@pytest.fixture
def ids(shell: Shell) -> list[str]:
    """Three notes to phase out and one to develop, in a discussion of that order; their ids."""
    shell.creates("Ekerö")
    said = [
        shell.runs("note", "ekerö", "--question", "B.2", "--kind", kind, text).out.strip()
        for kind, text in (
            ("avv", "Fax"),
            ("avv", "Bort med faxen"),
            ("avv", "Dubbla remisser"),
            ("vid", "Faxa mer"),
        )
    ]
    workshop = shell.opens(next(shell.folder.glob("*.toml")))
    for one, hands in zip(said, (5, 7, 1, 0), strict=True):
        workshop.do(changes.support, one, hands)
    assert workshop.close() == ""
    return said


def shown(shell: Shell) -> dict[str, tuple[str, int]]:
    return {
        note["text"]: (note["kind"], note["supporters"])
        for note in shell.runs("show", "ekerö", "--json").json()["notes"]
    }


def test_notes_are_merged_by_the_ends_of_their_ids_and_the_id_of_what_came_of_it_is_printed(
    shell: Shell, ids: list[str]
) -> None:
    said = shell.runs("merge", "ekerö", ids[0][-4:], ids[1][-4:].lower())
    assert (said.code, said.err) == (0, "")
    (note,) = [
        one for one in shell.runs("show", "ekerö", "--json").json()["notes"] if one["id"] == said.out.strip()
    ]
    assert (note["text"], note["supporters"], note["kind"]) == ("Bort med faxen", 12, "avveckla")
    assert [(one["text"], one["depth"], one["merged_into"]) for one in note["originals"]] == [
        ("Fax", 0, note["id"]),
        ("Bort med faxen", 0, note["id"]),
    ]


@pytest.mark.parametrize(("hands", "stand"), [("sum", 12), ("highest", 7), ("9", 9)])
def test_text_and_hands_can_be_given(shell: Shell, ids: list[str], hands: str, stand: int) -> None:
    assert shell.runs("merge", "ekerö", *ids[:2], "--text", "Sluta faxa", "--hands", hands).code == 0
    assert shown(shell)["Sluta faxa"] == ("avveckla", stand)


def test_kinds_are_kept_apart_unless_one_is_asked_for(shell: Shell, ids: list[str]) -> None:
    said = shell.runs("merge", "ekerö", ids[0], ids[3])
    assert (said.code, said.out) == (2, "")
    assert "--kind" in said.err
    assert shell.runs("merge", "ekerö", ids[0], ids[1], ids[3]).out.count("\n") == 1
    assert shown(shell)["Faxa mer"] == ("vidareutveckla", 0)
    merged = shell.runs("merge", "ekerö", ids[2], ids[3], "--kind", "nyu").out.strip()
    assert shown(shell)["Dubbla remisser"] == ("nyutveckla", 1)
    assert shell.runs("split", "ekerö", merged).code == 0
    assert shown(shell)["Dubbla remisser"] == ("avveckla", 1)


def test_splitting_prints_what_stands_again_and_tells_of_hands_that_do_not_come_along(
    shell: Shell, ids: list[str]
) -> None:
    before = shown(shell)
    merged = shell.runs("merge", "ekerö", *ids[:2]).out.strip()
    said = shell.runs("split", "ekerö", merged[-6:])
    assert (said.code, said.out.split(), said.err) == (0, ids[:2], "")
    assert shown(shell) == before
    merged = shell.runs("merge", "ekerö", *ids[:2]).out.strip()
    workshop = shell.opens(next(shell.folder.glob("*.toml")))
    workshop.do(changes.support, merged, 3)
    workshop.close()
    assert "3 håller med den sammanslagna" in shell.runs("split", "ekerö", merged).err


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), "minst två"),
        ((0,), "minst två"),
        ((0, 0), "minst två"),
        ((0, "9999"), "9999"),
        ((0, 1, "--hands", "alla"), "alla"),
        ((0, 1, "--hands", "1000"), "1000"),
        ((0, 1, "--text", " "), "--text"),
        ((0, 3, "--kind", "blå"), "blå"),
    ],
)
def test_what_cannot_be_merged_is_said_and_changes_nothing(
    shell: Shell, ids: list[str], given: tuple, told: str
) -> None:
    before = shown(shell)
    said = shell.runs("merge", "ekerö", *(ids[one] if isinstance(one, int) else one for one in given))
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert shown(shell) == before


def test_a_note_that_is_part_of_another_is_not_merged_again(shell: Shell, ids: list[str]) -> None:
    shell.runs("merge", "ekerö", *ids[:2])
    assert "ingår redan i en annan" in shell.runs("merge", "ekerö", ids[0], ids[2]).err
    assert "inte sammanslagen" in shell.runs("split", "ekerö", ids[2]).err
    assert "vilken anteckning" in shell.runs("split", "ekerö").err


def test_a_final_discussion_takes_neither(shell: Shell, ids: list[str]) -> None:
    workshop = shell.opens(next(shell.folder.glob("*.toml")))
    workshop.do(changes.set_state, "fastställd")
    workshop.close()
    said = shell.runs("merge", "ekerö", *ids[:2])
    assert (said.code, said.out) == (1, "")
    assert "fastställd" in said.err


def test_the_history_tells_of_both(shell: Shell, ids: list[str]) -> None:
    merged = shell.runs("merge", "ekerö", *ids[:2]).out.strip()
    shell.runs("split", "ekerö", merged)
    told = shell.runs("history", "ekerö").out
    short = merged[-4:]
    assert "Ny anteckning, sammanslagen av 2" in told
    assert f"Slogs ihop till {short}" in told
    assert "Står för sig igen" in told


def test_the_printed_discussion_has_the_originals_under_the_merged_note(shell: Shell, ids: list[str]) -> None:
    shell.runs("merge", "ekerö", *ids[:2])
    lines = [line.strip() for line in shell.runs("show", "ekerö", "--notes").lines]
    place = lines.index("− Bort med faxen  (12 håller med)")
    assert lines[place + 1 : place + 4] == [
        "• sammanslagen av 2",
        "− Fax  (5 håller med)",
        "− Bort med faxen  (7 håller med)",
    ]


@pytest.mark.usefixtures("ids")
def test_notes_like_a_text_are_shown_the_most_alike_first(shell: Shell) -> None:
    said = shell.runs("similar", "ekerö", "bort", "med", "alla", "faxen")
    assert said.code == 0
    assert said.lines[0].endswith("B 2  Bort med faxen")
    assert shell.runs("similar", "ekerö", "parkering vid närakuten").code == 1
    assert shell.runs("similar", "ekerö").code == 2


def test_removing_an_original_says_where_its_words_may_stand(shell: Shell, ids: list[str]) -> None:
    merged = shell.runs("merge", "ekerö", *ids[:2]).out.strip()
    said = shell.runs("purge", "ekerö", "--note", ids[1], stdin="j\nradera\n", terminal=True)
    assert said.code == 0
    asked, after = said.err.split("är raderad.")
    assert f"sammanslagna {merged[-4:]}, som blir kvar: Bort med faxen" in asked
    assert f"  {merged[-4:]}" in after.splitlines()


def test_removing_a_merged_note_says_what_stays_and_leaves_it(shell: Shell, ids: list[str]) -> None:
    before = shown(shell)
    merged = shell.runs("merge", "ekerö", *ids[:2], "--text", "Anna på femman").out.strip()
    said = shell.runs("purge", "ekerö", "--note", merged, stdin="j\nradera\n", terminal=True)
    assert "2 anteckningar som den kom av blir kvar" in said.err
    assert shown(shell) == before
    assert not any(b"femman" in one.read_bytes() for one in shell.folder.rglob("*") if one.is_file())
