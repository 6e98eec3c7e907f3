"""The three themes: dark, light, and a projector's black and white. The colours of the kinds on light are those of documents.

The first of them is a little redder here: with 256 colours that of documents became an orange that the chosen row nearly hid.

There is no colour outside this module and `base/look.py`.
The pairs of ink and ground were computed against WCAG 2.2 (text at least 4.5 to 1); a test computes them again. What a
tone means is in `widgets/inked.py`; here are only the inks. Text and the chosen row are so near to grey that a terminal of 256
colours, which is given the nearest of its own, shows them grey: a trace of blue became navy there.
"""

from __future__ import annotations

from dataclasses import replace

from textual.theme import Theme

from diskussion_tui.base.look import OURS

DARK, LIGHT, PROJECTOR = "dark", "light", "projector"
THEMES = (DARK, LIGHT, PROJECTOR)


def _theme(name: str, *, dark: bool, ground: str, ink: str, muted: str, row: str, **inks: str) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=inks["accent"],
        secondary=inks["accent"],
        accent=inks["accent"],
        foreground=ink,
        background=ground,
        surface=ground,
        panel=ground,
        warning=inks["warning"],
        error=inks["warning"],
        success=inks["fresh"],
        variables={"ink": ink, "ground": ground, "muted": muted, "row": row, **inks},
    )


def themes(*, few: bool = False) -> tuple[Theme, ...]:
    """Every theme, the first being the one that the program starts in; for a terminal that has `few` colours, sixteen.

    There the nearest grey to a chosen row is so light that calm text is lost on it: ▸ marks the row by itself.
    """
    return tuple(map(_on_one_ground, _THEMES)) if few else _THEMES


def _on_one_ground(theme: Theme) -> Theme:
    return replace(theme, variables={**theme.variables, "row": theme.variables["ground"]})


_THEMES: tuple[Theme, ...] = (
    _theme(
        DARK,
        dark=True,
        ground="#0f151b",
        ink="#eaecee",
        muted="#8a98a6",
        row="#262d33",
        accent="#7cc4ff",
        warm="#f0a07a",
        cool="#7cc4ff",
        fresh="#8fd694",
        bright="#f2c572",
        warning="#f2c572",
    ),
    _theme(
        LIGHT,
        dark=False,
        ground="#fbfaf6",
        ink="#1f2429",
        muted="#5d6875",
        row="#e6e9ec",
        accent=OURS.heat,
        warm="#a62f1a",
        cool=OURS.kinds[1],
        fresh=OURS.kinds[2],
        bright="#8a5a00",
        warning="#8a5a00",
    ),
    _theme(
        PROJECTOR,
        dark=False,
        ground="#ffffff",
        ink="#000000",
        muted="#3a3a3a",
        row="#d6d6d6",
        accent="#000000",
        warm="#000000",
        cool="#000000",
        fresh="#000000",
        bright="#000000",
        warning="#000000",
    ),
)
