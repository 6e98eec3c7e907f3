"""English: what can be wrong with TOML."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.toml import Toml

WORDS = Toml(
    known=(
        ("curly quotes", 'the quotes are curly (”): write straight ones (")'),
        ("hard blank", "there is a hard blank: write an ordinary one"),
        ("open quote", "a quote is missing at the end of the text"),
        ("backslash", "a backslash is written twice, or within single quotes"),
        ("Cannot declare", "the heading is there already"),
        ("Cannot redefine", "the key is there already"),
        ("Cannot mutate", "the table is closed already"),
        ("Cannot overwrite", "the key is there already"),
        ("Duplicate inline table key", "the key is there already"),
        ("Expected '='", "the equals sign after the key is missing"),
        ("Expected ']", "the bracket of the heading is not closed"),
        ("Expected newline", "there is more on the line after the value"),
        ("Expected", "a character is missing"),
        ("Found invalid character", "a character does not belong there"),
        ("Illegal character", "a character is not allowed"),
        ("Invalid date", "there is no such date"),
        ("Invalid hex", "the code after the backslash is wrong"),
        ("Escaped character", "the code after the backslash is no character"),
        ("Unescaped", "a backslash must be written twice"),
        ("Invalid initial character", "the key begins with a wrong character"),
        ("Invalid statement", "the line is neither a key nor a heading"),
        ("Invalid value", "the value is not written as it should be"),
        ("Unclosed array", "the list is not closed"),
        ("Unclosed inline", "the table is not closed"),
        ("Unterminated string", "a quotation mark is missing"),
        ("Exceeds the limit", "the number is too long"),
        ("maximum recursion", "the brackets are nested too deeply"),
        ("TOML inline arrays", "the brackets are nested too deeply"),
        ("'utf-8' codec", "a character is not UTF-8"),
        ("crc32", "the checksum does not match"),
    ),
    unknown="something is not written as it should be",
)
