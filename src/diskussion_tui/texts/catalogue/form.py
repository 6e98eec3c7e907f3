"""The words of a form that is filled in where nobody leads on a screen."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class FormWords(Words):
    """What a form says besides its workbook, and what is said as it is made.

    `tip_*` tell in the program that shows the form what belongs into a box: `{what}` is the question or the detail, `{kind}` the
    kind's label. `how_typed` has `{name}`, how the file is to be called; `missing` has `{command}`. `name` is the label of the group's own name.
    """

    subject: str
    how_typed: str
    how_written: str
    who: str
    name: str
    date_like: str
    notes: str
    own: str
    wording: str
    verdict: str
    hands: str
    without_kind: str
    tip_detail: str
    tip_notes: str
    tip_kind: str
    tip_wording: str
    tip_verdict: str
    tip_option: str
    hidden: str
    file_typed: str
    file_written: str
    not_carried: str
    missing: str
    one_of_them: str
