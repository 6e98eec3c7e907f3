"""The catalogue: which words there are. `sv.py` and `en.py` fill it, and the type checker holds them to it.

Words with a number are `Plural`s; words with a blank to fill are templates for `str.format`, with the blanks' names in the
field's docstring where they are not plain. What users wrote is only ever put into a blank, never read as a template.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plural:
    """A word in its two numbers, each with `{n}`."""

    one: str
    many: str

    def __call__(self, n: int) -> str:
        """The words for `n`."""
        return (self.one if n == 1 else self.many).format(n=n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problems:
    """What can be wrong with a workbook file, and what to write instead."""

    no_such_file: str
    not_a_file: str
    too_large: str
    not_utf8: str
    save_as_utf8: str
    unreadable: str
    check_the_name: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """What can be wrong with a session file: one sentence for each code that `store` uses."""

    not_a_file: str
    too_large: str
    unreadable: str
    damaged: str
    damaged_block: str
    no_session: str
    no_schema: str
    newer: str
    not_utf8: str
    unknown_table: str
    unknown_key: str
    bad_record: str

    def of(self, code: str, detail: str = "") -> str:
        """The sentence for a code, with the detail it has a blank for."""
        return str(getattr(self, code)).format(detail=detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The field's words that more than one place uses."""

    notes: Plural
    sessions: Plural
    draft: str
    final: str
    own_question: str
    compass: str
    background: str
    glossary: str
    reflections: str
    facilitator: str
    note_taker: str
    place: str
    participants: str
    date: str
    verdict: str
    dissent: str
    supporters: Plural
    planned_minutes: Plural
    minutes_left: Plural
    minutes_over: Plural
    expected_end: str
    file_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Every word of a language."""

    language: str
    problems: Problems
    faults: Faults
    terms: Terms
