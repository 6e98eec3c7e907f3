"""English: archive packages and disposal."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.archive import Archive
from diskussion_tui.texts.catalogue.base import EnglishPlural as Plural

WORDS = Archive(
    title="READ ME",
    what=(
        "This is an archive package: a discussion of a workbook, as it stood when the package was made.\n"
        "It was made with the program diskussion-tui, but nothing in it needs the program to be read."
    ),
    holds="The folder data holds:",
    how_to_check=(
        "The package follows BagIt (RFC 8493). manifest-sha256.txt has the SHA-256 of each file, tagmanifest-sha256.txt that of the manifest.\n"
        "Check it with: diskussion archive --verify PACKAGE, or unpack it and run: sha256sum -c manifest-sha256.txt"
    ),
    with_history="Withdrawn notes and earlier wordings are in diskussion.toml and in the folder original. What was purged for good is not there.",
    without_history="Withdrawn notes, earlier wordings and what was purged for good are not in it.",
    of_readme="this page",
    of_pdf="the report to read, PDF/A and PDF/UA",
    of_html="the report to read, a web page without links to elsewhere",
    of_toml="all that counts, as text (TOML, UTF-8); the program reads it back",
    of_csv="one note a row (CSV as in RFC 4180, commas, UTF-8)",
    of_xml="all that counts, as XML 1.0",
    original="the discussion's file as it lay, with its history",
    not_given="not given",
    discussion="Discussion",
    responsible="Responsible",
    notes="Notes",
    one_of_them="Give either a discussion to archive or, with --verify, a package to check.",
    lacks="{label} is not given. The package is made all the same; give it with diskussion details and make the package anew.",
    is_draft="The discussion is a draft and may change after the package is made. Finalise it first if it is done.",
    unclean=Plural(
        "{n} file holds what was purged for good and is not among the originals:",
        "{n} files hold what was purged for good and are not among the originals:",
    ),
    faults=(
        ("no_package", "is no archive package, or is damaged"),
        ("changed", "is changed or damaged"),
        ("missing", "is missing"),
        ("unlisted", "was not there when the package was made"),
        ("too_large", "is larger than any package can be"),
        ("twice", "is in the package twice, so that other programs may read another one"),
        ("link", "is a link, which leads elsewhere"),
        ("beside", "holds data beside its files that the manifest does not cover"),
        ("listed_badly", "the line in the manifest cannot be read"),
    ),
    wrong="{file} is not as it was when it was made:",
    right="The package is whole: {files} files, “{name}” with {notes}.",
    unreadable="diskussion.toml cannot be read as a discussion",
    needs_decision="Say with --decision which decision on disposal allows it. Nothing has been purged.",
    ask_first="Ask the registrar or archivist first: a public record may be disposed of only where a decision allows it. What the discussion says of it: {retention}.",
    nothing_kept="No archive package is given, so nothing is left afterwards. Make one first with diskussion archive if anything is to be kept.",
    dispose="Dispose of the whole discussion “{name}” ({notes}) by {decision}? It cannot be undone.",
    not_of_it="{file} is no whole archive package of this discussion. Nothing has been purged. Check it with diskussion archive --verify.",
    outdated="{file} is older than the discussion: something that counts now is not in it. Nothing has been purged. Make a new one with diskussion archive.",
    record_title="RECORD OF DISPOSAL",
    record_file="Disposal",
    record_ends=(
        "The discussion is purged from the folder of discussions. Backups, mail and the copies of others are beyond the program.\n"
        "The record holds nothing that was said, nor what the discussion was called."
    ),
    disposed_at="Disposed of",
    decision="Decision",
    removed_files="Files removed",
    left_files="Files left to see to",
    kept_package="Package kept",
    mark="Mark",
)
