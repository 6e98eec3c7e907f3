"""When a command can run, and why not: each a function of where somebody is, to be named where the command is declared.

A condition reads what a screen says of itself and answers nothing where the command can run, else a reason: a function from
the words of a language to the sentence that says why. An empty sentence is for what is told elsewhere already. What a condition
needs of the domain it imports when it is asked: home declares its keys without loading how rounds are counted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.coding.screen import Coding
    from diskussion_tui.tui.coding.themes import Themes
    from diskussion_tui.tui.comparing.screen import Comparing
    from diskussion_tui.tui.compiling.behind import Behind
    from diskussion_tui.tui.compiling.screen import Compiled
    from diskussion_tui.tui.finding_screen import FindingScreen
    from diskussion_tui.tui.followup.screen import FollowedUp
    from diskussion_tui.tui.home.screen import Home
    from diskussion_tui.tui.plan.screen import RunOfShow
    from diskussion_tui.tui.reading.screen import Reading
    from diskussion_tui.tui.rounds.screen import Ranking
    from diskussion_tui.tui.session_screen import SessionScreen
    from diskussion_tui.tui.walk.situation import Situation

Reason: TypeAlias = "Callable[[Texts], str]"
When: TypeAlias = Callable[[Any], "Reason | None"]
"""A condition on where somebody is: on the walk its situation, elsewhere the screen, as the places of the command have it."""


# ---- any discussion ----------------------------------------------------------------------------------------------


def undoable(at: SessionScreen | Situation) -> Reason | None:
    """There is something to take back."""
    return None if at.workshop.can_undo else lambda words: words.walk.nothing_to_undo


def redoable(at: SessionScreen | Situation) -> Reason | None:
    """There is something taken back."""
    return None if at.workshop.can_redo else lambda words: words.walk.nothing_to_redo


def writable(at: SessionScreen | Situation) -> Reason | None:
    """The discussion can be changed. Of one that is read only, the line of hints says why anyhow."""
    if at.workshop.writable:
        return None
    return lambda words: words.walk.final_hint if at.workshop.session.final else ""


# ---- home ----------------------------------------------------------------------------------------------------


def on_discussion(at: Home) -> Reason | None:
    """A discussion is chosen."""
    return None if at.entry else lambda words: words.why_not.no_discussion


def can_report(at: Home | Reading) -> Reason | None:
    """A discussion is chosen, or read."""
    return None if getattr(at, "entry", True) else lambda words: words.why_not.no_discussion


def can_compare(at: Home) -> Reason | None:
    """A discussion is chosen, or several are marked."""
    return None if at.entry or at.marks else lambda words: words.why_not.no_discussion


def several_marked(at: Home) -> Reason | None:
    """At least two discussions are marked."""
    return None if len(at.marks) > 1 else lambda words: words.why_not.two_marked


def typed(at: Home) -> Reason | None:
    """Something stands in the line."""
    return None if at.typed else lambda words: words.why_not.nothing_typed


def typed_or_marked(at: Home) -> Reason | None:
    """Something stands in the line, or something is marked."""
    return None if at.marks else typed(at)


# ---- where a discussion is read ------------------------------------------------------------------------------


def found_something(at: FindingScreen) -> Reason | None:
    """What is looked for stands somewhere."""
    return None if at.hits else lambda words: words.reading.none_found


def something_chosen(at: Comparing) -> Reason | None:
    """A note, or a question in the overview, is chosen."""
    return None if at.chosen else lambda words: words.why_not.nothing_chosen


def foldable(at: Reading) -> Reason | None:
    """There is a part or a trail to fold or unfold."""
    return None if at.foldable else lambda words: words.why_not.nothing_folded


# ---- a compilation ------------------------------------------------------------------------------------------------


def counted(at: Compiled) -> Reason | None:
    """It has been counted."""
    return None if at.of else lambda words: words.why_not.not_counted


def on_counted_note(at: Compiled | Behind) -> Reason | None:
    """A note is chosen."""
    return None if at.note else lambda words: words.compiling.not_a_note


# ---- following up ----------------------------------------------------------------------------------------------


def on_action(at: FollowedUp) -> Reason | None:
    """An action is chosen."""
    return None if at.action else lambda words: words.followup.none_chosen


def any_actions(at: FollowedUp) -> Reason | None:
    """There are actions."""
    return None if at.of.actions else lambda words: words.followup.none_chosen


def told_something(at: FollowedUp) -> Reason | None:
    """Something was told here that can be taken back."""
    return None if at.of.can_undo else lambda words: words.followup.nothing_to_undo


# ---- the walk ----------------------------------------------------------------------------------------------------


def not_last(at: Situation) -> Reason | None:
    """There is a step behind this one, or more of its page."""
    return (
        None
        if at.step is not at.workshop.steps[-1] or not at.page_ends
        else lambda words: words.why_not.last_step
    )


def not_first(at: Situation) -> Reason | None:
    """There is a step before this one."""
    return None if at.step is not at.workshop.steps[0] else lambda words: words.why_not.first_step


def on_page(at: Situation) -> Reason | None:
    """The step is a page to read, where nothing is answered."""
    return None if at.step.question is None else lambda words: words.why_not.no_page


def at_task(at: Situation) -> Reason | None:
    """The line is used for something that can be left."""
    return None if at.at_task else lambda words: words.why_not.nothing_begun


def own_question(at: Situation) -> Reason | None:
    """The question is the group's own."""
    question = at.step.question
    fits = question is not None and question.asks == "own" and at.takes_notes
    return None if fits else lambda words: words.walk.no_wording_here


