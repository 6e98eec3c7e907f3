"""`diskussion compile`: makes a compilation of what a query finds, or counts one anew, and prints it.

Whatever is printed is counted from the files at that moment. The workbook is only asked what things are called: where it cannot be
read, they are called what their ids say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.compilations import compilations_in, refusing
from diskussion_tui.cli.kit.querying import hint_fields, query_of, vocabulary
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import look_of, reading_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.reports.formats.tables import Dialect
    from diskussion_tui.reports.profile import Published
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.compiling import Made

_FORMS: tuple[Dialect, ...] = ("csv", "csv-excel", "tsv")


def add(parser: Parser) -> None:
    """The name, the query, and in which form it is printed."""
    words = parser.words
    parser.argument("name", words.word_name, words.help_compilation, many=False)
    parser.argument("query", words.word_query, words.help_query)
    parser.option("--publish", help_text=words.help_publish)
    parser.option("--reason", word=words.word_text, help_text=words.help_reason)
    parser.option("--to", word=words.word_formats, help_text=words.help_document_formats)
    parser.option("--json", help_text=words.help_json)
    parser.option("--csv", help_text=words.help_csv)
    parser.option("--csv-excel", help_text=words.help_csv_excel)
    parser.option("--tsv", help_text=words.help_tsv)


def run(arguments: Namespace, texts: Texts) -> int:
    """Make it or count it anew, keep it, print it."""
    said = texts.compiling
    if sum(_asked(arguments, one) for one in ("json", *_FORMS)) > 1:
        raise Refused(said.one_form)
    name = clean_line(arguments.name or "")
    if not name:
        raise Refused(said.name_needed)
    query = " ".join(arguments.query) if arguments.query else None
    if query:
        query_of(query, vocabulary(arguments), texts)
    with refusing(name, texts):
        made = compilations_in(arguments, texts).make(name, query)
    publish = _published(made, arguments, texts) if arguments.publish else None
    if arguments.to:
        _hand_out(made, publish, arguments, texts)
    else:
        _put(made, publish, arguments, texts)
    output.say(said.kept_in.format(folder=made.folder))
    from diskussion_tui.reports.compilation_moved import missing_rows

    for row in missing_rows(made.missing, texts):
        output.say(row)
    if not made.of.order:
        hint_fields(made.kept.query, texts)
    if made.of.twice:
        output.say(said.twice(len(made.of.twice)))
    return DONE


def _published(made: Made, arguments: Namespace, texts: Texts) -> Published:
    """What goes out to anybody, without names. What seems to be personal data does not, unless it is said why."""
    from diskussion_tui.cli.kit.personal import excerpt, today
    from diskussion_tui.reports.compilation_files import Handed, telling
    from diskussion_tui.reports.profile import Published
    from diskussion_tui.workshop.compiling import people_in

    publish = Published(people_in(made))
    workbook = reading_of(arguments, texts).workbook
    found = telling(Handed(made.kept, made.of, workbook, texts, publish), today())
    if not found:
        return publish
    reason = clean_line(arguments.reason or "")
    if not reason:
        rows = [f"  {excerpt(one, texts)}" for one in found]
        raise Refused(f"{texts.compiling.personal(len(found))} {texts.compiling.or_reason}", rows=rows)
    if any(_asked(arguments, form) for form in _FORMS):
        raise Refused(texts.report.no_room_for_reason.format(format="CSV"))
    return Published(publish.names, reason)


def _hand_out(made: Made, publish: Published | None, arguments: Namespace, texts: Texts) -> None:
    """Write it to be handed out, beside what is kept of it; a row on stdout for each file."""
    from diskussion_tui.reports import compilation_files as files
    from diskussion_tui.reports.exporting import is_ready
    from diskussion_tui.workshop.compiling import write_report

    formats = [one.strip().lower().lstrip(".") for one in arguments.to.split(",")]
    for one in formats:
        if one not in files.FORMATS:
            said = texts.report.no_format
            raise Refused(said.format(given=clean_line(one), formats=", ".join(files.FORMATS)))
        if not is_ready(one):
            raise Refused(texts.compiling.missing.format(format=one))
    workbook = reading_of(arguments, texts).workbook
    handed = files.Handed(made.kept, made.of, workbook, texts, publish, made.missing)
    look = look_of(arguments, texts)
    name = publish.file_name(made.folder.name, texts.report.hidden_name) if publish else ""
    for one in dict.fromkeys(formats):
        data = files.made(one, handed, look)
        output.put_row(str(write_report(made, one, data, name)))


def _asked(arguments: Namespace, form: str) -> bool:
    return bool(getattr(arguments, form.replace("-", "_")))


def _put(made: Made, publish: Published | None, arguments: Namespace, texts: Texts) -> None:
    workbook = reading_of(arguments, texts).workbook
    if arguments.json:
        from diskussion_tui.reports.compilation_values import values

        output.put_json(values(made.kept, made.of, workbook, texts, publish=publish, missing=made.missing))
        return
    form = next((one for one in _FORMS if _asked(arguments, one)), None)
    if form:
        from diskussion_tui.reports.compilation_values import HEAD, NAMED, rows
        from diskussion_tui.reports.formats.tables import separated

        found = rows(made.kept, made.of, workbook, texts, publish=publish)
        head = texts.fields.heads(NAMED) if form == "csv-excel" else HEAD
        output.put(separated(head, found, form).removesuffix("\n"))
        return
    from diskussion_tui.reports.compilation_plain import plain

    whole = output.is_handed_on()
    for line in plain(made.kept, made.of, workbook, texts, output.columns(), publish=publish, whole=whole):
        output.put_row(line)
