"""What the kernel tells of a process is read as it is meant."""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks.modules import count
from benchmarks.processes import (
    IS_LINUX,
    process_tree,
    proportional_bytes,
    pss_bytes,
    voluntary_switches,
    wake_ups,
)

STATUS = """Name:\tdiskussion (x)
VmRSS:\t   31000 kB
voluntary_ctxt_switches:\t1204
nonvoluntary_ctxt_switches:\t77
"""
ROLLUP = """55d5c0a00000-7ffd2b9f2000 ---p 00000000 00:00 0    [rollup]
Rss:               43892 kB
Pss:               31310 kB
Pss_Dirty:         20480 kB
SwapPss:               0 kB
"""


def test_only_the_times_a_thread_went_to_sleep_of_itself_are_wake_ups() -> None:
    assert voluntary_switches(STATUS) == 1204
    assert voluntary_switches("nonvoluntary_ctxt_switches:\t77\n") == 0


def test_memory_is_the_proportional_one() -> None:
    assert proportional_bytes(ROLLUP) == 31310 * 1024
    assert proportional_bytes("") == 0


def test_a_living_process_weighs_something_where_it_can_be_weighed_and_nothing_elsewhere() -> None:
    assert process_tree(os.getpid())[0] == os.getpid()
    assert (pss_bytes(os.getpid()) > 1_000_000) is IS_LINUX


def test_to_wait_for_a_child_is_to_be_woken() -> None:
    before = wake_ups(os.getpid())
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    assert (wake_ups(os.getpid()) > before) is IS_LINUX


def test_modules_that_no_first_frame_needs_are_named_unless_the_door_needs_them() -> None:
    loaded = ["sys", "pydantic.main", "pydantic", "ssl", "sslproto", "asyncio.sslproto"]
    assert count(loaded)["early"] == 2
    found = count(loaded, frozenset({"pydantic"}))
    assert found["early"] == 1
    assert (found["early ssl"], found["early pydantic"], found["modules"]) == (1, 0, 6)
