"""A wrong workbook is explained row by row: which line, which key, what is wrong, what to write."""

from __future__ import annotations

import inspect
import os
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.content.problems import Problem
from diskussion_tui.content.reader import MAX_BYTES, Reading, read_text, read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.texts import words

SV = words("sv")
SAID = SV.problems
SHIPPED = default_workbook().read_text(encoding="utf-8")
LINES = SHIPPED.split("\n")


def _read(text: str) -> Reading:
    return read_text(text, "content.toml", SV)


def _changed(before: str, after: str, place: int = 0) -> tuple[str, int]:
    """The shipped workbook with one text changed, and the line where that was."""
    parts = SHIPPED.split(before)
    assert len(parts) > place + 1, before
    head = before.join(parts[: place + 1])
    return head + after + before.join(parts[place + 1 :]), head.count("\n") + 1


def _problem(before: str, after: str, place: int = 0) -> tuple[Problem, int]:
    text, line = _changed(before, after, place)
    reading = _read(text)
    assert reading.workbook is None
    assert len(reading.problems) == 1, [problem.row() for problem in reading.problems]
    return reading.problems[0], line


def test_a_misspelt_key_is_named_with_its_line_and_the_nearest_right_one():
    problem, line = _problem('heading = "Vårdmöten 2040"', 'heading = "Vårdmöten 2040"\nminuter = 3')
    assert (problem.line, problem.key) == (line + 1, "sections[2].minuter")
    assert (problem.what, problem.nearest, problem.write) == (
        SAID.unknown_key,
        "minutes",
        "menade du minutes?",
    )


@pytest.mark.parametrize(
    "text", ["", "schema_version = 1\n", "schema_version = 1\n\n[closing]\nminutes = 'tre'\n"]
)
def test_every_problem_has_a_line_and_says_what_to_write(text: str):
    problems = _read(text).problems
    assert problems
    assert [one.row() for one in problems if not (one.line and one.write)] == []


def test_a_value_of_the_wrong_sort_is_answered_with_one_of_the_right_sort():
    problem, line = _problem("total_minutes = 120", 'total_minutes = "två timmar"')
    assert (problem.line, problem.write) == (line, "total_minutes = 5")
    problem, _ = _problem('title = "Vårdens', 'title = 5 # "Vårdens')
    assert problem.write == 'title = "…"'


def test_a_key_like_no_other_is_answered_with_those_there_are():
    problem, line = _problem('label = "stämmer"', 'label = "stämmer"\nxyzzy = 1')
    assert (problem.line, problem.key, problem.nearest) == (line + 1, "verdicts[1].xyzzy", "")
    assert problem.write == SAID.known_keys.format(keys="id, label")


def test_an_unknown_table_is_a_problem_too():
    text = SHIPPED + '\n[apendix]\ntext = "x"\n'
    (problem,) = _read(text).problems
    assert (problem.line, problem.key, problem.what) == (len(LINES) + 1, "apendix", SAID.unknown_key)


def test_a_missing_key_is_looked_for_where_it_should_stand():
    problem, line = _problem('heading = "Vårdens specialisering 2040"\n', "")
    assert (problem.key, problem.what) == ("sections[3].heading", SAID.missing)
    assert problem.write == SAID.missing_write.format(key="heading")
    assert problem.line == line - 2


@pytest.mark.parametrize(
    ("before", "after", "key", "wanted"),
    [
        ("total_minutes = 120", 'total_minutes = "två timmar"', "total_minutes", SAID.a_number),
        ("total_minutes = 120", "total_minutes = 1.5", "total_minutes", SAID.a_number),
        ("total_minutes = 120", f"total_minutes = 0x{'f' * 5000}", "total_minutes", SAID.a_number),
        ('title = "Vårdens struktur i Region Stockholm"', "title = 5", "title", SAID.a_text),
        ("branches = [", "branches = 3\nx = [", "compass.branches", SAID.a_list),
        ('sign = "›"', "sign = ['›']", "kinds[2].sign", SAID.a_text),
    ],
)
def test_a_value_of_the_wrong_sort_is_told_which_sort_belongs_there(
    before: str, after: str, key: str, wanted: str
):
    text, line = _changed(before, after)
    rows = {problem.key: problem for problem in _read(text).problems}
    assert (rows[key].line, rows[key].what) == (line, SAID.wrong_type.format(wanted=wanted))


