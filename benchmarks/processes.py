"""What a process and all below it have cost: CPU time and memory, read from outside while they live.

The process's own CPU clock is read rather than /proc/*/task/*/schedstat: schedstat forgets a thread when
it ends, and a program that imports in a thread after its first frame would look cheaper than it is.
Outside Linux there is nothing to read; everything is then zero, and only the clock on the wall counts.
"""

import os
import re
import sys
import time
from contextlib import suppress
from pathlib import Path

IS_LINUX = sys.platform == "linux"
"""Whether /proc and the per-process CPU clocks are there."""

_SCHEDULED_CLOCK = 2
"""CPUCLOCK_SCHED of the kernel's posix-timers: user and system time in nanoseconds."""


def process_tree(pid: int) -> list[int]:
    """Return `pid` and its living descendants, parents first."""
    found = [pid]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            with suppress(OSError):
                found.extend(int(child) for child in children.read_text().split())
    return found


def cpu_seconds(pid: int) -> float:
    """Return the CPU time of the tree under `pid`, ended threads and reaped children included."""
    if not IS_LINUX:
        return 0.0
    return sum(_own_cpu(each) + _reaped_cpu(each) for each in process_tree(pid))


def pss_bytes(pid: int) -> int:
    """Return the proportional memory of the tree under `pid`: shared pages are split among their users."""
    if not IS_LINUX:
        return 0
    return sum(_pss(each) for each in process_tree(pid))


def wake_ups(pid: int) -> int:
    """Return how often the tree under `pid` has gone to sleep of itself, which is how often it has been woken.

    Threads that have ended are forgotten by the kernel: compare two looks at a program that starts none.
    """
    if not IS_LINUX:
        return 0
    return sum(_voluntary(status) for each in process_tree(pid) for status in _statuses(each))


def voluntary_switches(status: str) -> int:
    """Return the count in the text of a /proc/*/task/*/status; 0 where it has none."""
    found = re.search(r"^voluntary_ctxt_switches:\s+(\d+)$", status, re.MULTILINE)
    return int(found[1]) if found else 0


def proportional_bytes(rollup: str) -> int:
    """Return the proportional memory in the text of a /proc/*/smaps_rollup; 0 where it has none."""
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def _statuses(pid: int) -> list[Path]:
    """Return where the threads of a process tell of themselves."""
    return list(Path(f"/proc/{pid}/task").glob("*/status"))


def _voluntary(status: Path) -> int:
    """Return the count of one thread, which may have ended since it was found."""
    with suppress(OSError):
        return voluntary_switches(status.read_text())
    return 0


def _own_cpu(pid: int) -> float:
    """Return the CPU time of one process; the clock's number is made as glibc's clock_getcpuclockid does."""
    with suppress(OSError):
        return time.clock_gettime(~pid << 3 | _SCHEDULED_CLOCK)
    return 0.0


def _reaped_cpu(pid: int) -> float:
    """Return the CPU time of children that have ended and been waited for (in ticks of 10 ms)."""
    with suppress(OSError):
        # The program's name may hold spaces and brackets, so the fields are counted from its last bracket.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _pss(pid: int) -> int:
    """Return the proportional memory of one process in bytes."""
    with suppress(OSError):
        return proportional_bytes(Path(f"/proc/{pid}/smaps_rollup").read_text())
    return 0
