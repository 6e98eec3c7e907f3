"""`diskussion code`: what the coding screen does, for scripts: suggestions with reasons, decisions, the code book, in and out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.short_ids import fitting
from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.coding import desk_in, notes_in
from diskussion_tui.cli.kit.limits import limit_of
from diskussion_tui.cli.kit.new_file import must_have_folder
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.store.files.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Sequence

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.analysis.codebook import Theme
    from diskussion_tui.domain.analysis.coding import Coding
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.records import Version
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.coding import Desk
    from diskussion_tui.workshop.coding_queue import Queue

_SHOWN = 3


_TOLD = 3
"""Of so many decisions that are taken back the notes are told."""


def add(parser: Parser) -> None:
    """The compilation, and what is to be done."""
    words, said = parser.words, parser.texts.coding
    parser.argument("name", said.word_name, said.help_name, many=False)
    parser.add_argument("rest", nargs="*")
    parser.option("--suggest", help_text=said.help_suggest)
    parser.option("--all", help_text=said.help_all)
    parser.option("--limit", word=words.word_number, help_text=said.help_limit)
    parser.option("--set", word=f"{said.word_note} {said.word_theme}", help_text=said.help_set)
    parser.option("--none", word=said.word_note, help_text=said.help_none)
    parser.option("--clear", word=said.word_note, help_text=said.help_clear)
    parser.option("--undo", help_text=said.help_undo)
    parser.option("--themes", help_text=said.help_themes)
    parser.option("--make", word=said.word_theme, help_text=said.help_make)
    parser.option("--rename", word=f"{said.word_theme} {said.word_name}", help_text=said.help_rename)
    parser.option("--merge", word=f"{said.word_theme} {said.word_theme}", help_text=said.help_merge)
    parser.option("--import", word=said.word_file, help_text=said.help_import)
    parser.option("--export", word=said.word_file, help_text=said.help_export)
    parser.option("--as", word=said.word_coder, help_text=said.help_as)
    parser.option("--json", help_text=words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Do what is asked; without more, say how much is coded."""
    asked = vars(arguments)
    with desk_in(arguments, texts, asked["as"] or "") as desk:
        for option, does in _DOES.items():
            if asked[option]:
                does(desk, arguments, texts)
                return DONE
        _tell(desk, arguments, texts)
    return DONE


