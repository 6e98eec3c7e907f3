"""What a terminal sends: whatever the bytes and however they are cut, words stay words, and nothing becomes a command."""

from __future__ import annotations

import string
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from diskussion_tui.base.text import JOINERS, clean
from diskussion_tui.tui.toolkit.input_parser import PASTE_SILENCE, TORN_SILENCE, Burst, InputParser
from diskussion_tui.tui.toolkit.input_thread import LETTER_SILENCE, ByteInput
from diskussion_tui.tui.toolkit.terminal import tell_alt_enter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.message import Message

START, END = b"\x1b[200~", b"\x1b[201~"
ESCAPE_SILENCE = 0.15
"""Seconds in which an Escape is known to be the key."""
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")))
MOUSE = st.builds(
    lambda report, button, x, y: report(button, x, y),
    st.sampled_from(
        [
            lambda button, x, y: b"\x1b[M" + bytes([32 + button, 32 + x % 160, 32 + y % 90]),
            lambda button, x, y: b"\x1b[M" + bytes([32 + button]) + (chr(32 + x) + chr(32 + y)).encode(),
            lambda button, x, y: f"\x1b[<{button};{x};{y}M".encode(),
            lambda button, x, y: f"\x1b[{32 + button};{x};{y}M".encode(),
            lambda button, x, y: f"\x1b[<{button};{17 * x};{35 * y}m".encode(),
        ]
    ),
    st.integers(0, 67),
    st.integers(1, 1_900),
    st.integers(1, 1_900),
)
UNKNOWN = st.builds(
    lambda parameters, end: f"\x1b[?{parameters}{end}".encode(),
    st.text("0123456789;:", max_size=12),
    st.sampled_from(string.ascii_letters),
)
PIECES = st.lists(
    st.one_of(
        TEXTS.map(str.encode),
        st.binary(max_size=8),
        st.sampled_from(
            [
                START,
                END,
                b"\x1b",
                b"\x1b[",
                b"\x1bO",
                b"\x1b]",
                b"\x1b[M",
                b"\x1bP>|",
                b"\x11",
                b"\r",
                b"\xe5",
            ]
        ),
        MOUSE,
        UNKNOWN,
    ),
    max_size=12,
).map(lambda pieces: b"".join(pieces).replace(b"\t", b""))
"""Anything but tabs, whose meaning hangs on how many lines come in the same read."""


@pytest.fixture(autouse=True, scope="module")
def as_the_program_starts() -> None:
    tell_alt_enter()


@dataclass
class Line:
    """A terminal that sends: bytes read by read, and silences, by a clock that only this moves."""

    time: float = 100.0
    faults: list[Exception] = field(default_factory=list)
    said: list[Message] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.input = ByteInput(clock=lambda: self.time, tell=self.faults.append)

    def sends(self, *reads: bytes) -> Line:
        """Read after read, with no time between."""
        for read in reads:
            self.said += _one_by_one(self.input.feed(read))
        return self

    def rests(self, seconds: float) -> Line:
        """Nothing comes for so long, and the thread looks at its clock every now and then."""
        for _ in range(round(seconds / 0.05)):
            self.time += 0.05
            self.said += _one_by_one(self.input.tick())
        return self

    def ends(self) -> Line:
        """Silence, until all that was unfinished has been decided."""
        return self.rests(PASTE_SILENCE + 0.1).rests(LETTER_SILENCE + 0.1)

    @property
    def heard(self) -> list[str]:
        """Keys by name, pastes in quotes, and other events by their kind; pastes that follow each other as one."""
        told: list[str] = []
        for one in self.said:
            if isinstance(one, events.Paste) and told and told[-1].startswith('"'):
                told[-1] = f'{told[-1][:-1]}{one.text}"'
            else:
                told.append(_named(one))
        return told


def _one_by_one(said: Sequence[Message]) -> list[Message]:
    """What was said, with the keys of a burst in its place."""
    return [key for one in said for key in (one.keys if isinstance(one, Burst) else (one,))]


def _named(message: Message) -> str:
    if isinstance(message, events.Key):
        return message.key
    return f'"{message.text}"' if isinstance(message, events.Paste) else type(message).__name__


def _put_in(message: Message) -> str:
    if isinstance(message, events.Key):
        character = message.character or ""
        return character if _is_typed(character) else ""
    return message.text if isinstance(message, events.Paste) else ""


def _is_typed(character: str) -> bool:
    return character.isprintable() or character in JOINERS


