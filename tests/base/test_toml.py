"""What is too much for a parser is refused before it sees it, in no time; what people write never is."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

import diskussion_tui
from diskussion_tui.base import toml
from diskussion_tui.content.reader import line_in
from diskussion_tui.content.source import default_workbook
from diskussion_tui.store.files import codec
from tests.support.builders import Group
from tests.support.hostile import PIECES, Evening, evenings, hostile_texts

SOURCE = Path(diskussion_tui.__file__).parent
_KEYS = st.sampled_from(["a", "b", '"c.d.e"', "'[['", "x-y"])
_STRUCTURE = st.sampled_from(
    [
        *PIECES,
        ".",
        "=",
        ",",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "\n",
        " ",
        "#",
        "'",
        '"',
        '"""',
        "'''",
        "1.5",
        "a",
        "b",
    ]
)


def _depth(value: object) -> int:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return 1 + max(map(_depth, inner), default=0)
    return 0


def test_nothing_else_calls_the_parser():
    callers = {
        path.name
        for path in SOURCE.rglob("*.py")
        if re.search(r"\btomllib\.|import tomllib", path.read_text())
    }
    assert callers == {"toml.py"}


@given(hostile_texts, st.booleans())
def test_a_text_is_never_refused_for_what_stands_in_it(text: str, several: bool):
    written = tomli_w.dumps(
        {"text": text.replace("\ud800", "").replace("\udfff", "") * 40}, multiline_strings=several
    )
    toml.check(written)
    toml.check(f"[[notes]]\n{written}{written}")


@pytest.mark.parametrize("quote", ["'", '"', "'''", '"""'])
@pytest.mark.parametrize(
    "signs", ["." * 99, "a." * 99, "[" * 99, "{" * 99, "[[a]]" * 9, "= # ", "''", '\\"\\"']
)
def test_every_sort_of_quotation_mark_makes_a_text_of_what_is_within(quote: str, signs: str):
    if quote[0] == "'":
        signs = signs.replace("''", "")
    deep = f"x = {'[' * 17}"
    toml.check(f"a = {quote}{signs}{quote}\n")
    toml.check(f"a = [ {quote}{signs}{quote}, {quote}{signs}{quote} ] # {signs}\n")
    toml.check(f"{quote[0]}{signs.replace(quote[0], '')}{quote[0]} = 1\n")
    with pytest.raises(toml.OverBudgetError):
        toml.check(f"a = {quote}{signs}{quote}\n{deep}")


@given(st.lists(_STRUCTURE, max_size=60).map("".join))
def test_what_the_parser_takes_is_never_deeper_than_was_measured(text: str):
    text = text.encode(errors="replace").decode()
    with suppress(ValueError):
        found = toml.parsed(text)
        assert _depth(found) <= 2 * toml.MAX_DEPTH


@given(st.lists(st.tuples(_KEYS, st.integers(1, 40)), min_size=1, max_size=3), st.booleans())
def test_what_is_nested_deeper_than_is_measured_is_refused_wherever_it_stands(
    nested: list[tuple[str, int]], header: bool
):
    for key, times in nested:
        dotted = ".".join([key] * times)
        written = f"before = '.'\n[{dotted}]\n" if header else f"a = [1.5, {{{dotted} = 1}}]\n"
        if times > toml.MAX_DEPTH:
            with pytest.raises(toml.OverBudgetError) as refused:
                toml.parsed(written)
            assert (refused.value.code, refused.value.line) == ("too_deep", 2 if header else 1)
        else:
            assert _depth(toml.parsed(written)) >= times


def test_the_line_that_is_too_deep_is_named():
    with pytest.raises(toml.OverBudgetError) as refused:
        toml.parsed("a = 1\n\nb = [\n1.5,\n" + "[" * 16)
    assert refused.value.line == 5


def test_a_key_that_would_keep_the_parser_busy_for_hours_is_refused():
    for much in (
        "a." * 1_000_000 + "a = 1",
        "[" + "a . " * 1_000_000 + "a]",
        "x = {" + "a." * 1_000_000 + "a = 1}",
    ):
        with pytest.raises(toml.OverBudgetError):
            toml.parsed(much)