def test_a_text_where_a_table_belongs_is_told_so():
    text = SHIPPED.replace("[closing]\n", "[closings]\n").replace(
        'id = "vardens', 'closing = "Tack"\nid = "vardens', 1
    )
    rows = {problem.key: problem for problem in _read(text).problems}
    assert rows["closing"].what == SAID.wrong_type.format(wanted=SAID.a_table)
    assert rows["closings"].nearest == "closing"


def test_a_word_that_is_no_choice_is_answered_with_the_choices():
    problem, line = _problem('asks = "kinds"', 'asks = "slag"', place=1)
    assert (problem.line, problem.key) == (line, "sections[2].questions[2].asks")
    assert problem.what == SAID.not_one_of.format(found="slag")
    assert all(choice in problem.write for choice in ("verdict", "kinds", "own"))


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ('id = "nyutveckla"', 'id = "avveckla"', "kinds[3].id"),
        ('id = "delvis"', 'id = "stammer"', "verdicts[2].id"),
        ('id = "delvis"', 'id = ""', "verdicts[2].id"),
        ('id = "akut"', 'id = "digital"', "compass.areas[4].id"),
        ('id = "B.2"', 'id = "B.1"', "sections[2].questions[2].id"),
        ('id = "E.D"', 'id = "E.C"', "reflections.fields[4].id"),
    ],
)
def test_an_id_that_is_taken_or_empty_is_pointed_out(before: str, after: str, key: str):
    problem, line = _problem(before, after)
    assert (problem.line, problem.key, problem.write) == (line, key, SAID.another_id)


@pytest.mark.parametrize("taken", ["A", "kompass", "start", "slut"])
def test_a_section_may_not_be_called_like_another_step(taken: str):
    text, line = _changed('id = "D"', f'id = "{taken}"')
    rows = {problem.key: problem for problem in _read(text).problems}
    assert (rows["sections[4].id"].line, rows["sections[4].id"].what) == (
        line,
        SAID.duplicate_id.format(id=taken),
    )


def _without(table: str) -> str:
    """The shipped workbook without any table of a name and those under it."""
    pieces = re.split(r"(?m)^(?=\[)", SHIPPED)
    return "".join(piece for piece in pieces if not re.match(rf"\[+{re.escape(table)}[.\]]", piece))


@pytest.mark.parametrize(
    ("table", "key", "what"),
    [
        ("kinds", "kinds", SAID.no_kinds),
        ("sections", "sections", SAID.no_sections),
        ("verdicts", "sections[1].questions[1]", SAID.no_verdicts),
        ("sections.questions", "sections[4]", SAID.no_questions.format(id="D")),
    ],
)
def test_a_workbook_cannot_do_without_its_parts(table: str, key: str, what: str):
    empty = {"kinds": "kinds = []\n", "sections": "sections = []\n", "verdicts": "verdicts = []\n"}.get(
        table, ""
    )
    text = _without(table).replace('id = "vardens-struktur"', f'{empty}id = "vardens-struktur"')
    if table == "sections.questions":
        text = text.replace("\n[[sections.bullets]]", "\nquestions = []\n\n[[sections.bullets]]")
        text = re.sub(r"(?s)(\n\[\[sections\.bullets\]\][^\[]*)\nquestions = \[\]\n", r"\1", text)
    assert (key, what) in {(problem.key, problem.what) for problem in _read(text).problems}


