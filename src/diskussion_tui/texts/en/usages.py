"""English: the commands of the shell."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.usages import Usage, Usages

WORDS = Usages(
    home=Usage(
        usage="[COMMAND]",
        summary="lead a group through a workbook in the terminal, and keep everything that is said",
        details=(
            "Without a command the first screen opens, with past discussions. "
            "More about a command: diskussion COMMAND --help"
        ),
    ),
    start=Usage(
        usage="start NAME [--line]",
        summary="open the discussion of that name, or begin a new one",
        details=(
            "Opens today's discussion of that name. If there is none from today, it opens an earlier draft of the same "
            "name, if there is exactly one. Otherwise a new discussion begins."
        ),
    ),
    line=Usage(
        usage="line [DISCUSSION]",
        summary="lead a discussion line by line, for screen readers and plain terminals",
        details=(
            "The whole evening at one line: what is typed becomes a note, and commands begin with a full stop. Nothing is drawn, so that screen "
            "readers, braille displays and slow lines can follow. Without DISCUSSION the latest are read out to choose from, or a new name is typed."
        ),
    ),
    new=Usage(
        usage="new NAME [--date DAY] [--unit TEXT] …",
        summary="create a discussion without opening it",
        details="Prints the path of the new file. Details that are known already can be given at once.",
    ),
    list=Usage(
        usage="list [--json]",
        summary="list past discussions, one a line",
        details=(
            "Newest first: date, name, sections with notes, notes of each kind, number, state, unit and registry number. "
            "A file that cannot be read is listed too and says why."
        ),
    ),
    find=Usage(
        usage="find QUERY [--json|--csv-excel|--count] [--by WHAT] …",
        summary="search all notes of all discussions",
        details=(
            'The same language as on the first screen: words, "word for word", a OR b, -not, part:B, kind:-, support:>3 …\n'
            "Write the query within '…', so that the shell leaves it alone. The exit code is 1 when nothing is found."
        ),
    ),
    index=Usage(
        usage="index [--status|--rebuild]",
        summary="how it stands with the index of the discussions",
        details=(
            "The index makes the list and the search quick where there are many discussions. It lies in your cache folder,\n"
            "can be deleted at any time, and is made anew by itself."
        ),
    ),
    show=Usage(
        usage="show [DISCUSSION] [--notes] [--json]",
        summary="print a discussion, or the blank workbook",
        details="Prints the whole workbook with the group's answers in their places. Without DISCUSSION it is blank.",
    ),
    report=Usage(
        usage="report DISCUSSION [--to pdf,docx,…] [--all]",
        summary="write a report to hand out: PDF, Word, Excel, HTML, Markdown, text, CSV, JSON or TOML",
        details=(
            "The files are put beside the discussion, or into the folder after --out, and each file's path is printed. Without --to it is "
            "a PDF. The profile publicera leaves out names and says “fewer than 5” of few people. What was withdrawn or worded "
            "otherwise is never in it; in the profile internt the discussion's own file lies within the PDF, and with --history it has that too."
        ),
    ),
    details=Usage(
        usage="details DISCUSSION [--unit TEXT] …",
        summary="show or set the details of a discussion",
        details=(
            'Without options the details are shown. An empty value, "", takes a detail away. Registry number, information '
            "class and retention can be set in a final discussion too."
        ),
    ),
    form=Usage(
        usage="form [--prefilled DISCUSSION] [--print]",
        summary="make a form of the workbook: a PDF to fill in, or to write on",
        details=(
            "The file goes into the folder of the discussions, or into the one after --out, and its path is printed. "
            "When forms come back, diskussion import reads them in."
        ),
    ),
    import_=Usage(
        usage="import FILE|FOLDER … [--both] [--json]",
        summary="read in forms that were filled in, reports and tables as discussions",
        details=(
            "Reads PDF (forms, and reports with the discussion’s file in them), TOML, JSON, CSV, Excel, Markdown and Word. Every "
            "file gets one verdict with its reason. The file is kept as it came in the folder original, with its SHA-256. The same "
            "file twice makes one discussion. Interrupted, the command can be run again: what is imported is here already."
        ),
    ),
    key_in=Usage(
        usage="key-in [FILE …]",
        summary="type in a form that came back on paper",
        details=(
            "Asks first who, where and when, and then goes box after box in the order of the paper: a note a line, and Enter on "
            "an empty line goes on. FILE is the scanned paper. It is kept as it is in the folder original, with its SHA-256. "
            "Interrupted, the command can be run again: it goes on where it was."
        ),
    ),
    history=Usage(
        usage="history DISCUSSION [--note ID] [--json]",
        summary="tell what has happened in a discussion, change by change",
        details=(
            "Oldest first: when, who and what was done. A rewording is shown with the words before and after. "
            "The line about a note ends with the end of its id, which --note takes."
        ),
    ),
    note=Usage(
        usage="note DISCUSSION -q QUESTION [-k KIND] [--mask] [TEXT …]",
        summary="add notes to a discussion",
        details=(
            "TEXT becomes one note. Without TEXT standard input is read, and every line becomes a note without any "
            "leading bullet or number. Prints the id of each note. Put -- before a text that starts with a dash."
        ),
    ),
    place=Usage(
        usage="place DISCUSSION ID PLACE … [--remove]",
        summary="place a note on the compass, or take it off",
        details=(
            "ID is the beginning or end of the note's id, as in diskussion history. "
            "Put names with blanks in quotation marks. The same form in two areas is two places: "
            "then give the id, such as akut/Akutsjukhus. Prints where the note stands."
        ),
    ),
    compass=Usage(
        usage="compass [DISCUSSION] [--json]",
        summary="show the compass, with the number of notes in each place",
        details="A row for each place, with the signs of its notes. Without DISCUSSION the compass is blank. The places' ids are in --json.",
    ),
    mark=Usage(
        usage="mark DISCUSSION ID [--hands NUMBER] [--dissent TEXT]",
        summary="set how many agree, dissent and star",
        details="What is not named stays as it was.",
    ),
    rank=Usage(
        usage="rank DISCUSSION SECTION [--dots NUMBER] [--give ID=NUMBER …]",
        summary="show how a section is prioritised, or count a round",
        details=(
            "Without options every round of the section is shown, the latest first. The end of each note's id stands last on "
            "the line and can be used in --give."
        ),
    ),
    merge=Usage(
        usage="merge DISCUSSION ID ID … [OPTION …]",
        summary="merge notes into one",
        details=(
            "The originals stay under the merged note, and split takes it apart again. "
            "Kinds are kept apart: of several kinds comes one note a kind. Prints the ids of what came of it."
        ),
    ),
    split=Usage(
        usage="split DISCUSSION ID",
        summary="split a merged note",
        details="Each becomes what it was. Prints their ids.",
    ),
    similar=Usage(
        usage="similar DISCUSSION TEXT …",
        summary="show notes that are like a text",
        details=(
            "The most alike first: the end of its id, the question and the text, and “opposite?” where it seems to say "
            "the contrary. The exit code is 1 where nothing is alike."
        ),
    ),
    compile=Usage(
        usage="compile NAME [SEARCH …] [--publish] [--json|--csv|--tsv]",
        summary="make a compilation of the discussions, or count one anew, and show it",
        details=(
            "It is kept in the folder sammanstallning beside the discussions, which are not changed. Without a search it counts what "
            "it was made for, the first time all discussions. A word that begins with a hyphen goes after --."
        ),
    ),
    verify=Usage(
        usage="verify NAME [--json]",
        summary="count a compilation anew from the files and say whether all is the same",
        details="Else it says which files and which numbers have moved. The code is 0 where all is the same, else 1. It writes nothing.",
    ),
    code=Usage(
        usage="code NAME [--suggest|--set NOTE THEME|--themes|…]",
        summary="code the notes of a compilation, see suggestions, take in or give out a code book and decisions",
        details=(
            "Decisions are kept in the compilation's folder, in a file of its own for each coder: beslut.CODER.toml. "
            "No discussion is changed. A colleague's decisions are taken in by putting their file there, or with --import. "
            "Without more it says how much is coded."
        ),
    ),
    agree=Usage(
        usage="agree NAME [CODER …] [--json]",
        summary="show how far the coders agree",
        details=(
            "For each theme and in all: the share that agrees, Cohen's kappa for two coders, Krippendorff's alpha for any number, "
            "with an interval of 95 %, and which notes were coded differently. The code is 1 where there are any."
        ),
    ),
    workbook=Usage(
        usage="workbook [new FILE | check [FILE …] | preview [FILE]]",
        summary="make a workbook: begin, check, see what it will look like",
        details=(
            "new writes a start to change, with explanations, or with --from a draft from a guide, in which all that is uncertain is "
            "marked TO DECIDE. check says what is wrong and what to write instead. preview shows every step as on the screen and on the wall. "
            "No file is written over. Without more the workbooks that ship are listed: choose one by name, as in --content biblioteket."
        ),
    ),
    check=Usage(
        usage="check [FILE …] [--watch | --json]",
        summary="check a workbook",
        details=(
            "Prints each problem on one line: file, line, key, what is wrong and what to write instead. "
            "Without FILE the workbook in use is checked."
        ),
    ),
    doctor=Usage(
        usage="doctor [FOLDER] [--repair] [--json]",
        summary="check the folder of the discussions, and fix it",
        details=(
            "Goes through every file, journal and lock and says what is wrong and what it would do about it. "
            "Nothing is changed without --repair, and nothing is lost with it. Without FOLDER it is the one in use."
        ),
    ),
    archive=Usage(
        usage="archive DISCUSSION [--history] | --verify PACKAGE",
        summary="make an archive package of a discussion, or check one",
        details=(
            "The package is a zip as BagIt has it, with the report as PDF/A, the discussion as TOML and XML, its notes as CSV, a manifest "
            "with SHA-256 and a LASMIG.txt in Swedish. What was withdrawn or worded otherwise is in it only with --history, what was purged "
            "for good never. With --verify the SHA-256 of each file is printed, and whatever is not as it was packed is told."
        ),
    ),
    dispose=Usage(
        usage="dispose DISCUSSION --decision TEXT …",
        summary="dispose of a discussion as a decision allows, with a record",
        details=(
            "As diskussion purge of a whole discussion, but with a record that says when, by which decision and what is kept. The record "
            "has nothing of what was said. With --archive PACKAGE it is made sure that the package is whole and has all that counts. "
            "Ask the registrar or archivist first."
        ),
    ),
    purge=Usage(
        usage="purge DISCUSSION [--note ID|--names|--others|--keep] …",
        summary="purge a note or a whole discussion for good",
        details=(
            "For personal data and whatever else must not be kept. The words go from the file, its history, journals, "
            "other files of the discussion and copies that were set aside. It cannot be undone. "
            "An official document may need a decision before it is destroyed: ask the registrar first. "
            "Without --note the whole discussion is purged."
        ),
    ),
    personal=Usage(
        usage="personal [DISCUSSION|FOLDER] [--note ID] [--mask] [--json]",
        summary="look for personal data in past discussions",
        details=(
            "Identity and coordination numbers, phone numbers, e-mail addresses and record numbers, one place a line: "
            "file, question, the note's id, what it is, and the text masked. The numbers themselves are never printed. "
            "Names of people are not found. Without DISCUSSION it is the whole folder. The exit code is 1 where something was found."
        ),
    ),
    conclude=Usage(
        usage="conclude DISCUSSION --conclusion|--action|--message TEXT",
        summary="write a conclusion, an action or a message in a discussion",
        details=(
            "Prints its id. An action's owner (@name) and last day (by 1 December) are read from the words, unless "
            "--owner and --due say otherwise. Without --section it is about the whole."
        ),
    ),
    actions=Usage(
        usage="actions [FOLDER] [--owner NAME] [--done ACTION] [--csv | …]",
        summary="follow up the actions of all discussions",
        details=(
            "One a row, the overdue ones first: last day, owner, discussion and action. "
            "Where an action was taken along to a later discussion, what stands there counts."
        ),
    ),
    park=Usage(
        usage="park DISCUSSION ID [--back]",
        summary="park a note, or take it back",
        details="A parked note stands in a list of its own and is no answer to its question meanwhile.",
    ),
    plan=Usage(
        usage="plan DISCUSSION [--minutes STEP=MINUTES] [--ends TIME] …",
        summary="show or change the run of show",
        details=(
            "A row a step or break: id, heading, planned minutes, what they now become, used minutes and what happens when time is short. "
            "What shrinks gives first when time is short, then what may go is left out. Without options nothing changes."
        ),
    ),
    practise=Usage(
        usage="practise [--line]",
        summary="practise on a made-up example, nothing is kept",
    ),
    handbok=Usage(
        usage="handbok [--print-path]",
        summary="open the handbook in the browser",
        details=(
            "All pages, with a search, as they were when the program was built; they are in Swedish. They lie on this "
            "computer: nothing is fetched from the net. Prints where they lie. The command is called handbook too."
        ),
    ),
    storbild=Usage(
        usage="storbild [DISCUSSION]",
        summary="show the discussion to the room in a window of its own, on the projector",
        details=(
            "Follows the discussion by itself: the same step as on the laptop that leads, without line, cues or warnings. "
            "Writes nothing. Without DISCUSSION it is the one being led just now, and where none is the window waits. "
            "Larger text: Ctrl and plus. Full screen: F11 in most terminals. `diskussion wall` is the same command."
        ),
    ),
    settings=Usage(
        usage="settings [check | path | open | set NAME VALUE] [--json]",
        summary="show, check or change the settings of the program",
        details=(
            'Without more, all settings are shown, where they come from and what they do. An empty value, "", takes a setting '
            "out. open opens the file in the editor that EDITOR names."
        ),
    ),
    completion=Usage(
        usage="completion bash|zsh|fish|powershell",
        summary="print a script that completes commands",
        details=(
            "Put one of these lines in the shell's startup file:\n"
            "  bash        source <(diskussion completion bash)\n"
            "  zsh         source <(diskussion completion zsh)\n"
            "  fish        diskussion completion fish | source\n"
            "  powershell  diskussion completion powershell | Out-String | Invoke-Expression"
        ),
    ),
    compare=Usage(
        usage="compare DISCUSSION … [--group QUERY] [--all] [--json]",
        summary="compare discussions question by question",
        details="What several may say, what only one says, counts, verdicts and hands. Likeness is a suggestion from the words. With --group groups are compared, such as --group place:Solna --group place:Kista; of each list the rows most agree with are shown, and with --all every row. Nothing is changed.",
    ),
    read=Usage(
        usage="read DISCUSSION [NOTE] [--json]",
        summary="read a discussion as plain text, or one note with its history",
        details="For screen readers and for pipes: only what was said, and every sign told in words. show prints the whole workbook for paper.",
    ),
    merge_tables=Usage(
        usage="merge-tables DISCUSSION DISCUSSION … -o NAME",
        summary="unite the discussions of tables into a new one",
        details="Each note keeps its table, or gets that of its discussion’s name. The same discussion twice changes nothing. Verdicts that differ are not set but told. What any table has purged is left out. The tables themselves are not changed.",
    ),
)
