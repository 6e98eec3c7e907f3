"""A day of coding: notes in a row, suggestions with reasons, themes made and merged, a colleague's decisions, and what both agree on."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.agreement import agreement
from diskussion_tui.store.compiling.reading import read_coding
from tests.support.coders import coding, notes, said

if TYPE_CHECKING:
    from pathlib import Path

FAX = (
    "Sluta faxa mellan sjukhus och kommun",
    "Sluta faxa mellan sjukhus och vårdcentral",
    "Fast läkare till alla",
)


async def test_a_digit_decides_and_the_next_note_stands_there_with_its_suggestions(tmp_path: Path) -> None:
    async with coding(tmp_path, FAX) as (me, queue):
        me.sees("3 kvar", "0 kodade")
        first, (suggested, *_) = queue.current, queue.suggestions()
        await me.presses("1")
        assert queue.current != first
        assert queue.desk.coding.themes_of(first) == (suggested.theme,)
        me.sees("2 kvar", "ångrar.")
        await me.presses("left")
        assert queue.current == first
        me.sees("3 kvar", "Ångrat.")


async def test_a_suggestion_stands_beside_the_words_of_the_note_that_speak_for_it(tmp_path: Path) -> None:
    async with coding(tmp_path, FAX[:1]) as (me, _):
        me.sees("1  ", "Journal och IT-system", "faxa")
        shown = next(one for one in me.painted() if "Sluta faxa" in one)
        assert shown
        strips = me.app.screen._compositor.render_strips()
        underlined = {text for strip in strips for text, style, _ in strip if style and style.underline}
        assert "faxa" in " ".join(underlined)


async def test_what_is_typed_is_never_a_command_and_enter_makes_a_new_theme(tmp_path: Path) -> None:
    async with coding(tmp_path, FAX) as (me, queue):
        first = queue.current
        await me.types("x1 0")
        me.sees("+ x1 0", "nytt tema")
        await me.presses("enter")
        assert [one.name for one in queue.desk.coding.book.themes if one.name == "x1 0"]
        assert queue.desk.coding.decision(first, "maja")
        await me.presses("left", "left")
        assert not [one for one in queue.desk.coding.book.themes if one.name == "x1 0"]


async def test_letters_find_themes_and_the_first_that_fits_is_taken(tmp_path: Path) -> None:
    async with coding(tmp_path, FAX) as (me, queue):
        first = queue.current
        await me.types("psyk")
        await me.presses("enter")
        assert queue.desk.coding.themes_of(first) == ("psykisk-halsa",)


async def test_similar_notes_are_taken_along_in_one_step_to_undo(tmp_path: Path) -> None:
    async with coding(tmp_path, FAX) as (me, queue):
        while "Sluta faxa" not in (queue.said[queue.current].text if queue.current else ""):
            await me.presses("right")
        me.sees("Liknande okodade", "□ Sluta faxa")
        await me.presses("tab")
        me.sees("■ Sluta faxa", "1 liknande följer med")
        await me.presses("1")
        assert queue.done == 2
        me.sees("2 anteckningar")
        await me.presses("ctrl+z")
        assert queue.done == 0


async def test_no_theme_several_themes_and_a_memo(tmp_path: Path) -> None:
    async with coding(tmp_path, FAX) as (me, queue):
        first = queue.current
        await me.presses("0")
        assert queue.desk.coding.themes_of(first) == ()
        second = queue.current
        await me.presses("f6")
        await me.types("Svår att säga")
        await me.presses("enter")
        me.sees("Svår att säga")
        await me.presses("f2", "1")
        me.clock.passes(seconds=1)  # words at once would be a sentence that begins with a digit
        await me.types("äldre")
        await me.presses("enter")
        me.sees("Valda:")
        await me.presses("enter")
        assert len(queue.desk.coding.themes_of(second) or ()) == 2
        decision = queue.desk.coding.decision(second, "maja")
        assert decision is not None
        assert decision.memo == "Svår att säga"


async def test_the_code_book_is_changed_merged_split_and_undone_in_its_page(tmp_path: Path) -> None:
    async with coding(tmp_path, FAX) as (me, queue):
        await me.presses("1", "f7")
        me.sees("Teman", "1 kodad")
        await me.types("Fax och papper")
        await me.presses("enter")
        await me.types("fax och papper")
        await me.presses("enter")
        me.sees("Ord", "Stoppord")
        await me.presses("down", "down", "down")
        await me.types("fax, papper")
        await me.presses("ctrl+s")
        assert queue.desk.coding.book.called("Fax och papper").words == ("fax", "papper")  # type: ignore[union-attr]
        await me.presses("escape")
        await me.types("fax och papper")
        await me.presses("escape")
        book = queue.desk.coding.book
        await me.presses(*["down"] * 1)
        await me.presses("space", "s")
        await me.types("egenvård")
        await me.presses("enter")
        assert len(queue.desk.coding.book.themes) == len(book.themes) - 1
        me.sees("ingår nu i")
        await me.presses("ctrl+z")
        names = [[(one.name, one.words) for one in of.themes] for of in (queue.desk.coding.book, book)]
        assert names[0] == names[1]


async def test_sixty_notes_are_coded_themes_merged_and_undone_and_a_colleagues_work_taken_in(
    tmp_path: Path,
) -> None:
    chosen = notes(60)
    texts = [text for _, text in chosen]
    meant = {one.id: theme for one, (theme, _) in zip(said(texts), chosen, strict=True)}
    async with coding(tmp_path, texts, blind=True) as (me, queue):
        for _ in range(60):
            names = [one.theme for one in queue.suggestions()]
            theme = meant[queue.current]
            if theme in names:
                await me.presses(str(names.index(theme) + 1))
            else:
                await me.types(queue.desk.coding.book.theme(theme).name)  # type: ignore[union-attr]
                await me.presses("enter")
        me.sees("0 kvar", "60 kodade", "Allt är kodat")
        assert {note: queue.desk.coding.themes_of(note) for note in meant} == {
            note: (theme,) for note, theme in meant.items()
        }
        assert queue.rate.of == 60
        assert queue.rate.first >= 40
        me.sees("första förslaget rätt" if me.app.size.width > 100 else "%")
    async with coding(tmp_path / "sven", texts, coder="sven") as (_, other):
        for note, theme in meant.items():
            other.go_to(note)
            other.decide([note], ["aldre" if theme == "kontinuitet" else theme])
        wrong = sum(theme == "kontinuitet" for theme in meant.values())
    assert wrong
    shutil.copy(tmp_path / "sven" / "våren" / "beslut.sven.toml", tmp_path / "våren")
    read = read_coding(tmp_path / "våren")
    found = agreement(read.coding)
    assert found.coders == ("maja", "sven")
    assert len(found.disputed) == wrong
    assert found.overall.kappa is not None
    assert 0.8 < found.overall.kappa < 1
    async with coding(tmp_path, texts) as (me, queue):
        me.sees("60 kodade")
        await me.presses("f9")
        me.sees(
            "gör upp", f"{wrong} kvar", "sven: Äldre och långvarigt sjuka", "maja: Kontinuitet, fast kontakt"
        )
        for _ in range(wrong):
            names = [one.theme for one in queue._suggested] if hasattr(queue, "_suggested") else []
            assert not names
            await me.types("kontinuitet")
            await me.presses("enter")
        me.sees("Ni är överens om allt")
        await me.presses("f9")
        assert agreement(queue.desk.coding).disputed == ()
    assert len(read_coding(tmp_path / "våren").coding.decided) == 60


async def test_a_second_program_sees_what_the_first_saved_and_blind_hides_it(tmp_path: Path) -> None:
    async with coding(tmp_path, FAX) as (me, queue):
        note = queue.current
        await me.presses("1")
    async with coding(tmp_path, FAX, coder="sven") as (me, queue):
        assert queue.done == 1
        await me.presses("f8")
        me.sees("blint", "3 kvar")
        queue.go_to(note)
        await me.presses("f8")
        queue.go_to(note)
        await me.presses("down")
        me.sees("2 kvar")


async def test_a_second_coder_codes_the_same_notes_blind_and_every_word_of_it_fits(tmp_path: Path) -> None:
    async with coding(tmp_path, FAX) as (me, queue):
        await me.presses("right", "1")
        (hers,) = [note for note in queue.said if queue.desk.coding.themes_of(note)]
    async with coding(tmp_path, FAX, coder="sven") as (me, queue):
        await me.presses("f8")
        me.sees("blint", "1 gemensam kvar", "andras beslut döljs. Först kommer 1 som andra har kodat.")
        assert queue.current == hers
        await me.presses("1")
        me.sees("Det andra har kodat har nu du också kodat.")
        assert queue.said_by(hers) == {}
        assert agreement(queue.desk.coding).overall.notes == 1
        await me.presses("f8", "f8")
        me.sees("Alla kodare får samma ordning.")


async def test_who_codes_blind_first_is_told_that_all_get_the_same_order(tmp_path: Path) -> None:
    async with coding(tmp_path, FAX) as (me, queue):
        await me.presses("f8")
        me.sees("Du kodar blint: andras beslut döljs. Alla kodare får samma ordning.")
        order = queue.in_order()
        await me.presses("1", "1")
        assert queue.in_order() == order


async def test_ten_thousand_notes_decide_in_a_frame_and_are_put_in_order_beside_the_screen(
    tmp_path: Path,
) -> None:
    many = [f"{text} {number}" for number in range(4) for _, text in notes()]
    async with coding(tmp_path, many) as (me, queue):
        for _ in range(12):
            await me.presses("1")
        assert queue.done >= 12
        assert len(queue.still_to_do()) == len(many) - queue.done