@pytest.mark.parametrize("key", ["a", "å", "7", " ", "", "--", "🔴", "\u0301", "\u200d"])
def test_a_letter_a_digit_or_more_than_one_sign_cannot_be_a_key(key: str):
    problem, line = _problem('key = ">"', f'key = "{key}"')
    assert (problem.line, problem.key, problem.write) == (line, "kinds[2].key", SAID.kind_key_write)


def test_two_kinds_may_not_have_one_key():
    text, _ = _changed('key = ">"', 'key = "+"')
    assert [(problem.key, problem.what) for problem in _read(text).problems] == [
        (f"kinds[{place}].key", SAID.keys_collide.format(key="+")) for place in (2, 3)
    ]


@pytest.mark.parametrize("sign", ["->", "🔴", "漢", "＋", "\u0301", "x\u0301", "\u200d", "\u00a0"])
def test_a_sign_is_one_sign_as_wide_as_a_letter(sign: str):
    problem, line = _problem('sign = "›"', f'sign = "{sign}"')
    assert (problem.line, problem.key, problem.what) == (line, "kinds[2].sign", SAID.kind_sign)


def test_a_question_needs_a_text_unless_the_group_words_it():
    problem, line = _problem('asks = "own"', 'asks = "kinds"', place=2)
    assert (problem.line, problem.key) == (line - 2, "sections[3].questions[3]")
    assert problem.what == SAID.no_wording.format(id="C.3")


def test_an_id_belongs_to_its_section():
    problem, line = _problem('id = "C.2"', 'id = "X.2"')
    assert (problem.line, problem.key) == (line, "sections[3].questions[2].id")
    assert problem.write == SAID.foreign_id_write.format(id="C")
    problem, line = _problem('id = "E.C"', 'id = "F.C"')
    assert (problem.line, problem.key) == (line, "reflections.fields[3].id")


def test_a_reflection_among_a_sections_questions_is_sent_where_it_belongs():
    problem, line = _problem('asks = "verdict"', 'asks = "reflection"')
    assert (problem.line, problem.key) == (line, "sections[1].questions[1].asks")
    assert problem.what == SAID.misplaced_reflection


def test_a_reflection_looks_back_on_a_section_that_is_there():
    problem, line = _problem('section = "B"', 'section = "Q"')
    assert (problem.line, problem.key) == (line, "reflections.fields[2].section")
    assert (problem.what, problem.write) == (SAID.no_such_section.format(id="Q"), "A, B, C, D")


def test_minutes_that_do_not_add_up_are_told_with_the_right_sum():
    problem, _ = _problem("\nminutes = 12", "\nminutes = 15")
    assert (problem.line, problem.key) == (LINES.index("total_minutes = 120") + 1, "total_minutes")
    assert problem.what == SAID.minutes_differ.format(total=120, steps=123)
    assert problem.write == "skriv total_minutes = 123"


def test_less_than_no_minutes_is_no_time():
    text, _ = _changed("\nminutes = 12", "\nminutes = -12")
    assert SAID.negative_minutes in {problem.what for problem in _read(text).problems}


def test_a_text_too_long_for_the_big_picture_is_told_by_how_much():
    problem, _ = _problem('text = "Högspecialiserad vård', f'text = "{"ord " * 200}Högspecialiserad vård')
    assert problem.key == "sections[3]"
    assert problem.line == LINES.index('id = "C"')
    assert "storbilden rymmer 13 rader med 72 tecken" in problem.what


def test_every_problem_is_told_not_only_the_first_and_in_the_order_of_the_lines():
    text, _ = _changed('sign = "›"', 'sign = "->"')
    text = text.replace("\nminutes = 12", "\nminutes = 13", 1).replace('section = "B"', 'section = "Q"')
    lines = [problem.line for problem in _read(text).problems]
    assert len(lines) == 3
    assert lines == sorted(lines)