def has_cues(at: Situation) -> Reason | None:
    """The step has cues, and nobody else can read along."""
    if at.big:
        return lambda _words: ""
    return None if at.step.cues else lambda words: words.walk.no_cues


def numbered(at: Situation) -> Reason | None:
    """The question in view has notes, and they can be worked on."""
    here = at.takes_notes and at.step.question and at.session.notes_of(at.step.question.id)
    return None if here else lambda words: words.numbers.not_here


def searchable(at: object) -> Reason | None:
    """There is a note to be found; where a discussion is read, its page says itself that there is none."""
    session = getattr(at, "session", None)
    empty = session is not None and not (session.notes() or session.parked())
    return (lambda words: words.walk.nothing_to_find) if empty else None


def can_hand_over(at: Situation) -> Reason | None:
    """There is something to hand over that is kept."""
    return (lambda words: words.handover.not_practising) if at.practising else None


def has_parked(at: Situation) -> Reason | None:
    """Something waits."""
    return None if at.session.parked() else lambda words: words.conclusions.parked_none


def has_withdrawn(at: Situation) -> Reason | None:
    """Something is in the bin."""
    from diskussion_tui.domain.session.conclusions import withdrawn_conclusions

    gone = at.session.withdrawn() or withdrawn_conclusions(at.session)
    return None if gone else lambda words: words.walk.bin_empty


def filterable(at: Situation) -> Reason | None:
    """A filter is on, or would show some of the notes."""
    if at.filtered or at.filters:
        return None
    here = at.step.question is not None
    return lambda words: words.filtering.nothing if here else words.filtering.not_here


def personal_found(at: Situation) -> Reason | None:
    """Personal data stands in the chosen note, or else in the line."""
    return None if at.personal else lambda words: words.personal.nothing


def rankable(at: Situation) -> Reason | None:
    """The section in view has a round, or notes that one could be about."""
    from diskussion_tui.domain.session import rounds

    section, session = at.step.section, at.session
    if section is None:
        return lambda words: words.rounds.no_section
    if rounds.rounds_in(session, section.id):
        return None
    if not rounds.in_section(session, section.id):
        return lambda words: words.rounds.no_notes
    closed = session.final or at.workshop.read_only
    return (lambda words: words.rounds.read_only_hint) if closed else None


def practising(at: Situation) -> Reason | None:
    """There is an exercise to pass over."""
    return None if at.exercises_left else lambda words: words.guide.only_in_practice.on_screen


def opens(at: Situation) -> Reason | None:
    """Enter does something with what is chosen: of a final discussion little can be done, but a cell can be looked into."""
    return None if at.opens else writable(at)


