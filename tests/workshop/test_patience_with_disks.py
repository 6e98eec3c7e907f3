"""Slow is not hung: patience with a disk is counted from its last answer, call by call."""

from __future__ import annotations

import threading
import time

import pytest

from diskussion_tui.base.pulse import Pulse
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.watched import Answers, watched
from diskussion_tui.workshop.saving import saver

PROMISED = saver.PATIENCE
"""As the program has it: the fence of the tests makes everybody else patient."""


def test_a_note_is_elsewhere_about_half_a_second_after_a_disk_stopped_answering() -> None:
    assert saver.hangs(0.5, PROMISED)


def test_a_disk_that_answered_a_quarter_of_a_second_ago_does_not_hang() -> None:
    assert not saver.hangs(0.25, PROMISED)


def test_a_share_that_takes_a_tenth_of_a_second_a_call_is_waited_for_however_many_calls_a_note_needs() -> (
    None
):
    now = [0.0]
    answers = Answers(lambda: now[0])

    class Slow(Fs):
        def write(self, handle: int, data: bytes) -> None:  # noqa: ARG002 - takes its time, no more
            now[0] += 0.1

    door = watched(Slow(), answers)
    for _ in range(20):
        door.write(0, b"")
        assert not saver.hangs(now[0] - answers.latest(), PROMISED)
    now[0] += 0.5
    assert saver.hangs(now[0] - answers.latest(), PROMISED)


def test_another_threads_answers_do_not_keep_a_note_waiting() -> None:
    answers = Answers(lambda: 5.0)
    answers.note()
    assert answers.last(-1) == float("-inf")


def test_what_a_thread_computes_is_not_counted_as_waiting_for_the_disk() -> None:
    answers = Answers()
    answers.note()
    began = time.thread_time()
    while time.thread_time() - began < 0.05:
        pass
    assert answers.computed(threading.get_ident()) >= 0.05
    answers.note()
    assert answers.computed(threading.get_ident()) < 0.05
    assert answers.computed(None) == 0


def test_a_call_that_fails_is_an_answer_too() -> None:
    answers = Answers(lambda: 7.0)
    with pytest.raises(OSError, match="Bad file"):
        watched(Fs(), answers).write(-1, b"x")
    assert answers.latest() == 7.0


def test_stillness_is_measured_from_the_last_answer() -> None:
    now = [10.0]
    pulse = Pulse(lambda: now[0])
    now[0] = 13.0
    assert pulse.still_for() == 3.0
    pulse.beat()
    assert pulse.still_for() == 0.0