def _tell(desk: Desk, arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.workshop.coding_queue import set_out

    queue = set_out(desk, notes_in(arguments, texts))
    rate = queue.rate
    if arguments.json:
        output.put_json(
            {
                "left": queue.left,
                "coded": queue.done,
                "coders": list(desk.coding.coders),
                "hit_rate": {"of": rate.of, "first": rate.first, "three": rate.three},
            }
        )
        return
    said = texts.coding
    output.put_row(f"{said.coded(queue.done)}, {said.left(queue.left)}")
    if rate.of:
        from diskussion_tui.reports.compilation import share

        first, three = (share(one, rate.of) or str(one) for one in (rate.first, rate.three))
        output.put_row(said.hit_rate.format(first=first, three=three, of=rate.of))


def _suggest(desk: Desk, arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.workshop.coding_queue import set_out

    queue = set_out(desk, notes_in(arguments, texts))
    notes = (queue.in_order() if arguments.all else queue.still_to_do())[: limit_of(arguments, texts)]
    if arguments.json:
        output.put_json([_suggested(queue, note) for note in notes])
        return
    for note in notes:
        one, names = queue.said[note], []
        for found in queue.suggester.suggestions(note, _SHOWN):
            theme = desk.coding.book.theme(found.theme)
            parts = " … ".join(dict.fromkeys(one.text[span.start : span.end] for span in found.words))
            why = texts.coding.like(found.like) if found.like else parts
            names.append(f"{theme.name if theme else found.theme} ({clean_line(why)})")
        output.put_row(f"{note}  {one.question}  {clean_line(one.text)}")
        for name in names:
            output.put_row(f"    {name}")


def _suggested(queue: Queue, note: str) -> dict[str, object]:
    one, book = queue.said[note], queue.desk.coding.book
    found = []
    for suggestion in queue.suggester.suggestions(note):
        theme = book.theme(suggestion.theme)
        found.append(
            {
                "theme": suggestion.theme,
                "name": theme.name if theme else "",
                "weight": round(suggestion.weight, 3),
                "words": [one.text[span.start : span.end] for span in suggestion.words],
                "by_word": suggestion.by_word,
                "like": suggestion.like,
            }
        )
    themes = queue.desk.coding.themes_of(note)
    return {
        "note": note,
        "session": one.discussion.id,
        "question": one.question,
        "kind": one.kind,
        "text": one.text,
        "themes": None if themes is None else list(themes),
        "suggestions": found,
    }


def _set(desk: Desk, arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.domain.analysis.coding import decide

    note = _note(arguments.set, notes_in(arguments, texts), texts)
    themes = [_theme(one, desk, texts) for one in _themes_given(" ".join(arguments.rest), desk, texts)]
    names = ", ".join(one.name for one in themes)
    ids = [one.id for one in themes]
    made = desk.do(lambda coding, stamp: decide(coding, stamp, desk.coder, [note], ids))
    _said(made, texts.coding.shell_decided.format(note=note, theme=names), texts)


def _themes_given(given: str, desk: Desk, texts: Texts) -> list[str]:
    """The themes of a list with semicolons; many names have commas of their own."""
    if not clean_line(given):
        raise Refused(texts.coding.no_such_theme.format(given='""'))
    return [given] if desk.coding.book.called(given) else [one for one in given.split(";") if one.strip()]


def _none(desk: Desk, arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.domain.analysis.coding import decide

    note = _note(arguments.none, notes_in(arguments, texts), texts)
    made = desk.do(lambda coding, stamp: decide(coding, stamp, desk.coder, [note], []))
    _said(made, texts.coding.shell_decided.format(note=note, theme=texts.coding.none), texts)


def _clear(desk: Desk, arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.domain.analysis.coding import clear

    note = _note(arguments.clear, notes_in(arguments, texts), texts)
    made = desk.do(lambda coding, stamp: clear(coding, stamp, desk.coder, [note]))
    _said(made, texts.coding.shell_cleared.format(note=note), texts)


def _undo(desk: Desk, _arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.domain.analysis.codebook import Theme as ThemeVersion
    from diskussion_tui.domain.analysis.coding import Decision

    said = texts.coding
    made = desk.undo()
    if not made:
        output.say(said.shell_nothing_to_undo)
        return
    themes = dict.fromkeys(one.name for one in made if isinstance(one, ThemeVersion))
    decided = [one for one in made if isinstance(one, Decision)]
    rows = [f"  {said.undone_theme.format(theme=name)}" for name in themes]
    rows += (
        [f"  {said.decisions(len(decided))}: {', '.join(one.note for one in decided[:_TOLD])}"]
        if decided
        else []
    )
    output.say(said.shell_undone, rows=rows)


def _themes(desk: Desk, arguments: Namespace, texts: Texts) -> None:
    coding = desk.coding
    counts: dict[str, int] = {}
    for note in coding.decided:
        for theme in coding.themes_of(note) or ():
            counts[theme] = counts.get(theme, 0) + 1
    if arguments.json:
        output.put_json([_values(one, counts.get(one.id, 0)) for _, one in coding.book.tree()])
        return
    for depth, one in coding.book.tree():
        output.put_row(f"{'  ' * depth}{one.name}  {texts.coding.notes(counts.get(one.id, 0))}")
        if one.when:
            output.put_row(f"{'  ' * depth}    {clean_line(one.when)}")


def _values(theme: Theme, count: int) -> dict[str, object]:
    return {
        "id": theme.id,
        "name": theme.name,
        "when": theme.when,
        "unless": theme.unless,
        "words": list(theme.words),
        "stops": list(theme.stops),
        "parent": theme.parent,
        "notes": count,
    }


def _make(desk: Desk, arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.domain.analysis import codebook

    name, theme_id = " ".join((arguments.make, *arguments.rest)), desk.new_id()
    made = _changed(desk, lambda coding, stamp: codebook.make(coding.book, stamp, theme_id, name), texts)
    _said(made, texts.coding.shell_made.format(theme=clean_line(name)), texts)


def _rename(desk: Desk, arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.domain.analysis import codebook

    theme, name = _theme(arguments.rename, desk, texts), " ".join(arguments.rest)
    if not clean_line(name):
        raise Refused(texts.coding.name_empty)
    made = _changed(desk, lambda coding, stamp: codebook.retitle(coding.book, stamp, theme.id, name), texts)
    _said(made, texts.coding.shell_renamed.format(theme=clean_line(name)), texts)


def _merge(desk: Desk, arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.domain.analysis import codebook

    theme, into = _theme(arguments.merge, desk, texts), _theme(" ".join(arguments.rest), desk, texts)
    made = _changed(desk, lambda coding, stamp: codebook.merge(coding.book, stamp, theme.id, into.id), texts)
    _said(made, texts.coding.shell_merged.format(theme=theme.name, into=into.name), texts)


def _changed(
    desk: Desk, make: Callable[[Coding, Stamp], Iterable[Version]], texts: Texts
) -> tuple[Version, ...]:
    from diskussion_tui.domain.analysis.codebook import NameTakenError

    try:
        return desk.do(make)
    except NameTakenError:
        raise Refused(texts.coding.name_taken) from None


def _import(desk: Desk, arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.cli.analysis import code_files

    path = expanded(Path(vars(arguments)["import"]))
    taken = code_files.take_in(desk, path, lambda: notes_in(arguments, texts), texts)
    said = texts.coding
    if not (taken.themes or taken.decisions):
        output.say(said.imported_nothing.format(file=path))
    else:
        parts = (
            said.themes_new(len(taken.themes)),
            said.themes_known(taken.known),
            said.decisions(taken.decisions),
        )
        output.say(f"{path}: {', '.join(parts)}.", rows=[f"  + {name}" for name in taken.themes])
    if taken.astray:
        output.say(texts.coding.astray(taken.astray))


def _export(desk: Desk, arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.cli.analysis import code_files

    path = expanded(Path(arguments.export))
    must_have_folder(path, texts)
    code_files.put(
        desk, path, lambda: notes_in(arguments, texts), clean_line(arguments.name), arguments, texts
    )
    output.say(texts.coding.exported.format(file=path))


def _theme(given: str, desk: Desk, texts: Texts) -> Theme:
    found = desk.coding.book.called(given)
    if found is None:
        raise Refused(texts.coding.no_such_theme.format(given=clean_line(given)))
    return found


def _note(given: str, notes: Sequence[Said], texts: Texts) -> str:
    found = fitting(sorted(one.id for one in notes), given)
    if len(found) == 1:
        return found[0]
    sentence = texts.coding.several_notes if found else texts.coding.no_such_note
    raise Refused(sentence.format(given=clean_line(given)))


def _said(made: tuple[Version, ...], told: str, texts: Texts) -> None:
    output.say(told if made else texts.coding.nothing_changed)


_DOES: dict[str, Callable[[Desk, Namespace, Texts], None]] = {
    "suggest": _suggest,
    "set": _set,
    "none": _none,
    "clear": _clear,
    "undo": _undo,
    "themes": _themes,
    "make": _make,
    "rename": _rename,
    "merge": _merge,
    "import": _import,
    "export": _export,
}