def on_something(at: Situation) -> Reason | None:
    """A note or a conclusion is chosen."""
    if not at.writes:
        return writable(at)
    return None if at.note or at.conclusion else lambda words: words.why_not.choose_first


def on_note(at: Situation) -> Reason | None:
    """A note is chosen."""
    if not at.writes:
        return writable(at)
    return None if at.note else lambda words: words.why_not.choose_first


def on_summary(at: Situation) -> Reason | None:
    """The step is the summary."""
    return None if at.step.role == "end" else lambda words: words.why_not.no_summary


def has_notes_behind(at: Situation) -> Reason | None:
    """A cell of the compass is chosen, or a conclusion that was made from notes."""
    from diskussion_tui.domain.session.conclusions import notes_behind

    if at.step.role == "compass":
        return None
    one = at.conclusion
    if one is None:
        return lambda words: words.why_not.no_conclusion
    return None if notes_behind(at.session, one) else lambda words: words.conclusions.no_notes_behind


def mark_fits(at: Situation) -> Reason | None:
    """A note can be marked; of conclusions only an action can be done."""
    from diskussion_tui.domain.session.conclusions import ACTION

    if at.conclusion and at.conclusion.kind != ACTION:
        return lambda words: words.conclusions.not_an_action
    return None


def kind_fits(at: Situation) -> Reason | None:
    """The question asks for kinds, or a conclusion with its sort is chosen."""
    asks = at.step.question is not None and at.step.question.asks == "kinds"
    return None if asks or at.conclusion else lambda words: words.why_not.no_kinds


def has_versions(at: Situation) -> Reason | None:
    """The chosen note has been changed."""
    if at.note is None:
        return on_note(at)
    several = len(at.session.versions[at.note.table, at.note.id]) > 1
    return None if several else lambda words: words.walk.versions_one


def mergeable(at: Situation) -> Reason | None:
    """There is another note than the chosen one."""
    if at.note is None and not at.marked:
        return on_note(at)
    several = any(one.id != (at.note.id if at.note else "") for one in at.session.notes())
    return None if several else lambda words: words.merging.nothing_else


def on_merged(at: Situation) -> Reason | None:
    """The chosen note was merged from others."""
    if at.note is None:
        return on_note(at)
    return None if at.note.sources else lambda words: words.merging.not_merged


# ---- a round -----------------------------------------------------------------------------------------------------


def round_open(at: Ranking) -> Reason | None:
    """The round is open."""
    return None if at.of and not at.of.closed else lambda words: words.rounds.closed_hint


def dots_open(at: Ranking) -> Reason | None:
    """The round is open, and counts dots."""
    if at.puts_in_order:
        return lambda words: words.why_not.no_dots
    return round_open(at)


def order_open(at: Ranking) -> Reason | None:
    """The round is open, and notes are put in order."""
    if not at.puts_in_order:
        return lambda words: words.why_not.no_order
    return round_open(at)


def round_closed(at: Ranking) -> Reason | None:
    """The round is closed."""
    return None if at.of and at.of.closed else lambda words: words.why_not.round_open


def several_rounds(at: Ranking) -> Reason | None:
    """The section has other rounds."""
    return None if at.several else lambda words: words.why_not.one_round


# ---- the run of show ---------------------------------------------------------------------------------------------


def on_break(at: RunOfShow) -> Reason | None:
    """A break is chosen."""
    return None if at.chosen.is_break else lambda words: words.plan.only_breaks


# ---- coding ------------------------------------------------------------------------------------------------------


def on_note_to_code(at: Coding) -> Reason | None:
    """A note is at hand."""
    return None if at.queue.note else lambda words: words.coding.all_done


def can_uncode(at: Coding) -> Reason | None:
    """Something was decided that can be taken back."""
    return None if at.queue.desk.can_undo else lambda words: words.coding.nothing_to_undo


def has_similar(at: Coding) -> Reason | None:
    """Notes still to be coded are like the one at hand."""
    return None if at.similar else lambda words: words.coding.nothing_similar


def on_theme(at: Coding | Themes) -> Reason | None:
    """A theme is chosen."""
    return None if at.theme else lambda words: words.coding.nothing_chosen