def cut(data: bytes, places: Sequence[int]) -> list[bytes]:
    """The bytes as reads, cut at places."""
    bounds = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[start:end] for start, end in pairwise(bounds)]


PLACES = st.lists(st.integers(0, 400), max_size=8)


# ---- whatever comes --------------------------------------------------------------------------------------------------


@given(PIECES, PLACES)
def test_any_bytes_say_the_same_however_they_are_cut_into_reads_and_nothing_goes_wrong(
    data: bytes, places: Sequence[int]
) -> None:
    whole, torn = Line().sends(data).ends(), Line().sends(*cut(data, places)).ends()
    assert torn.heard == whole.heard
    assert not whole.faults
    assert not torn.faults


@given(PIECES)
def test_after_any_bytes_and_a_silence_keys_work(data: bytes) -> None:
    line = Line().sends(data).ends()
    before = len(line.said)
    line.sends(b"a\x11")
    assert [_named(one) for one in line.said[before:]] == ["a", "ctrl+q"]


@given(PIECES, PLACES)
def test_in_a_paste_all_is_text_up_to_its_end_mark(data: bytes, places: Sequence[int]) -> None:
    text = data.replace(END, b"").replace(b"\0", b"").strip(b"\x1b")
    line = Line().sends(*cut(START + text + END, places), b"x").ends()
    *pastes, last = line.said
    assert _named(last) == "x"
    assert all(isinstance(one, events.Paste) for one in pastes)
    assert len(pastes) == bool(text)
    assert "".join(_put_in(one) for one in pastes).encode("utf-8", "replace").count(b"\xef\xbf\xbd") <= len(
        text
    )


@given(st.lists(st.tuples(TEXTS, st.booleans()), max_size=6), PLACES)
def test_words_come_in_the_order_in_which_they_were_typed_and_pasted(
    said: list[tuple[str, bool]], places: Sequence[int]
) -> None:
    data = b"".join(START + text.encode() + END if pasted else text.encode() for text, pasted in said)
    line = Line().sends(*cut(data, places)).ends()
    wanted = "".join(text if pasted else "".join(filter(_is_typed, text)) for text, pasted in said)
    assert "".join(map(_put_in, line.said)) == wanted


@given(TEXTS.filter(bool), PLACES)
def test_a_paste_comes_out_to_the_letter(text: str, places: Sequence[int]) -> None:
    line = Line().sends(*cut(START + text.encode() + END, places))
    assert [one.text for one in line.said if isinstance(one, events.Paste)] == [text]
    assert len(line.said) == 1


@given(st.lists(st.one_of(MOUSE, UNKNOWN), max_size=6).map(b"".join), PLACES)
def test_a_mouse_report_of_any_kind_or_an_unknown_sequence_is_never_a_letter_or_a_key(
    data: bytes, places: Sequence[int]
) -> None:
    line = Line().sends(*cut(data, places)).ends()
    assert not [one for one in line.said if isinstance(one, (events.Key, events.Paste))]


# ---- no UTF-8 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("för Åsa, 5 § – ”på”".encode("cp1252"), "för Åsa, 5 § – ”på”"),
        ("åäö ÅÄÖ é".encode("latin-1"), "åäö ÅÄÖ é"),
        (b"a\x81b", "a\ufffdb"),
        ("små ord".encode(), "små ord"),
        ("👩‍👧 är här".encode(), "👩‍👧 är här"),
    ],
)
def test_letters_of_a_terminal_that_is_set_to_latin_1_are_read_as_such(sent: bytes, text: str) -> None:
    line = Line().sends(*(bytes([one]) for one in sent)).ends()
    assert "".join(map(_put_in, line.said)) == text


@given(st.binary())
def test_bytes_outside_utf_8_are_text_and_never_keys(data: bytes) -> None:
    line = Line().sends(bytes(one | 0x80 for one in data)).ends()
    keys = [one for one in line.said if isinstance(one, events.Key)]
    assert all(one.character and ord(one.character) > 0x7F for one in keys)
    strange = bytes(one | 0xF8 for one in data)
    assert not [one for one in Line().sends(strange).ends().said if isinstance(one, events.Key)]


def test_a_letter_whose_second_half_is_late_waits_for_it_and_one_that_stays_alone_is_a_letter_of_its_own() -> (
    None
):
    assert Line().sends(b"f\xc3").rests(0.2).sends(b"\xb6r").heard == ["f", "ö", "r"]
    assert Line().sends(b"f\xf6").rests(LETTER_SILENCE + 0.1).heard == ["f", '"ö"']


