"""English: discussions held side by side."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.comparing import Comparing

WORDS = Comparing(
    title="Comparison",
    with_which="Compare “{name}” with which?",
    marked=Plural("{n} marked", "{n} marked"),
    overview="Overview",
    question_of="question {n} of {of}",
    several="Several may say the same",
    only="Only here",
    only_of="Only {name}",
    contrast="alike, but may say the opposite",
    nothing="nothing said",
    hands="{hands} agree",
    per_participant="{hands} per participant",
    shared=Plural("{n} thing that several may say", "{n} things that several may say"),
    rule="Notes in force count, a merged one once. Likeness is a suggestion from the words. Hands are added up within a column only.",
    not_one_workbook="They belong to different workbooks: questions with one number may be different questions.",
    versions="two files of one discussion",
    no_difference="Nothing differs between them.",
    differences=Plural("{n} note differs", "{n} notes differ"),
    only_before="only in {name}",
    hands_changed="hands: {before} → {after}",
    moved="question: {before} → {after}",
    kind_changed="kind: {before} → {after}",
    objection="dissenting opinion",
    star="star",
    nothing_to_compare="There is nothing to compare: none of them has a note in force.",
    find_prompt="Find in the comparison",
    different_workbooks="The discussions belong to different workbooks: {ids}. Only tables that answered the same questions can be united. Nothing was written.",
    word_sessions="DISCUSSION …",
    word_read="DISCUSSION [NOTE]",
    help_sessions="two to six discussions, each name in quotation marks; two files of one discussion are compared word by word",
    help_tables="the discussions of the tables, each name in quotation marks",
    help_read="the name of the discussion in quotation marks, and the end of a note’s id for that one alone",
    help_group="a group of discussions, those that the search finds; may be given several times",
    help_united="what the new discussion is to be called",
    two_needed='At least two are needed. Write each name in quotation marks, such as "Ekerö" "Järva".',
    six_at_most="No more than six can be compared at once. Choose fewer, or gather them in groups with --group.",
    quote_names="Write the name of the discussion in quotation marks, and after it at most one note.",
    united_unnamed="What is the new discussion to be called? Write -o and a name. Nothing was written.",
    verdicts_differ="The tables gave different verdicts. None is set on those questions:",
)
