"""Swedish: filters."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.filtering import Filtering

WORDS = Filtering(
    title="Visa bara några av anteckningarna",
    hint="Tangenten i kanten eller {key_take} väljer   {key_close} avbryter",
    on="Filter: {name} · {shown} av {all} · {key_filter} visar alla",
    none_here="Inget i filtret.",
    nothing="Här finns inget att filtrera på ännu.",
    not_here="Filter fungerar bara där det går att anteckna.",
    kind="{value}",
    star="★ med stjärna",
    dissent="! med avvikande mening",
    no_hands="ingen håller med ännu",
    tag="#{value}",
    owner="@{value}",
    table="bord: {value}",
    no_table="inget bord",
    cell="⌖ {value}",
    no_cell="⌖ inte placerade",
    off="Alla anteckningar visas.",
)