def test_in_a_paste_a_letter_waits_for_its_second_half_as_long_as_the_paste_goes_on() -> None:
    assert Line().sends(START + b"f\xc3").rests(1.5).sends(b"\xb6r" + END).heard == ['"för"']


# ---- pastes that do not end as they should ---------------------------------------------------------------------------


def test_keys_and_marks_inside_a_paste_are_cleaned_away_with_the_rest_of_what_acts() -> None:
    line = Line().sends(START + b"text \x1b[0m\x11\x1b[200~ slut" + END)
    (paste,) = line.said
    assert isinstance(paste, events.Paste)
    assert clean(paste.text) == "text \ufffd slut"


@pytest.mark.parametrize("late", [0.02, 0.15, 0.4, 1.8])
@pytest.mark.parametrize("place", range(1, len(END)))
def test_an_end_mark_in_two_pieces_ends_the_paste_however_late_its_second_is(late: float, place: int) -> None:
    line = Line().sends(START + b"hej hopp" + END[:place]).rests(late).sends(END[place:] + b"x")
    assert line.heard == ['"hej hopp"', "x"]


@pytest.mark.parametrize("place", range(len(END)))
def test_a_paste_whose_end_never_comes_is_put_in_after_a_silence_and_keys_work(place: int) -> None:
    line = Line().sends(START + b"hej hopp" + END[:place])
    assert line.rests(PASTE_SILENCE - 0.1).heard == []
    assert line.rests(0.2).heard == ['"hej hopp"']
    assert line.sends(b"x", b"\x11").heard == ['"hej hopp"', "x", "ctrl+q"]


@pytest.mark.parametrize("place", range(len(END)))
def test_an_end_mark_that_comes_after_that_does_nothing(place: int) -> None:
    line = Line().sends(START + b"hej hopp" + END[:place]).rests(PASTE_SILENCE + 0.1)
    assert line.sends(END[place:] + b"x").heard == ['"hej hopp"', "x"]
    assert line.sends(END + b"y").heard == ['"hej hopp"', "x", "y"]


def test_what_is_typed_while_a_paste_waits_for_its_end_is_put_in_with_it() -> None:
    line = Line().sends(START + b"hej").rests(1).sends(b" och").rests(1).sends(b" h\xc3\xa5").ends()
    assert line.heard == ['"hej och hå"']


def test_what_is_held_is_handed_on_when_the_terminal_is_left() -> None:
    line = Line().sends(START + b"hej")
    assert [_named(one) for one in line.input.close()] == ['"hej"']
    line = Line().sends(b"\xe5")
    assert [_named(one) for one in line.input.close()] == ['"å"']


def test_several_lines_in_one_read_are_a_burst_whose_tabs_are_no_keys() -> None:
    line = Line()
    (burst,) = line.input.feed(b"- ett\rEn\t\xc3\xa5tta\r")
    assert isinstance(burst, Burst)
    assert burst.text == "- ett\rEn\tåtta\r"
    assert [key.key for key in burst.keys if isinstance(key, events.Key)].count("tab") == 0
    assert [type(one) for one in line.input.feed(b"En\tcell\r")] == [Burst]  # the next read of the same
    line.time += 0.1
    assert Burst not in map(type, line.input.feed(b"En\tcell\r"))


@pytest.mark.parametrize("typed", [b"En\t", b"\r\r\r", b"ett\r", b"ett\rtv\xc3\xa5\r\x11", b"\t"])
def test_what_a_hand_may_have_typed_is_keys(typed: bytes) -> None:
    assert Burst not in map(type, Line().input.feed(typed))
    assert Line().sends(typed).heard == [one for byte in _letters(typed) for one in Line().sends(byte).heard]


def _letters(typed: bytes) -> list[bytes]:
    return [letter.encode() for letter in typed.decode()]


