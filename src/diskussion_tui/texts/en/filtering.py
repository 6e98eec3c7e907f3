"""English: filters."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.filtering import Filtering

WORDS = Filtering(
    title="Show only some of the notes",
    hint="The key at the edge or {key_take} chooses   {key_close} cancels",
    on="Filter: {name} · {shown} of {all} · {key_filter} shows all",
    none_here="Nothing in the filter.",
    nothing="There is nothing to filter by here yet.",
    not_here="Filters work only where you can take notes.",
    kind="{value}",
    star="★ starred",
    dissent="! with dissent",
    no_hands="nobody agrees yet",
    tag="#{value}",
    owner="@{value}",
    table="table: {value}",
    no_table="no table",
    cell="⌖ {value}",
    no_cell="⌖ not placed",
    off="All notes are shown.",
)
