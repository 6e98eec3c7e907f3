"""A folder seen through a share that is slow, hangs, or lacks a call: what is tried against it is what people have in offices.

It hands every call on to a folder of this machine, after as long as it is told to wait, or never, or with an error in its
place. Orders stand in a file that is read at every call, so a test gives them while a program runs. Needs Linux, root (or the
right to use `/dev/fuse`) and the system's libfuse 3; without one of these `why_not` says so. By hand:

    python -m torture.slow_share FOLDER MOUNT --delay 0.1 --refuse flock=ENOLCK --log calls.txt
    echo '{"hang": ["*"]}' > MOUNT.orders

Calls are named as FUSE names them: getattr (also each look for a name), readdir, open, create, read, write, fsync, fsyncdir,
flock, link, rename, unlink, mkdir, truncate, chmod, flush, … ; `*` is each of them.
"""

from __future__ import annotations

import argparse
import ctypes.util
import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import TracebackType

_GRAIN = 0.01
"""Seconds between two looks of a call that hangs at whether it still has to."""
_STARTS = 10.0
"""Seconds within which a share has to stand."""
_NEVER_HELD = frozenset({"release", "releasedir"})
"""What nobody waits for: held up, it would only keep the server's threads."""


def why_not() -> str:
    """Why there can be no share here; empty where there can."""
    if not Path("/dev/fuse").exists():
        return "no /dev/fuse"
    if not os.access("/dev/fuse", os.R_OK | os.W_OK):
        return "no right to use /dev/fuse"
    return "" if ctypes.util.find_library("fuse3") else "no libfuse 3"


class SlowShare:
    """A share of `folder` at `mount` while the `with` lasts. Every order can be given anew at any time by `orders`.

    `delay` is in seconds a call; `hang` names the calls that never answer; `refuse` says with which error (`ENOLCK`) which call
    is refused. `cache` is for how many seconds the system believes what it knows of a name, as it does with real shares.
    """

    def __init__(
        self,
        folder: Path,
        mount: Path,
        *,
        delay: float = 0.0,
        hang: Iterable[str] = (),
        refuse: Mapping[str, str] | None = None,
        cache: float = 1.0,
    ) -> None:
        self.folder, self.mount = folder, mount
        self._orders = mount.with_name(f"{mount.name}.orders")
        self._log = mount.with_name(f"{mount.name}.calls")
        self._cache = cache
        self._server: subprocess.Popen[bytes] | None = None
        self.orders(delay=delay, hang=hang, refuse=refuse)

    def orders(
        self, *, delay: float = 0.0, hang: Iterable[str] = (), refuse: Mapping[str, str] | None = None
    ) -> None:
        """Say how the share behaves from now on; what hangs goes on as soon as it is not to hang any more."""
        self._orders.parent.mkdir(parents=True, exist_ok=True)
        said = {"delay": delay, "hang": list(hang), "refuse": dict(refuse or {})}
        fresh = self._orders.with_suffix(".new")
        fresh.write_text(json.dumps(said))
        fresh.replace(self._orders)

    def freeze(self) -> None:
        """Have the server stop: calls wait as on a file server that is gone.

        A call that hangs by order has reached the server, and the system lets no program end before it is answered; here none
        ends that has a file open, since closing it is a call that is waited for.
        """
        if self._server:
            self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Have the server go on."""
        if self._server:
            self._server.send_signal(signal.SIGCONT)

    def calls(self) -> Counter[str]:
        """How many calls of which name have come since the last time this was asked."""
        if not self._log.exists():
            return Counter()
        told = self._log.read_text()
        os.truncate(self._log, 0)
        return Counter(line.partition(" ")[0] for line in told.splitlines())

    def __enter__(self) -> Self:
        """Let the share stand."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.mount.mkdir(parents=True, exist_ok=True)
        self._log.write_text("")
        what = [str(self.folder), str(self.mount), "--orders", str(self._orders), "--log", str(self._log)]
        self._server = subprocess.Popen(
            [sys.executable, "-m", "torture.slow_share", *what, "--cache", str(self._cache)],
            cwd=Path(__file__).parents[1],
        )
        until = time.monotonic() + _STARTS
        while not os.path.ismount(self.mount):
            if self._server.poll() is not None or time.monotonic() > until:
                self.ends()
                raise OSError(errno.ENODEV, "the share does not stand")
            time.sleep(_GRAIN)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the share away."""
        self.ends()

    def ends(self) -> None:
        """Take the share away, also from under whoever waits for it: their calls come back with an error."""
        if self._server:
            self._server.kill()
            self._server.wait()
        subprocess.run(["umount", "-l", str(self.mount)], check=False, capture_output=True)


class _Orders:
    """What a share has been told, read anew whenever the file of orders has changed."""

    def __init__(self, path: Path, log: Path | None) -> None:
        self._path = path
        self._stamp = 0
        self._said: dict[str, Any] = {}
        self._log = log.open("a", buffering=1) if log else None

    def obey(self, call: str, path: str) -> None:
        """Wait, hang or refuse, as it was said. Raises `OSError`."""
        if self._log:
            self._log.write(f"{call} {time.monotonic():.3f} {path}\n")
        if call in _NEVER_HELD:
            return
        time.sleep(float(self._now().get("delay", 0)))
        while {call, "*"} & set(self._now().get("hang", ())):
            time.sleep(_GRAIN)
        refused = self._now().get("refuse", {})
        if name := refused.get(call) or refused.get("*"):
            number = getattr(errno, name)
            raise OSError(number, os.strerror(number))

    def _now(self) -> dict[str, Any]:
        try:
            stamp = self._path.stat().st_mtime_ns
            if stamp != self._stamp:
                self._said, self._stamp = json.loads(self._path.read_text()), stamp
        except OSError:
            return self._said
        return self._said


def main() -> int:
    """Serve a share until it is unmounted or killed."""
    parser = argparse.ArgumentParser(description="A folder seen through a slow share.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("mount", type=Path)
    parser.add_argument("--orders", type=Path, help="file with the orders (default: MOUNT.orders)")
    parser.add_argument("--delay", type=float, default=None, help="seconds a call")
    parser.add_argument("--hang", action="append", help="a call that never answers; * for all")
    parser.add_argument("--refuse", action="append", default=[], metavar="CALL=ERRNO")
    parser.add_argument("--log", type=Path, help="file that takes a line for every call")
    parser.add_argument("--cache", type=float, default=1.0, help="seconds for which names are believed")
    given = parser.parse_args()
    orders = given.orders or given.mount.with_name(f"{given.mount.name}.orders")
    if given.delay is not None or given.hang or given.refuse:
        refuse = dict(one.split("=", 1) for one in given.refuse)
        orders.write_text(json.dumps({"delay": given.delay or 0, "hang": given.hang or [], "refuse": refuse}))
    # Libfuse 2 looks for names in one folder one after the other, which real shares do not.
    os.environ["FUSE_LIBRARY_NAME"] = "fuse3"
    from torture.passthrough import Passthrough, Share

    Share(
        Passthrough(str(given.folder.absolute()), _Orders(orders, given.log).obey),
        str(given.mount),
        foreground=True,
        fsname="slow_share",
        attr_timeout=given.cache,
        entry_timeout=given.cache,
        negative_timeout=0,
        use_ino=1,
        max_idle_threads=128,
        max_threads=128,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
