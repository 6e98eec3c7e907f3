"""Swedish: what can be wrong with a session file."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.faults import Faults
from diskussion_tui.texts.sv.toml import WORDS as TOML

WORDS = Faults(
    toml=TOML,
    not_a_file="Det är ingen vanlig fil.",
    too_large="Filen är för stor för att vara en diskussion.",
    removed="Diskussionen är rensad för gott, men filen har kommit tillbaka.",
    linked="Filen är en länk, eller har ett namn till på en annan plats. Den öppnas inte.",
    too_many="Filen har fler stycken än någon diskussion.",
    too_deep="Ett stycke har för många klamrar eller punkter i varandra och lästes inte.",
    unreadable="Filen går inte att läsa. Kontrollera rättigheterna.",
    unread="läses …",
    damaged="Filens början är skadad. Öppna den för att se vad som går att rädda.",
    damaged_block="Ett stycke är skadat och kunde inte läsas: {detail}",
    no_session="Filen är ingen diskussion.",
    no_schema="Filen saknar formatversion och är troligen ingen diskussion.",
    newer="Av en senare version av programmet, kan bara läsas.",
    not_utf8="Filen är inte sparad som UTF-8.",
    another_session="Härifrån är det en annan diskussion: {detail}. Flytta den till en egen fil.",
    unknown_table="Okänt stycke: {detail}",
    unknown_key="Okänd nyckel: {detail}",
    bad_record="Ett stycke har fel innehåll: {detail}",
    journal_shut="Någon annans journal går inte att läsa: {detail}. Det som sagts där sedan den filen skrevs syns inte här.",
    do_removed="Ta bort filen med diskussion purge. Har någon annan rensat den och du vill ha den kvar: diskussion purge --keep.",
    do_linked="Ta bort den, om ingen vet varför den finns.",
    do_journal_shut="Be den som har diskussionen öppen att stänga den. Delar ni mappen ska den vara gruppens (chmod g+ws).",
    more_faults="… och {detail} fel till.",
    do_not_a_file="Flytta den ur mappen, eller ge den ett namn som inte slutar på .toml.",
    do_too_large="Flytta den ur mappen, eller ta bort det i den som inte hör till diskussionen.",
    do_too_many="Flytta den ur mappen, eller ta bort det i den som inte hör till diskussionen.",
    do_too_deep="Ta bort raden i en textredigerare och öppna filen igen.",
    do_damaged_block="Rätta stycket i en textredigerare och öppna filen igen.",
    do_no_session="Hör filen inte hit, flytta den ur mappen. Annars behövs en tidigare kopia av den.",
    do_no_schema="Är det en diskussion, skriv samma första rad som i de andra filerna: schema_version och en siffra.",
    do_not_utf8="Öppna den i en textredigerare och spara den som UTF-8.",
    do_unknown_table="Rätta namnet inom klamrarna om det är felskrivet.",
    do_unknown_key="Rätta nyckeln om den är felskriven, annars ta bort raden.",
    do_bad_record="Jämför med ett stycke av samma slag i en annan fil, och rätta det i en textredigerare.",
)
