"""The words of the run of show and its clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class RunOfShow(Words):
    """The run of show and its clock, on the screen and in the shell. `signs` before words say the same as they do."""

    title: str
    paused: str
    little: Plural
    over: Plural
    skipped: str
    proposed: str
    a_break: str
    head_step: str
    head_planned: str
    head_becomes: str
    head_used: str
    behaviours: tuple[tuple[str, str], ...]
    minutes: Plural
    total: str
    stops: str
    no_stop: str
    lacking: Plural
    spare: Plural
    due: str
    gap: Plural
    anew: str
    goes_on: str
    stands: str
    minutes_title: str
    minutes_label: str
    minutes_wrong: str
    break_title: str
    break_now: str
    break_name: str
    end_title: str
    end_label: str
    end_hint: str
    end_wrong: str
    taken: Plural
    nothing_to_take: str
    reading_before: str
    as_before: Plural
    none_before: str
    as_before_already: str
    anew_question: str
    anew_explained: str
    started_anew: str
    only_breaks: str
    used_title: str
    used_row: str
    changed_minutes: str
    no_such_item: str
    no_such_break: str
    no_such_behaviour: str
    minutes_unclear: str
    break_incomplete: str
    before_alone: str
    end_unclear: str
    unchanged: str

    def behaviour(self, behaviour: str) -> str:
        """What a behaviour is called."""
        return dict(self.behaviours).get(behaviour, behaviour)
