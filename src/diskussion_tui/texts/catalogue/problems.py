"""The words for what can be wrong with a workbook file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.toml import Toml


class Problems(Words):
    """What can be wrong with a workbook file, and what to write instead."""

    no_such_file: str
    not_a_file: str
    too_large: str
    not_utf8: str
    save_as_utf8: str
    unreadable: str
    check_the_name: str
    toml: Toml
    not_toml: str
    too_nested: str
    see_toml: str
    schema: str
    schema_write: str
    unknown_key: str
    did_you_mean: str
    known_keys: str
    missing: str
    missing_write: str
    not_one_of: str
    one_of: str
    wrong_type: str
    a_text: str
    a_number: str
    a_list: str
    a_table: str
    another_value: str
    duplicate_id: str
    another_id: str
    no_kinds: str
    no_kinds_write: str
    kind_key: str
    kind_key_write: str
    keys_collide: str
    kind_sign: str
    kind_sign_write: str
    no_sections: str
    no_sections_write: str
    no_questions: str
    no_questions_write: str
    no_wording: str
    no_wording_write: str
    no_verdicts: str
    no_verdicts_write: str
    foreign_id: str
    foreign_id_write: str
    misplaced_reflection: str
    misplaced_reflection_write: str
    no_such_section: str
    negative_minutes: str
    negative_minutes_write: str
    minutes_differ: str
    minutes_write: str
    too_long: str
    too_long_write: str
    more: str
