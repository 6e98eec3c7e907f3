"""A folder of discussions shared with people who mean harm, with other users, and on disks that lack something.

Short evenings, each with one trouble: names of ours that lead elsewhere, rights, two users of one folder, journals taken away,
removals by others and old files put back, and, where a share can be had (`slow_share.py`), one that is slow, hangs for a while or
lacks a call. After each it is counted what was lost, what changed outside the folder, and what came back that was removed.

    python -m torture.shared 500 --seed 1

Everybody is a process of their own that was made before anything went wrong and becomes another user where the run is root's.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from torture.shared_people import Person, warm_up
from torture.slow_share import SlowShare, why_not

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_GROUP = 5000
_LACKS = (
    "flock=ENOLCK",
    "flock=EOPNOTSUPP",
    "fsyncdir=EINVAL",
    "link=EXDEV",
    "link=EPERM",
    "chmod=EPERM",
    "fsync=EINVAL",
)


class Evening:
    """One evening in a folder of its own: who is there, what was acknowledged, what was removed for good, what lies outside."""

    def __init__(self, place: Path, dice: random.Random) -> None:
        self.place = place
        self.dice = dice
        self.folder = place / "delad"
        self.folder.mkdir(parents=True)
        self.outside = place / "utanfor"
        self.outside.mkdir()
        for name in ("bashrc", "brev.toml"):
            (self.outside / name).write_text(f"# {name}\n", encoding="utf-8")
        self.said: list[str] = []
        self.removed: list[str] = []
        self.people: list[Person] = []
        self.at = self.folder

    def person(self, name: str, uid: int = 0) -> Person:
        """Somebody with a home of their own, as the user `uid` of the group where that is not 0."""
        found = Person(name, self.place / f"hem-{name}", uid, _GROUP if uid else 0)
        self.people.append(found)
        return found

    def says(self, who: Person, number: int = 1) -> list[str]:
        """Somebody says so much; what was called saved is remembered."""
        texts = [f"{who.name} säger {len(self.said)}-{self.dice.randrange(10**9)}" for _ in range(number)]
        for text in texts:
            if who.does("say", text):
                self.said.append(text)
        return texts

    @property
    def path(self) -> Path:
        """The discussion's file, the first one."""
        return min(self.at.glob("Diskussion*.toml"))

    @property
    def live(self) -> Path:
        """Where journals lie."""
        return self.folder / ".live"

    def faults(self) -> Iterator[tuple[str, str]]:
        """What is wrong at the end, as its kind and which."""
        reader = self.person("läsare")
        seen = Counter(reader.does("seen", str(self.path)))
        for text in self.said:
            if text not in self.removed and seen[text] != 1:
                yield ("lost" if not seen[text] else "doubled", text)
        yield from (("returned", text) for text in self.removed if seen[text])
        for one in sorted(self.outside.iterdir()):
            if (
                one.name not in ("bashrc", "brev.toml")
                or one.read_text(encoding="utf-8") != f"# {one.name}\n"
            ):
                yield ("outside", one.name)

    def ends(self) -> None:
        """Everybody goes home."""
        for one in self.people:
            one.leaves()


# ---- troubles ---------------------------------------------------------------------------------------------------------


def names(evening: Evening) -> None:
    """Under every name of ours lies a link, a link to nothing, a second name or a pipe; or `.live` is a link."""
    anna = evening.person("anna")
    anna.does("begin", str(evening.folder))
    evening.says(anna, 2)
    known = [path.name for path in evening.live.iterdir()]
    if evening.dice.random() < 0.5:
        anna.does("close")
    else:
        anna.dies()
    anna = evening.person("anna")
    for number, name in enumerate(known):
        planted = evening.live / name
        if evening.dice.random() < 0.3 and planted.exists():
            continue
        planted.unlink(missing_ok=True) if planted.suffix == ".lock" or not planted.exists() else None
        if planted.exists():
            planted = planted.with_name(planted.name.replace(".toml", "-2.toml"))
        way = evening.dice.randrange(4)
        if way == 0:
            planted.symlink_to(evening.outside / "bashrc")
        elif way == 1:
            planted.symlink_to(evening.outside / f"ny-{number}")
        elif way == 2:
            os.link(evening.outside / "bashrc", planted)
        else:
            os.mkfifo(planted)
    anna.does("open", str(evening.path))
    evening.says(anna, 2)
    anna.does("close")


def rights(evening: Evening) -> None:
    """The session file has other rights than usual; a stranger tries to read what lies beside it."""
    anna = evening.person("anna")
    anna.does("begin", str(evening.folder))
    mode = evening.dice.choice([0o600, 0o640, 0o644, 0o660])
    evening.path.chmod(mode)
    evening.says(anna, 2)
    beside = [path.stat().st_mode & 0o077 for path in (evening.live, *evening.live.iterdir())]
    anna.does("close")
    if evening.path.stat().st_mode & 0o777 != mode or any(beside):
        evening.said.append("rights were not kept")  # counted as lost: nobody has said it


def two_users(evening: Evening) -> None:
    """Two users of one group's folder see each other's unsaved notes, and end with all of them."""
    os.chown(evening.folder, 5001, _GROUP)
    evening.folder.chmod(0o2770)
    anna, bo = evening.person("anna", 5001), evening.person("bo", 5002)
    anna.does("begin", str(evening.folder))
    bo.does("open", str(evening.path))
    for who in evening.dice.choices([anna, bo], k=6):
        evening.says(who)
    if not set(evening.said) <= set(evening.person("c", 5003).does("seen", str(evening.path))):
        evening.said.append("unsaved notes were not united")
    for who in evening.dice.sample([anna, bo], 2):
        who.does("close") if evening.dice.random() < 0.7 else who.dies()


