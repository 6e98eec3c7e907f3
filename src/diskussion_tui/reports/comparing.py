"""What is held side by side, as plain text for eyes and screen readers, and as values for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from diskussion_tui.domain.analysis.comparing import MOST_ALIKE, are_versions, changed
from diskussion_tui.domain.analysis.sayings import sayings_of
from diskussion_tui.domain.story.wording import word_diff
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.page import heading, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diskussion_tui.domain.analysis.comparing import (
        Alike,
        Asked,
        Changed,
        Comparison,
        Placed,
        Side,
        Stance,
    )
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.analysis.sayings import Saying
    from diskussion_tui.texts.catalogue import Texts

_IN = "   "
_SIGNS = {"same": "{}", "removed": "[−{}−]", "added": "{{+{}+}}"}


def plain(found: Comparison, words: Texts, width: int = 80, most: int | None = None) -> str:
    """The comparison set for reading: the sides, then question by question; of each list at most so many, those most agree with."""
    said = words.comparing
    lines = [*heading(said.title, width)]
    for side in found.sides:
        lines += layout.wrap(f"{side.name}  {_about(side, words)}", width, "", _IN, cells)
    if not found.one_workbook:
        lines += layout.wrap(said.not_one_workbook, width)
    lines += ["", *layout.wrap(said.rule, width)]
    if any(asked.in_part for asked in found.questions):
        lines += layout.wrap(said.in_part.format(most=MOST_ALIKE), width)
    if are_versions(found):
        return joined([*lines, *_versions(found, words, width)])
    for asked in found.questions:
        lines += _question(_Page(found, words, width, most), asked)
    return joined(lines)


def diffed(before: str, after: str) -> str:
    """Two texts as one: what went stands in `[− −]`, what came in `{+ +}`."""
    pieces: list[str] = []
    for piece in word_diff(before, after):
        text = piece.text.strip()
        before, behind = piece.text.split(text, 1) if text else (piece.text, "")
        pieces += [before, _SIGNS[piece.sort].format(text) if text else "", behind]
    return "".join(pieces).strip()


def values(found: Comparison) -> dict[str, Any]:
    """The comparison for programs: sides, and for each question counts, what several may say, what only one says."""
    return {
        "sides": [
            {
                "name": side.name,
                "discussions": [
                    {"id": one.id, "name": one.name, "date": one.date} for one in side.discussions
                ],
                "participants": side.participants,
                "notes": len(side.said),
            }
            for side in found.sides
        ],
        "same_discussion": are_versions(found),
        "questions": [_question_values(asked) for asked in found.questions],
        "changed": [_change_values(one) for one in changed(*found.sides)] if are_versions(found) else [],
    }


def _question_values(asked: Asked) -> dict[str, Any]:
    return {
        "id": asked.id,
        "sides": [
            {
                "verdicts": dict(sorted(one.verdicts.items())),
                "kinds": dict(sorted(one.kinds.items())),
                "notes": len(one.notes),
                "hands": one.hands,
            }
            for one in asked.stances
        ],
        "alike": [
            [{"side": one.side, **_note_values(one.note)} for one in group.notes] for group in asked.alike
        ],
        "contrasts": [
            [{"side": one.side, **_note_values(one.note)} for one in (pair.one, pair.other)]
            for pair in asked.contrasts
        ],
        "only": [[_note_values(note) for note in those] for those in asked.only],
        "unsought": [[_note_values(note) for note in those] for those in asked.unsought],
    }


def _note_values(note: Said) -> dict[str, Any]:
    return {
        "discussion": note.discussion.id,
        "note": note.id,
        "kind": note.kind,
        "text": note.text,
        "supporters": note.supporters,
        "dissent": note.dissent,
    }


def _change_values(one: Changed) -> dict[str, Any]:
    texts = [each.text if each else "" for each in (one.before, one.after)]
    return {
        "note": one.id,
        "question": one.question,
        "before": _note_values(one.before) if one.before else None,
        "after": _note_values(one.after) if one.after else None,
        "words": [{"sort": piece.sort, "text": piece.text} for piece in word_diff(*texts)],
    }


def _about(side: Side, words: Texts) -> str:
    told = [words.terms.notes(len(side.said))]
    if len(side.discussions) > 1:
        told.insert(0, words.terms.sessions(len(side.discussions)))
    if side.participants:
        told.append(f"{words.terms.participants} {side.participants}")
    return " · ".join(told)


class _Page(NamedTuple):
    """What is set, in which words, how wide, and how many rows of a list at most."""

    found: Comparison
    words: Texts
    width: int
    most: int | None


def _question(page: _Page, asked: Asked) -> Iterator[str]:
    found, said = page.found, page.words.comparing
    text = next((one.text or one.heading for one in found.frame.asked if one.id == asked.id), "")
    yield from heading(f"{called(asked.id)}  {text}".strip(), page.width)
    for side, stance in zip(found.sides, asked.stances, strict=True):
        yield from layout.wrap(_counts(found, stance, page.words), page.width, f"{side.name}: ", _IN, cells)
    shared = [list(_shared(page, number, group)) for number, group in enumerate(asked.alike, 1)]
    yield from _listed(page, said.several, shared)
    for told, sides in ((said.only_of, asked.only), (said.unsought_of, asked.unsought)):
        for side, those in zip(found.sides, sides, strict=True):
            rows = [list(_row(page, _IN, _saying(page, one))) for one in sayings_of(those)]
            yield from _listed(page, told.format(name=side.name), rows)
    apart = (" ≠ ".join(_named(page, one) for one in (pair.one, pair.other)) for pair in asked.contrasts)
    yield from _listed(page, said.contrast, [list(_row(page, _IN, one)) for one in apart])


def _listed(page: _Page, title: str, entries: Sequence[Sequence[str]]) -> Iterator[str]:
    """A list under its title with how many there are, where there are any; where not all are shown it says so."""
    if not entries:
        return
    yield from ("", f"{title} ({len(entries)}):")
    for entry in entries[: page.most]:
        yield from entry
    if page.most and (left := len(entries) - page.most) > 0:
        yield f"{_IN}… {page.words.comparing.and_more.format(n=left)}"


def _shared(page: _Page, place: int, group: Alike) -> Iterator[str]:
    """What several may say, each side's words once; where not all are shown, the one of each side that most agree with."""
    for side in group.sides:
        sayings = sayings_of(one.note for one in group.notes if one.side == side)
        shown = sayings[:1] if page.most else sayings
        for one in shown:
            more = (
                f", {page.words.comparing.and_more.format(n=left)}"
                if (left := len(sayings) - len(shown))
                else ""
            )
            told = f"{_saying(page, one)} ({page.found.sides[side].name}{more})"
            yield from _row(page, f"{_IN}≈{place} ", told)


