"""How documents look: colours, font, logo, what stands on top. One value for every format; an organisation may have its own.

The colours of the kinds are those of the light screen. Whatever is written in one of them can be read on white, and whatever is
written on a shade of heat on that: a test computes both, for an organisation's own the check of its file does.
"""

from __future__ import annotations

from diskussion_tui.base.colours import READABLE, contrast, ink_on, mixed
from diskussion_tui.base.value import dataclass

PAPER, _BLACK = "#ffffff", "#000000"
STEPS = (0.0, 0.12, 0.3, 0.6, 1.0)
"""How much of the colour of heat each shade has; the first is none."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the head of a document: its bytes, `png` or `svg`, and what it shows in words."""

    data: bytes
    kind: str
    said: str


@dataclass(frozen=True, slots=True)
class Look:
    """`kinds` are the colours of the kinds, by role; `fonts` are files of the `font` where it is not ours; `cover` stands on top.

    `word` is a Word template, whose styles are used where they have the names of Word's own.
    """

    kinds: tuple[str, ...] = ("#a6401a", "#0a5aa0", "#1f6e34", "#6a4a8c")
    ink: str = "#1b2430"
    quiet: str = "#5a6572"
    line: str = "#d9d5ca"
    heat: str = "#0a5aa0"
    font: str = "Inter"
    fonts: tuple[str, ...] = ()
    cover: str = ""
    logo: Logo | None = None
    word: bytes = b""

    def role(self, number: int) -> str:
        """The colour of a kind; that of what is passed over for those of no kind and beyond the last."""
        return self.kinds[number] if 0 <= number < len(self.kinds) else self.quiet

    def shade(self, step: int) -> str:
        """The ground of a cell of heat, from 0 to 4."""
        return mixed(PAPER, self.heat, STEPS[step])

    def on_shade(self, step: int) -> str:
        """The ink that is read on that ground: its own where it can be, else black or white, one of which always can."""
        ground = self.shade(step)
        return self.ink if contrast(self.ink, ground) >= READABLE else ink_on(ground, _BLACK, PAPER)


OURS = Look()
