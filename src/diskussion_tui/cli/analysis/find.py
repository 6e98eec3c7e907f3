"""`diskussion find`: what was said, sought across all discussions of a folder, for eyes and for pipes.

Loads no Textual. Where nothing is found the exit code is 1, as with `grep`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.limits import limit_of
from diskussion_tui.cli.kit.querying import hint_fields, query_of, vocabulary
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.analysis.query.query import Query
    from diskussion_tui.texts.catalogue import Texts

FORMS = ("json", "jsonl", "csv", "csv_excel", "tsv", "count")


def add(parser: Parser) -> None:
    """The query, the form, what to count by, and what to do with saved searches."""
    words = parser.texts.query
    parser.denials = True
    parser.argument("query", words.word_query, words.help_query)
    parser.option("--json", help_text=words.help_json)
    parser.option("--jsonl", help_text=words.help_jsonl)
    parser.option("--csv", help_text=words.help_csv)
    parser.option("--csv-excel", help_text=words.help_excel)
    parser.option("--tsv", help_text=words.help_tsv)
    parser.option("--count", help_text=words.help_count)
    parser.option("--by", word=words.word_by, help_text=words.help_by)
    parser.option("--values", word=words.word_field, help_text=words.help_values)
    parser.option("--limit", word=parser.words.word_number, help_text=words.help_limit)
    parser.option("--save", word=words.word_saved, help_text=words.help_save)
    parser.option("--forget", word=words.word_saved, help_text=words.help_forget)
    parser.option("--saved", help_text=words.help_saved)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print what is found."""
    from diskussion_tui.cli.analysis import found

    if arguments.forget is not None or arguments.saved:
        return _saved(arguments, texts)
    if arguments.values is not None:
        return _values(arguments, texts)
    limit, forms = limit_of(arguments, texts), [form for form in FORMS if getattr(arguments, form)]
    if len(forms) > 1:
        names = tuple(f"--{form.replace('_', '-')}" for form in forms)
        raise Refused(texts.query.one_form.format(choices=texts.cli.any_of(names)))
    ways = found.ways(arguments.by, texts)
    known = vocabulary(arguments)
    asked = _asked(arguments, texts, all_of_them=bool(ways or forms))
    query = query_of(asked, known, texts)
    if arguments.save is not None:
        _save(clean_line(arguments.save), query, texts)
    answers = found.look(arguments, query, texts)
    form = forms[0] if forms else ""
    if ways:
        found.put_counts(answers, ways, form, limit, texts)
    elif form == "count":
        output.put(str(sum(map(len, answers.notes))))
    else:
        found.put_notes(answers, query, form, limit, arguments, texts)
    if answers.loose:
        output.say(texts.query.loose)
    if not answers.numbers:
        hint_fields(asked, texts)
    return DONE if answers.numbers else WRONG


def _asked(arguments: Namespace, texts: Texts, *, all_of_them: bool) -> str:
    """The query as it was given: words, or `@` and the name of a saved one, with more words behind where there are any.

    Nothing asks for all notes, which is meant where they are counted or handed on.
    """
    given = [word for word in arguments.query or [] if word.strip()]
    if not given and not all_of_them:
        raise Refused(texts.query.no_query)
    if not given:
        return ""
    if not given[0].startswith("@"):
        return " ".join(given)
    from diskussion_tui.workshop.searches import named

    name = given[0].removeprefix("@")
    search = named(name, _all_saved(texts))
    if search is None:
        raise Refused(texts.query.saved_missing.format(name=name), rows=_rows(texts))
    return " ".join((search.query, *given[1:]))


def _values(arguments: Namespace, texts: Texts) -> int:
    """Print every value that a field has, each as it is written in a query: what a shell completes with."""
    from diskussion_tui.cli.kit.finding import library_of
    from diskussion_tui.domain.analysis.query.grammar import CLOSED, FIELDS, field_called
    from diskussion_tui.domain.analysis.query.spelling import condition_spelled
    from diskussion_tui.workshop.themes import themes_in

    given = clean_line(arguments.values).rstrip(":")
    field = field_called(given)
    if field is None:
        names = texts.cli.any_of(tuple(one.called(texts.language) for one in FIELDS))
        raise Refused(texts.query.no_field.format(given=given, choices=names))
    known = vocabulary(arguments)
    if field.key not in CLOSED:
        library = library_of(arguments)
        found = themes_in(library.places.folders) if field.key == "theme" else library.values(field.key)
        known = known.with_values(field.key, found)
    for one in known.of(field.key):
        name, _colon, value = condition_spelled(field.key, (one.id,), texts.language).partition(":")
        output.put_row(f"{given or name}:{value}")
    return DONE


# ---- saved searches --------------------------------------------------------------------------------------------------


def _saved(arguments: Namespace, texts: Texts) -> int:
    from diskussion_tui.workshop.searches import named, save

    if arguments.forget is None:
        if arguments.json:
            output.put_json([one._asdict() for one in _all_saved(texts)])
            return DONE
        for row in _rows(texts):
            output.put_row(row.strip())
        return DONE
    search = named(arguments.forget, _all_saved(texts))
    if search is None:
        said = texts.query.saved_missing.format(name=clean_line(arguments.forget))
        raise Refused(said, rows=_rows(texts))
    save(search.name, "")
    output.say(texts.query.saved_forgotten.format(name=search.name))
    return DONE


def _save(name: str, query: Query, texts: Texts) -> None:
    from diskussion_tui.workshop.searches import save

    if not name:
        raise Refused(texts.cli.needs_value.format(option="--save"))
    _all_saved(texts)  # what cannot be read is not written over
    save(name, query.spelled(texts.language))
    output.say(texts.query.saved.format(name=name))


def _rows(texts: Texts) -> list[str]:
    return [f"  @{one.name}  {one.query}" for one in _all_saved(texts)]


def _all_saved(texts: Texts):  # noqa: ANN202 - a tuple of what the workshop calls a search
    from diskussion_tui.workshop.searches import UnreadableSearchesError, saved, searches_path

    try:
        return saved()
    except UnreadableSearchesError:
        raise Refused(texts.query.saved_unreadable.format(file=searches_path()), WRONG) from None