# ---- sequences in pieces, and unknown ones ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "tail", "heard"),
    [
        (b"\x1b[", b"6~", ["pagedown"]),
        (b"\x1b[6", b"~", ["pagedown"]),
        (b"\x1b", b"[6~", ["escape", "pagedown"]),
        (b"\x1b", b"OP", ["escape", "f1"]),
        (b"\x1bO", b"P", ["f1"]),
        (b"\x1b", b"[<0;3;4M", ["escape", "MouseDown"]),
        (b"\x1b", b"[M !!", ["escape"]),
        (b"\x1b[M ", b"!!", []),
        (b"\x1b[<0;3", b";4M", ["MouseDown"]),
        (b"\x1b]11;rgb:0f0f/15", b"15/1b1b\x1b\\", []),
        (b"\x1b]11;rgb:0f0f/1515/1b1b\x1b", b"\\", []),
        (b"\x1bP>|XTerm", b"(390)\x1b\\", []),
    ],
)
def test_a_sequence_in_two_pieces_is_the_key_or_nothing(head: bytes, tail: bytes, heard: list[str]) -> None:
    line = Line().sends(head).rests(0.4).sends(tail, b"x")
    assert line.heard == [*heard, "x"]


@pytest.mark.parametrize(
    "torn", [b"\x1b[", b"\x1b[6", b"\x1b[M", b"\x1b[<0;3", b"\x1b]11;rgb", b"\x1b[[", b"\x1bP1+r"]
)
def test_a_sequence_whose_rest_never_comes_does_nothing_and_keys_work(torn: bytes) -> None:
    assert Line().sends(torn).rests(TORN_SILENCE + 0.1).sends(b"6x").heard == ["6", "x"]


def test_escape_is_a_key_after_a_moment_and_what_a_hand_types_after_it_is_letters() -> None:
    line = Line().sends(b"\x1b").rests(ESCAPE_SILENCE)
    assert line.heard == ["escape"]
    assert line.sends(b"[").rests(0.1).sends(b"a").heard == ["escape", "left_square_bracket", "a"]


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        (b"\x1b[12\xe5x", "åx"),
        ("\x1b[12åx".encode(), "åx"),
        ("\x1bPå x".encode(), "På x"),
        (b"\x1b]hej", "]hej"),
    ],
)
def test_words_behind_half_a_sequence_are_kept(sent: bytes, text: str) -> None:
    assert "".join(map(_put_in, Line().sends(sent).ends().said)) == text


def test_a_key_of_rxvt_that_ends_in_a_dollar_takes_no_letter_with_it() -> None:
    assert Line().sends(b"\x1b[6$a\x1b[23$", b"b").heard == ["a", "f23", "b"]


def test_a_sequence_longer_than_any_terminal_sends_is_not_waited_for() -> None:
    assert Line().sends(b"\x1b[" + 300 * b"1", b"q").heard == ["q"]


def test_an_answer_that_does_not_end_lets_keys_through_again() -> None:
    assert Line().sends(b"\x1b]11;rgb\x11").heard == ["ctrl+q"]
    assert Line().sends(b"\x1b]11;rgb\x1b[6~").heard == ["pagedown"]


def test_a_size_that_no_window_has_is_passed_over_and_a_mouse_without_pixels_goes_on() -> None:
    line = Line().sends(b"\x1b[48;0;0;0;0t", b"\x1b[48;999999999;999999999;1;1t")
    assert line.heard == []
    line.sends(b"\x1b[48;24;80;0;0t", b"\x1b[<0;3;4M", b"\x1b[<0;99999999;4M")
    assert line.heard == ["Resize", "MouseDown"]
    assert not line.faults


def test_the_buttons_at_the_side_of_a_mouse_do_not_click() -> None:
    assert Line().sends(b"\x1b[<128;3;4M\x1b[<129;3;4M").heard == []


# ---- as Textual reads them -------------------------------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x1b"), max_size=20))
def test_whatever_is_typed_in_utf_8_gives_the_keys_that_textual_gives(text: str) -> None:
    wanted = list(XTermParser().feed(text)) if text else []
    line = Line().sends(text.encode())
    assert [(one.key, one.character) for one in line.said if isinstance(one, events.Key)] == [
        (one.key, one.character) for one in wanted if isinstance(one, events.Key)
    ]


def test_an_error_costs_what_was_being_read_and_is_told_and_the_rest_is_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(_parser: XTermParser, _code: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(XTermParser, "parse_mouse_code", breaks)
    line = Line().sends(b"a\x1b[<0;3;4Mb", b"\x1b[<0;3;4M" + START + b"c" + END)
    assert line.heard == ["a", "b", '"c"']
    assert [type(error) for error in line.faults] == [ZeroDivisionError] * 2


def test_it_stands_in_for_the_parser_of_a_driver_that_feeds_it_characters() -> None:
    parser = InputParser(debug=False)
    assert [_named(one) for one in parser.feed("å\ud83d\x1b[6~")] == ["å", '"\ufffd"', "pagedown"]
    assert list(parser.tick()) == []
