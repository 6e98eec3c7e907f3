"""The words of a report that is handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Report(Words):
    """What a document says besides what the group said.

    `alternative` has `{rows}`, `fewer` has `{n}`, `replaced` has `{signs}`, `no_format` has `{given}` and
    `{formats}`, `missing`, `left_out` and `no_room_for_reason` have `{format}`, `of_discussion` has `{id}`, `no_profile` has `{given}` and `{profiles}`.
    """

    subject: str
    contents: str
    summary: str
    everything: str
    workbook: str
    by_kind: str
    by_kind_rule: str
    part: str
    no_kind: str
    total: str
    pictures: str
    most_in_parts: str
    dissents: str
    action: str
    owner: str
    due: str
    state: str
    done: str
    open: str
    table: str
    none_said: str
    alternative: str
    agree: str
    starred: str
    placed: str
    merged: Plural
    fewer: str
    hidden_name: str
    where_pages: str
    replaced: str
    attached: str
    no_format: str
    missing: str
    no_toml: str
    left_out: str
    personal: Plural
    no_days: str
    unfit: str
    no_logo: str
    no_template: str
    refused: str
    in_refuge: str
    published_because: str
    for_anybody: str
    no_room_for_reason: str
    of_discussion: str
    writing_one: str
    no_opener: str
    no_profile: str
    notes_sheet: str
    overview_sheet: str
    note_columns: tuple[str, ...]
    dots: str
    yes: str