def _row(page: _Page, before: str, text: str) -> tuple[str, ...]:
    return layout.wrap(text, page.width, before, _IN * 2, cells)


def _saying(page: _Page, saying: Saying) -> str:
    """Notes with the same words as one: all hands, and how many have said it."""
    times = f" ×{len(saying.notes)}" if len(saying.notes) > 1 else ""
    dissent = any(one.dissent for one in saying.notes)
    return f"{_words(page.found, saying.first, saying.supporters, dissent=dissent)}{times}"


def _named(page: _Page, one: Placed) -> str:
    text = _words(page.found, one.note, one.note.supporters, dissent=one.note.dissent)
    return f"{text} ({page.found.sides[one.side].name})"


def _counts(found: Comparison, stance: Stance, words: Texts) -> str:
    labels = {one.id: one.label for one in found.frame.verdicts}
    told = [words.terms.notes(len(stance.notes))]
    told += [f"{one.sign} {stance.kinds[one.id]}" for one in found.frame.kinds if stance.kinds.get(one.id)]
    if stance.hands:
        told.append(words.comparing.hands.format(hands=words.cli.grouped(stance.hands)))
    told += [f"{labels.get(one, one)} {number}" for one, number in found.verdicts(stance)]
    return " · ".join(told)


def _words(found: Comparison, note: Said, supporters: int, *, dissent: bool) -> str:
    sign = next((one.sign for one in found.frame.kinds if one.id == note.kind), "•")
    hands = f" ●{supporters}" if supporters else ""
    return f"{sign} {note.text}{hands}{' !' if dissent else ''}"


def _versions(found: Comparison, words: Texts, width: int) -> Iterator[str]:
    said, those = words.comparing, changed(*found.sides)
    yield from ("", said.differences(len(those)) if those else said.no_difference)
    above = ""
    for one in those:
        if one.question != above:
            above = one.question
            yield from heading(called(above), width)
        texts = [each.text if each else "" for each in (one.before, one.after)]
        yield from layout.wrap(diffed(*texts), width, "• ", "  ", cells)
        for told in _otherwise(found, one, words):
            yield from layout.wrap(told, width, _IN, _IN, cells)


def _otherwise(found: Comparison, one: Changed, words: Texts) -> Iterator[str]:
    said = words.comparing
    if one.before is None or one.after is None:
        yield said.only_before.format(name=found.sides[0 if one.before else 1].name)
        return
    if one.before.supporters != one.after.supporters:
        yield said.hands_changed.format(before=one.before.supporters, after=one.after.supporters)
    if one.before.question != one.after.question:
        yield said.moved.format(before=called(one.before.question), after=called(one.after.question))
    if one.before.kind != one.after.kind:
        yield said.kind_changed.format(before=one.before.kind or "–", after=one.after.kind or "–")