@pytest.mark.parametrize("version", ["", "schema_version = 2", 'schema_version = "1"', "schema_version = 0"])
def test_a_format_of_another_version_is_named_before_anything_else(version: str):
    reading = _read(SHIPPED.replace("schema_version = 1", version, 1))
    (problem,) = reading.problems
    assert (problem.key, problem.write) == ("schema_version", "skriv schema_version = 1")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("schema_version = 1\nid = vården\n", 2),
        ('schema_version = 1\nid = "öppen\n', 2),
        ("schema_version = 1\nid = 1\nid = 2\n", 3),
        ('schema_version = 1\n\nid = """\nslut saknas', 4),
        ("schema_version = 1\n<<<<<<< HEAD\n", 2),
        ("schema_version = 1\na = 2026-13-45\n", 2),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int):
    (problem,) = _read(text).problems
    assert (problem.line, problem.write) == (line, SAID.see_toml)


@pytest.mark.parametrize("text", ["x = " + "[" * 5000, ".".join("a" * 5000) + " = 1", "x = " + "{a=" * 5000])
def test_brackets_nested_without_end_are_a_problem_and_no_crash(text: str):
    (problem,) = _read("schema_version = 1\n" + text).problems
    assert problem.what == SAID.too_nested


def test_a_number_of_five_thousand_digits_is_a_problem_and_no_crash():
    assert _read("schema_version = 1\nx = " + "1" * 5000).problems


def test_lines_are_counted_as_an_editor_counts_them_whatever_the_texts_hold():
    odd = SHIPPED.replace("# What a note may propose.", "# ett\u2028två\x85tre\u2029fyra", 1)
    for text in (odd, odd.replace("\n", "\r\n")):
        (problem,) = _read(text.replace('sign = "›"', 'sign = "->"')).problems
        assert problem.line == LINES.index('sign = "›"') + 1


def test_a_text_over_several_lines_with_brackets_in_it_does_not_shift_the_lines():
    long = 'meaning = """\n[det] vi [[ska\n[sections]\nsluta med."""'
    text = SHIPPED.replace('meaning = "Det vi ska sluta med."', long).replace('sign = "›"', 'sign = "->"')
    (problem,) = _read(text).problems
    assert problem.line == LINES.index('sign = "›"') + 4
    assert problem.key == "kinds[2].sign"


def test_a_problem_is_printed_as_one_row():
    problem = Problem("content.toml", 7, "kinds[1].key", "fel", "rätt", "")
    assert problem.row() == "content.toml:7  kinds[1].key  fel  rätt"
    assert Problem("content.toml", 0, "", "fel").row() == "content.toml  fel"


# Files


def _file(folder: Path, data: bytes) -> Reading:
    path = folder / "eget.toml"
    path.write_bytes(data)
    return read_workbook(path, SV)


def test_a_byte_order_mark_and_windows_line_ends_are_no_problem(tmp_path: Path):
    data = SHIPPED.replace("\n", "\r\n").encode("utf-8-sig")
    assert _file(tmp_path, data) == read_workbook(default_workbook(), SV)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_a_file_that_is_not_utf8_is_told_how_to_be_saved(tmp_path: Path, encoding: str):
    (problem,) = _file(tmp_path, SHIPPED.encode(encoding, errors="replace")).problems
    assert (problem.what, problem.write) == (SAID.not_utf8, SAID.save_as_utf8)
    assert problem.line == next(n for n, line in enumerate(LINES, 1) if not line.isascii())


def test_a_utf16_file_is_told_so_too(tmp_path: Path):
    (problem,) = _file(tmp_path, SHIPPED.encode("utf-16")).problems
    assert (problem.what, problem.line) == (SAID.not_utf8, 1)


def test_a_file_that_is_not_there_or_is_a_folder_or_is_too_large_is_named(tmp_path: Path):
    large = tmp_path / "stor.toml"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    found = [read_workbook(path, SV) for path in (tmp_path / "ingen.toml", tmp_path, large)]
    assert [reading.problems[0].what for reading in found] == [
        SAID.no_such_file,
        SAID.not_a_file,
        SAID.too_large,
    ]
    assert [reading.problems[0].file for reading in found] == [
        str(tmp_path / "ingen.toml"),
        str(tmp_path),
        str(large),
    ]


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path):
    pipe = tmp_path / "content.toml"
    os.mkfifo(pipe)
    assert read_workbook(pipe, SV).problems[0].what == SAID.not_a_file