def test_no_pattern_relies_on_possessive_groups_which_early_pythons_match_wrongly():
    source = Path(diskussion_tui.__file__).parent
    texts = {path.name: path.read_text(encoding="utf-8") for path in source.rglob("*.py")}
    assert {
        name for name, text in texts.items() if re.search(r"\)(?:[*+?]|\{\d*,\d*\})\+|\(\?>", text)
    } == set()


@pytest.mark.parametrize(
    "many",
    [
        "a=1\n",
        "a = 1 # så\n",
        "'a' = 1\n",
        "a.b=1\n",
        "x = [1,2,3,4,5,6,7,8]\n",
        "x = [\n1,\n2,\n]\n",
        "x = {a=1,b=2}\n",
        "[[x]]\na=1\nb=1\nc=1\nd=1\ne=1\nf=1\ng=1\nh=1\ni=1\nj=1\n",
    ],
)
def test_more_values_than_any_file_has_are_refused_before_the_parser_sees_them(
    many: str, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        patch.setattr("tomllib.loads", lambda _text: pytest.fail("the parser was asked"))
        patch.setattr(toml, "MAX_VALUES", 5_000)
        with pytest.raises(toml.OverBudgetError) as refused:
            toml.parsed(many * 5_001)
    assert refused.value.code == "too_many"


def test_millions_of_keys_are_refused():
    with pytest.raises(toml.OverBudgetError):
        toml.parsed("a=1\n" * (toml.MAX_VALUES + 1))


@given(evenings(writers=2))
def test_no_file_of_ours_has_more_values_than_are_measured_whatever_its_length(evening: Evening):
    data = codec.Encoder().file(evening.session)
    assert toml.check(data.decode()) * (toml.MAX_BYTES / toml.MAX_VALUES) <= len(data)


@given(hostile_texts)
def test_no_text_makes_a_file_hold_more_values(text: str):
    text = text.replace("\ud800", "").replace("\udfff", "")
    few = toml.check(tomli_w.dumps({"text": "a"}, multiline_strings=True))
    for several in (False, True):
        assert (
            toml.check(tomli_w.dumps({"text": text + "x = [1, 2]\n" * 9}, multiline_strings=several)) <= few
        )


@pytest.mark.parametrize("part", ["a", '"a,b"', "'a,b'", '""', '"#"'])
def test_no_part_of_a_key_hides_how_many_there_are(part: str):
    with pytest.raises(toml.OverBudgetError):
        toml.check(".".join([part] * 40) + " = 1\n")


def test_strings_that_never_end_are_gone_through_once():
    for quote in ('"', "'", '"""', "'''"):
        with pytest.raises(ValueError, match=r"Unterminated|Illegal|Expected|Invalid"):
            toml.parsed(f"a = {quote}" + f"{quote} b\n" * 3 + f"a = {quote}x\n" * 200_000)


def test_a_discussion_ten_times_as_long_as_the_longest_has_room():
    group = Group()
    group.says("Bygg ut rehabilitering i hemmet med mobila team, så att besöken på akuten blir färre." * 2)
    versions = [version for change in group.made for version in change.versions]
    one = len(codec.block("history", versions[-1]).encode())
    assert 100_000 * one < toml.MAX_BYTES
    assert toml.MAX_BLOCKS > 2 * 110_000


def test_the_workbook_that_ships_is_far_from_the_measure():
    text = default_workbook().read_text(encoding="utf-8")
    assert text.count("\n[") < toml.MAX_BLOCKS / 1_000
    assert _depth(toml.parsed(text)) < toml.MAX_DEPTH / 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ”X”\n", "curly quotes"),
        ("a = 1\ntitle = “X“ # \n", "curly quotes"),
        ("version\u00a0= 1\n", "hard blank"),
        ("version =\u202f1\n", "hard blank"),
        ('title = "X\nversion = 1\n', "open quote"),
        ('path = "C:\\Users\\x"\n', "backslash"),
        ('title = "det ”goda”" x\n', "Expected"),
        ("# ”X”\nversion = = 1\n", "Invalid value"),
    ],
)
def test_what_word_and_windows_bring_is_called_by_its_name(text: str, said: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the parser's own
        toml.parsed(text)
    assert toml.told(str(error.value), text, line_in(str(error.value), text)).startswith(said)
