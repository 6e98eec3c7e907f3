"""Who on the walk does what a command asks for: the one table that leads from a key to an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.walk.items.part import fold_all

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from diskussion_tui.tui.base_screen import Story
    from diskussion_tui.tui.walk.screen import Walk

VERBS: Mapping[str, Callable[[Walk], Story | None]] = {
    # walking
    "next_step": lambda walk: walk.place.turn(1),
    "previous_step": lambda walk: walk.place.turn(-1),
    "page_start": lambda walk: walk.board.scroll_to_line(0),
    "page_end": lambda walk: walk.board.scroll_to_end(),
    "jump": lambda walk: walk.tools.looking.jump(),
    # looking
    "help": lambda walk: walk.tools.looking.help(),
    "compass": lambda walk: walk.tools.compass.open(),
    "picture": lambda walk: walk.tools.looking.picture(),
    "background": lambda walk: walk.tools.looking.background(),
    "cues": lambda walk: walk.tools.looking.cues(),
    "big": lambda walk: walk.toggle_big(),
    "room_back": lambda walk: walk.tools.room.turn(1),
    "room_on": lambda walk: walk.tools.room.turn(-1),
    "filter": lambda walk: walk.tools.filter.choose(),
    # the discussion
    "undo": lambda walk: walk.do_undo(),
    "redo": lambda walk: walk.do_redo(),
    "details": lambda walk: walk.tools.looking.details(),
    "bin": lambda walk: walk.tools.looking.bin(),
    "parked": lambda walk: walk.tools.parking.open(),
    "table": lambda walk: walk.tools.tables.choose(),
    "find": lambda walk: walk.tools.finding.find(),
    "finish": lambda walk: walk.tools.finishing.finish(),
    "hand_over": lambda walk: walk.tools.elsewhere.hand_over(),
    "rank": lambda walk: walk.tools.elsewhere.rank(),
    "pause": lambda walk: walk.tools.elsewhere.pause(),
    "plan": lambda walk: walk.tools.elsewhere.plan(),
    "next_exercise": lambda walk: walk.tools.guide.pass_over(),
    "palette": lambda walk: walk.do_palette(),
    "go_home": lambda walk: walk.go_home(),
    # the line
    "wording": lambda walk: walk.line.begin_wording(),
    "mask": lambda walk: walk.tools.masking.mask(),
    "numbers": lambda walk: walk.line.begin_numbers(),
    # what is chosen
    "edit_note": lambda walk: walk.choosing.item.edit(),
    "withdraw_note": lambda walk: walk.choosing.item.withdraw(),
    "menu": lambda walk: walk.choosing.open_menu(),
    "star_note": lambda walk: walk.choosing.item.star(),
    "kind_note": lambda walk: walk.choosing.item.turn_kind(),
    "move_note": lambda walk: walk.choosing.item.move(),
    "dissent_note": lambda walk: walk.choosing.item.dissent(),
    "versions_note": lambda walk: walk.choosing.item.choose_version(),
    "park_note": lambda walk: walk.choosing.item.park(),
    "notes_conclusion": lambda walk: walk.choosing.item.go_to_notes(),
    "conclude_note": lambda walk: walk.tools.concluding.conclude(),
    "mark_note": lambda walk: walk.choosing.item.mark(),
    "merge_notes": lambda walk: walk.tools.merging.merge(),
    "split_note": lambda walk: walk.tools.merging.split(),
    "originals_note": lambda walk: walk.tools.merging.read_originals(),
    "fold_all": fold_all,
    "back_to_writing": lambda walk: walk.choosing.back_to_writing(),
}