def test_an_empty_file_is_a_workbook_without_a_version(tmp_path: Path):
    (problem,) = _file(tmp_path, b"").problems
    assert problem.key == "schema_version"


# Nothing raises


@given(st.binary(max_size=200))
def test_no_bytes_whatever_crash_the_reader(tmp_path: Path, data: bytes):
    assert _file(tmp_path, data).problems


@given(st.text(st.sampled_from("[]{}=\"'#.,a1-\n\\ å\x00"), max_size=60))
def test_nothing_that_looks_like_toml_crashes_the_reader(text: str):
    reading = _read("schema_version = 1\n" + text)
    assert reading.workbook is None
    assert all(problem.what for problem in reading.problems)


ODD = [
    "",
    "[]",
    "{}",
    "5",
    "-1",
    "true",
    '"x"',
    "1979-05-27",
    "inf",
    "[[1]]",
    "[[a]]",
    "=",
    '"""',
    "\x00",
    "9" * 30,
    "0x" + "f" * 4000,
]


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(LINES) - 1), st.sampled_from(ODD), st.sampled_from(["cut", "value", "line"])
        ),
        min_size=1,
        max_size=3,
    )
)
def test_no_damage_to_the_workbook_that_ships_crashes_the_reader(damage: list[tuple[int, str, str]]):
    lines = list(LINES)
    for place, odd, how in damage:
        name, equals, _ = lines[place].partition("= ")
        lines[place] = {"cut": lines[place][: len(odd)], "value": name + equals + odd, "line": odd}[how]
    reading = _read("\n".join(lines))
    assert (reading.workbook is None) == bool(reading.problems)
    for problem in reading.problems:
        assert 0 <= problem.line <= len(lines)
        assert problem.row()
        assert problem.what


def test_both_languages_say_every_sentence():
    for language in ("sv", "en"):
        text, _ = _changed('sign = "›"', 'sign = "->"')
        (problem,) = read_text(text, "x", words(language)).problems
        assert problem.what == words(language).problems.kind_sign
    assert words("fi") is SV


def test_what_the_parser_says_of_broken_toml_is_said_in_the_language_of_the_rest() -> None:
    """The parser speaks English, and its sentences are its own: each that it can say must be known."""
    parser = Path(inspect.getfile(tomllib.loads)).read_text(encoding="utf-8")
    said = re.findall(r"suffixed_err\(\s*src,\s*[\w.]+(?: - 1)?,\s*f?([\"'])(.+?)\1[,)\n]", parser)
    assert len(said) > 15
    for language in ("sv", "en"):
        toml = words(language).problems.toml
        assert [message for _quote, message in said if toml.of(message) == toml.unknown] == []


@pytest.mark.parametrize("minutes", [-1, -10])
def test_a_step_cannot_take_less_than_no_time(minutes: int):
    text, _ = _changed("minutes = 5", f"minutes = {minutes}")
    assert SAID.negative_minutes in [problem.what for problem in _read(text).problems]
    assert SAID.negative_minutes not in [
        problem.what for problem in _read(_changed("minutes = 5", "minutes = 0")[0]).problems
    ]


def test_of_very_many_problems_the_first_hundred_are_told_and_that_there_are_more():
    keys = "\n".join(f"okand_{number} = 1" for number in range(101))
    first = "\n".join(f"okand_{number} = 1" for number in range(100))
    head, rest = SHIPPED.split("\n", 1)
    hundred, more = (_read(f"{head}\n{some}\n{rest}").problems for some in (first, keys))
    assert len(hundred) == 100
    assert len(more) == 101
    assert (more[-1].line, more[-1].key, more[-1].what) == (0, "", SAID.more)
    assert [problem.line for problem in more[:-1]] == sorted(problem.line for problem in more[:-1])
