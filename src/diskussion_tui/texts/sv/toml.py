"""Swedish: what can be wrong with TOML."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.toml import Toml

WORDS = Toml(
    known=(
        ("curly quotes", 'citattecknen är typografiska (”): skriv raka (")'),
        ("hard blank", "där står ett hårt mellanslag: skriv ett vanligt"),
        ("open quote", "citattecken saknas i slutet av texten"),
        ("backslash", "omvänt snedstreck skrivs två gånger, eller inom enkla citattecken"),
        ("Cannot declare", "rubriken finns redan"),
        ("Cannot redefine", "nyckeln finns redan"),
        ("Cannot mutate", "tabellen är redan avslutad"),
        ("Cannot overwrite", "nyckeln finns redan"),
        ("Duplicate inline table key", "nyckeln finns redan"),
        ("Expected '='", "likhetstecken saknas efter nyckeln"),
        ("Expected ']", "rubrikens hakparentes är inte stängd"),
        ("Expected newline", "raden har något mer efter värdet"),
        ("Expected", "ett tecken saknas"),
        ("Found invalid character", "ett tecken hör inte dit"),
        ("Illegal character", "ett tecken är inte tillåtet"),
        ("Invalid date", "datumet finns inte"),
        ("Invalid hex", "koden efter omvänt snedstreck är fel"),
        ("Escaped character", "koden efter omvänt snedstreck är inget tecken"),
        ("Unescaped", "omvänt snedstreck ska skrivas två gånger"),
        ("Invalid initial character", "nyckeln börjar med fel tecken"),
        ("Invalid statement", "raden är varken nyckel eller rubrik"),
        ("Invalid value", "värdet är fel skrivet"),
        ("Unclosed array", "listan är inte stängd"),
        ("Unclosed inline", "tabellen är inte stängd"),
        ("Unterminated string", "ett citattecken saknas"),
        ("Exceeds the limit", "talet är för långt"),
        ("maximum recursion", "parenteserna är för djupt nästlade"),
        ("TOML inline arrays", "parenteserna är för djupt nästlade"),
        ("'utf-8' codec", "ett tecken är inte UTF-8"),
        ("crc32", "kontrollsumman stämmer inte"),
    ),
    unknown="något är fel skrivet",
)
