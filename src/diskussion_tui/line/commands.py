"""Which function does what a command says, by the command's id: the one place where the two meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.line import clocking, concluding, marking, places, practising, ranking, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from diskussion_tui.line.evening import Evening

DOES: Mapping[str, Callable[[Evening, str], None]] = {
    "help": whole.read_help,
    "next": places.next_step,
    "back": places.previous_step,
    "go": places.go_to,
    "where": places.where,
    "read": places.read_notes,
    "picture": places.read_picture,
    "cues": places.read_cues,
    "background": places.read_background,
    "find": places.find,
    "summary": places.read_summary,
    "kind": marking.kind,
    "table": marking.table,
    "more": marking.more,
    "wording": marking.wording,
    "verdict": marking.verdict,
    "hands": marking.hands,
    "edit": marking.edit,
    "withdraw": marking.withdraw,
    "bin": places.read_bin,
    "restore": marking.restore,
    "star": marking.star,
    "dissent": marking.dissent,
    "move": marking.move,
    "park": marking.park,
    "parked": places.read_parked,
    "fetch": marking.fetch,
    "merge": marking.merge,
    "split": marking.split,
    "place": marking.place,
    "versions": marking.versions,
    "mask": marking.mask,
    "conclude": concluding.conclude,
    "conclusions": concluding.read_conclusions,
    "sort": concluding.sort,
    "done": concluding.done,
    "last_time": concluding.last_time,
    "round": ranking.prioritise,
    "dots": ranking.dots,
    "order": ranking.put_in_order,
    "result": ranking.result,
    "time": clocking.time,
    "clock": clocking.clock,
    "plan": clocking.plan,
    "minutes": clocking.minutes,
    "short": clocking.short,
    "skip": clocking.skip,
    "add_break": clocking.add_break,
    "remove_break": clocking.remove_break,
    "end": clocking.end,
    "take_time": clocking.take_time,
    "as_before": clocking.as_before,
    "anew": clocking.start_anew,
    "details": whole.details,
    "undo": whole.undo,
    "redo": whole.redo,
    "report": whole.report,
    "finish": whole.finish,
    "reopen": whole.reopen,
    "exercise": practising.exercise,
    "quit": whole.leave,
}
