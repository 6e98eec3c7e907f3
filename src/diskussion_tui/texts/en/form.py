"""English: a form that is filled in."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.form import FormWords

WORDS = FormWords(
    subject="A form to fill in",
    how_typed="Click in a box and type: one note a line. Save the file as {name}.pdf and send it in.",
    how_written="Write one note a line. In the box behind the line, write how many agree.",
    who="Who you are",
    name="Name of the group",
    date_like="for example 2026-11-19",
    notes="Notes",
    own="The group’s own question",
    wording="The question in the group’s own words",
    verdict="The picture",
    hands="agree",
    without_kind="Without category",
    tip_detail="{what}",
    tip_notes="{what} One note a line.",
    tip_kind="{kind}. {what} One note a line.",
    tip_wording="{what}. The question that the group wants to ask",
    tip_verdict="{what}",
    tip_option="{what} Answer: {kind}",
    hidden="Which workbook the form belongs to. Not to be filled in.",
    file_typed="form",
    file_written="for-pens",
    not_carried="A form does not carry how many agree, dissent, stars, places on the compass, conclusions and history.",
    missing="A form needs the extra “dokument”. Install the program with it: {command}",
    one_of_them="Choose one of --prefilled and --print: what is written with a pen begins blank.",
)