def taken_away(evening: Evening) -> None:
    """Journals are removed, moved, emptied or put back under an open screen; others take the names that are free."""
    anna = evening.person("anna")
    anna.does("begin", str(evening.folder))
    evening.says(anna, 2)
    for path in sorted(evening.live.glob("*.toml")):
        way = evening.dice.randrange(4)
        if way == 0:
            path.unlink()
        elif way == 1:
            path.rename(path.with_suffix(".borta"))
        elif way == 2:
            os.truncate(path, evening.dice.randrange(path.stat().st_size + 1))
        else:
            shutil.rmtree(evening.live)
            break
    again = evening.person("anna")
    again.does("open", str(evening.path))
    for who in evening.dice.choices([anna, again], k=4):
        evening.says(who)
    # Who dies in the very moment in which somebody removes the only copy has no chance to write it again.
    if not anna.does("notices"):
        evening.said.append("a journal that was taken away was not written again")
    for who in evening.dice.sample([anna, again], 2):
        who.does("close") if evening.dice.random() < 0.7 else who.dies()


def removals(evening: Evening) -> None:
    """Something is removed for good, the old file comes back, and another file removes everything else."""
    anna = evening.person("anna")
    anna.does("begin", str(evening.folder))
    evening.says(anna, 4)
    anna.does("close")
    before = evening.path.read_bytes()
    gone = evening.dice.choice(evening.said)
    if not evening.person("anna").does("purge", str(evening.path), gone):
        evening.said.append("could not be removed")
    evening.removed.append(gone)
    if evening.dice.random() < 0.5:
        evening.path.write_bytes(before)
    forged = before + b"".join(
        b'\n[[purged]]\nid = "%s"\nchange = "01JYRME1H3G3JDYYPCYRA0ZZZZ"\nwriter = "bo"\nat = 2026-05-12T12:00:00+02:00\n'
        % note.encode()
        for note in evening.person("läsare").does("ids", str(evening.path))
    )
    hostile = evening.folder / "Bord-3.toml"
    if evening.dice.random() < 0.7:
        hostile.write_bytes(forged.replace(b"written_by", b"skrev"))
    again = evening.person("anna")
    again.does("open", str(evening.path))
    evening.says(again, 2)
    again.does("close")
    if gone.encode() in evening.path.read_bytes():
        evening.said.append("removed words were written again")
    hostile.unlink(missing_ok=True)


def on_a_share(evening: Evening) -> None:
    """The folder is a share that is slow, hangs for a while, or lacks a call."""
    way = evening.dice.choice(["slow", "hung", "lacking"])
    mount = evening.place / "share"
    mount.mkdir()
    orders: dict[str, Any] = {}
    if way == "slow":
        orders["delay"] = evening.dice.choice([0.005, 0.02])
    elif way == "lacking":
        call, _, number = evening.dice.choice(_LACKS).partition("=")
        orders["refuse"] = {call: number}
    with SlowShare(evening.folder, mount, **orders) as share:
        evening.at = mount
        anna = evening.person("anna")
        anna.does("begin", str(mount))
        evening.says(anna, 2)
        if way == "hung":
            share.orders(hang=["*"])
            evening.says(anna, 2)
            share.orders(hang=[])
        evening.says(anna, 1)
        anna.does("close") if evening.dice.random() < 0.7 else anna.dies()
        again = evening.person("anna")
        again.does("open", str(evening.path))
        evening.says(again, 1)
        again.does("close")
    evening.at = evening.folder


TROUBLES: tuple[Callable[[Evening], None], ...] = (names, rights, two_users, taken_away, removals, on_a_share)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run so many evenings; 1 where one of them ended with a fault, or nothing was said in all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("evenings", type=int, nargs="?", default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = parser.parse_args(arguments)
    warm_up()
    dice, counts, faults = random.Random(given.seed), Counter[str](), Counter[str]()
    missing = [
        *([f"share: {why_not()}"] if why_not() else []),
        *([] if os.geteuid() == 0 else ["two users: not root"]),
    ]
    possible = [
        one
        for one in TROUBLES
        if not (one is on_a_share and why_not()) and not (one is two_users and os.geteuid())
    ]
    begun = time.monotonic()
    for number in range(given.evenings):
        trouble = possible[number % len(possible)]
        seed = dice.randrange(10**9)
        with tempfile.TemporaryDirectory(prefix="shared-") as place:
            Path(place).chmod(0o755)
            evening = Evening(Path(place), random.Random(seed))
            try:
                trouble(evening)
                found = list(evening.faults())
            finally:
                evening.ends()
        counts[trouble.__name__] += 1
        counts["notes"] += len(evening.said)
        faults.update(kind for kind, _what in found)
        for kind, what in found:
            print(f"{trouble.__name__} (evening {number}, {seed}): {kind}: {what}")
    print(
        f"seed {given.seed}, {time.monotonic() - begun:.0f} s, did not run: {'; '.join(missing) or 'everything ran'}"
    )
    print(", ".join(f"{name} {count}" for name, count in counts.items()))
    print(
        f"LOST {faults['lost']}  DOUBLED {faults['doubled']}  OUTSIDE {faults['outside']}  RETURNED {faults['returned']}"
    )
    return int(bool(faults) or not counts["notes"])


if __name__ == "__main__":
    sys.exit(main())
