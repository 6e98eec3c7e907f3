"""What a run has come to: counts by name that can be added up, printed as a table and kept as JSON."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

MOMENTS = ("starting", "typing", "idle", "tidying", "closing", "second screen", "note")
"""When a program was killed; the last two are those of second writers."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that must not happen, with what it takes to look into it."""

    what: str
    seed: str
    kept: str
    details: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """Counts of one round or of many."""

    kills: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    losses: list[Loss] = field(default_factory=list)
    notices: list[Loss] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Take in the counts of another."""
        self.kills += other.kills
        self.counts += other.counts
        self.errors += other.errors
        self.losses += other.losses
        self.notices += other.notices

    @property
    def proved(self) -> int:
        """How many texts were acknowledged, and so looked for: where there were none, nothing has been shown."""
        return self.counts["texts acknowledged"] + self.counts["notes from the shell, acknowledged"]

    @property
    def holds(self) -> bool:
        """Whether the run shows that nothing is lost: something was acknowledged, none of it is gone, and no worker broke."""
        return bool(self.proved) and not self.losses and not self.counts["workers that broke"]

    def table(self, facts: dict[str, object]) -> str:
        """Return everything as rows for people, the losses last."""
        rows: list[tuple[str, object]] = [*facts.items(), ("kills", self.kills.total())]
        rows += [(f"  {moment}", self.kills[moment]) for moment in MOMENTS]
        rows += sorted(self.counts.items())
        rows += [("rounds with errors", self.errors.total())]
        rows += [(f"  {name}", count) for name, count in sorted(self.errors.items())]
        losses = len(self.losses) if self.proved else "nothing was acknowledged: this run shows nothing"
        rows += [("to look at", len(self.notices)), ("LOSSES", losses)]
        width = max(len(name) for name, _ in rows)
        lines = [f"{name:<{width}}  {value}" for name, value in rows]
        for kind, found in (("to look at", self.notices), ("LOSS", self.losses)):
            for loss in found:
                lines += ["", f"{kind}: {loss.what}   seed {loss.seed}   kept in {loss.kept or '-'}"]
                lines += [f"    {line}" for line in loss.details]
        return "\n".join(lines)

    def write(self, file: Path, facts: dict[str, object]) -> None:
        """Keep everything as JSON."""
        values = {
            **facts,
            "kills": dict(self.kills),
            "counts": dict(self.counts),
            "errors": dict(self.errors),
            "to look at": [_values(loss) for loss in self.notices],
            "losses": [_values(loss) for loss in self.losses],
        }
        file.write_text(
            json.dumps(values, ensure_ascii=False, indent=2, default=str) + "\n", encoding="utf-8"
        )


def _values(loss: Loss) -> dict[str, object]:
    return {"what": loss.what, "seed": loss.seed, "kept": loss.kept, "details": loss.details}
