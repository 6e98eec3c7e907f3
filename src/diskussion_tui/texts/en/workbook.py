"""English: making a workbook, and what a draft asks its writer to decide."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import EnglishPlural as Plural
from diskussion_tui.texts.catalogue.workbook import Deciding, WorkbookWords

_DECIDING = Deciding(
    title="Is this the title, and the line under it right?",
    no_title="The guide has no clear title. Write one.",
    short_title="The title is cut for the top line of the screen. Write one of your own, at most 30 characters.",
    kinds="The categories come from the brackets in the questions. Write what each of them means (meaning), and see that sign, key and colour fit.",
    no_kinds="The guide names no categories; these are suggestions. Which do you want to gather the answers in?",
    minutes="Minutes that the guide does not tell are assumed. Change them at each step, and write the sum here.",
    no_opening="The guide has no points to begin with; these are suggestions.",
    loose="Some of this was running text and has become points. Are they points, or should they go?",
    no_compass="The guide has no compass; this one is a suggestion. Which places can a note be about?",
    cells="A table in the guide has been flattened into one list, and what stood twice stands once. Part it: a [[compass.areas]] for each heading, with its forms under it.",
    compass_points="The points are areas of the compass, and the points under them their forms. Is that so?",
    branches="Is there anything that cuts across the areas? Write it here, or leave the list empty.",
    cells_area="From the guide",
    no_sections="The guide has no questions that can be recognised. This part is a suggestion.",
    heading="Is this a heading? It was only recognised by being short.",
    no_picture="The part has no picture: neither lead nor points. Write what the group is to consider.",
    question="Is this a question to the group? It is not written as one in the guide.",
    open_question='The question is open. "kinds" gathers the answers in the categories. If it should get a verdict instead, write "verdict".',
    no_reflections="The guide has no look back; this one has a field for each part and one for the whole.",
    reflections="The look back has a field for each part and one for the whole. Are those the fields you want?",
    thanks="The first sentence of the thanks is the guide’s. The rest was about the paper, and stands last in the file.",
    background="Headings without questions have become background. If one of them should be a part, give it questions.",
    provenance='Whose text is this, and may you use it? If it should be said, write it here: provenance = "…". It stands on the first page.',
    mended="Words that were broken in the guide have been put right: {words}. Look them over.",
    left_out="The lines here came again in several places and are left out. Does any of them belong somewhere?",
    unplaced="The lines here found no place in the workbook. Move them in, or remove them.",
)

WORDS = WorkbookWords(
    deciding=_DECIDING,
    mark="TO DECIDE",
    drafted_from="A draft from {file}. Search for TO DECIDE ({n} places): change what is needed and remove the line. Then run diskussion workbook check on the file.",
    help_action="what to do, followed by the file; without more the workbooks that ship are listed",
    word_source="SOURCE",
    help_from="new: make a draft from a Word document, a PDF, Markdown or plain text",
    no_such_action="“{given}” cannot be done with a workbook. Choose {actions}.",
    which_file="Say which file to write, for example: diskussion workbook new workbook.toml",
    is_there="The file {file} is there already and has not been touched. Choose another name.",
    no_folder="The folder {folder} does not exist. Nothing has been written. Make it, or choose another.",
    begun="{file} is written. Change it, and run: diskussion workbook check {file} --watch",
    only_with="{option} belongs to diskussion workbook {action}. Nothing has been done.",
    missing='Reading a PDF needs the extra dokument: pip install "diskussion-tui[dokument]". Nothing has been written.',
    no_source="The guide {file} does not exist. Nothing has been written. Check the path.",
    not_read="The guide {file} cannot be read: {why}. Nothing has been written.",
    no_words="The guide {file} has no text to make a workbook of. Nothing has been written.",
    decisions=Plural(
        "{n} thing is left to decide: search for TO DECIDE in the file.",
        "{n} things are left to decide: search for TO DECIDE in the file.",
    ),
    whys=(
        ("broken", "the file is damaged"),
        ("truncated", "the file is cut off, its end is missing"),
        ("locked", "it is locked with a password"),
        ("scanned", "its pages are pictures without text; it must be read by text recognition first"),
        ("too_large", "it is too large"),
        ("too_heavy", "it took too long or too much memory"),
        ("not_pdf", "it is called a PDF but is none"),
        ("unknown", "what is read is Word (.docx), PDF, Markdown and plain text (.txt)"),
        ("letters", "its letters cannot be made out; save it again as UTF-8"),
    ),
    minutes=Plural("{n} minute", "{n} minutes"),
)
