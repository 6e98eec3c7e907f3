"""Swedish: a list that is pasted or piped."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.pasting import Pasting

WORDS = Pasting(
    names=(
        ("bullets", "listans punkter"),
        ("signs", "listans tecken"),
        ("numbers", "numreringen"),
        ("boxes", "kryssrutorna"),
        ("quotes", "citattecken runt celler"),
        ("kinds", "tecken som valde radens kategori"),
    ),
    question=Plural("Klistra in {n} anteckning?", "Klistra in {n} anteckningar?"),
    question_of_kind=Plural(
        "Klistra in {n} anteckning i {{kind}}?", "Klistra in {n} anteckningar i {{kind}}?"
    ),
    more=Plural("… och {n} till", "… och {n} till"),
    by_line=Plural("Ja, {n} anteckning", "Ja, {n} anteckningar, en per rad"),
    joined=Plural(
        "Slå ihop brutna rader ({key_join}): {n} anteckning",
        "Slå ihop brutna rader ({key_join}): {n} anteckningar",
    ),
    as_text="Nej, lägg hela texten i skrivraden",
    hint="{key_up} {key_down} byter   {key_take} väljer   {key_close} nej",
    answer_first="Välj först: {key_up} {key_down} byter, {key_take} väljer, {key_close} är nej.",
    hint_of_kind="{key_up} {key_down} byter   {key_switch} kategori   {key_take} väljer   {key_close} nej",
    pasted=Plural("{n} anteckning inklistrad.", "{n} anteckningar inklistrade."),
    taken="Borttaget: {taken}.",
    too_much="Högst {most} tecken kan klistras in på en gång, det här är {n}. Inget är inklistrat. Dela upp texten.",
    too_much_piped="Högst {most} tecken tas emot på en gång. Inget är nedskrivet. Dela upp texten.",
    copied=Plural(
        "{n} tecken kopierat. Går det inte att klistra in: håll ned Skift och dra i stället.",
        "{n} tecken kopierade. Går det inte att klistra in: håll ned Skift och dra i stället.",
    ),
    copy_hint="Terminalen klistrar in med Ctrl+Skift+V (på Mac ⌘V), ofta också med högerklick.",
)
