"""Swedish: what opens over a screen."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.dialogs import Dialogs

WORDS = Dialogs(
    yes="Ja",
    no="Nej",
    close_hint="{key_close} stänger",
    scroll_hint="{key_up} {key_down} bläddrar",
    choose_hint="{key_up} {key_down} väljer   {key_take} tar   {key_close} stänger",
    ask_hint="{key_switch} byter   {key_take} tar   {key_close} nej",
    form_hint_one="{key_take} klar   {key_close} avbryter",
    form_hint="{key_take} nästa   {key_done} klar   {key_close} avbryter",
    filter="Skriv för att söka",
    nothing_matches="Inget stämmer.",
    name="Namn",
    name_missing="Skriv ett namn.",
    details_title="Uppgifter om diskussionen",
    number_wrong="Skriv ett antal med siffror, 0–9999.",
    jump_title="Gå till",
    move_title="Flytta till",
    bin_title="Papperskorg",
    versions_title="Anteckningens versioner",
    palette_title="Alla kommandon",
    help_title="Hjälp",
    help_writing="Skriv det som sägs och tryck {key_save_note}, så är det sparat.",
    help_kinds="Slagen, med tangenten som väljer dem i en tom skrivrad:",
    help_notes="Tecknen: ● håller med, ★ stjärna, ! avvikande mening, ⌖ plats på kompassen.",
    help_walk="Namn på personer upptäcks inte: skriv inga personuppgifter.",
    help_home="Allt sparas i en fil per diskussion, i klartext.",
    cues_title="Stöd för samtalsledaren",
    finish_question="Fastställa diskussionen?",
    finish_explained="Då ändras inget mer av misstag. Den går att öppna igen.",
    problems_title="Fel i arbetshäftet",
    problems_explained="Rätta filen och starta igen. diskussion check visar samma lista.",
    faults_title="Det här gick inte att läsa",
    faults_explained="Allt annat är med. Originalfilen läggs undan i mappen .live innan filen skrivs om.",
    error_title="Något gick fel i programmet",
    error_explained="Det du har sparat finns kvar i filen. Felet:",
    unheard="Något som terminalen skickade gick inte att läsa och kom inte med. Titta efter om något saknas. Felet: {error}",
)
