"""A discussion in which everything happens to notes that a page has to tell of."""

from __future__ import annotations

from diskussion_tui.domain.session import changes, merging, parking
from tests.support.builders import Group


def contested() -> Group:
    """A discussion in which a note is merged of merged ones, one is parked, one is contested and one is withdrawn."""
    group = Group(name="Ekerö, bord 2")
    group.does(changes.set_details, {"participants": 7, "place": "Biblioteket", "unit": "Geriatriken"})
    group.does(changes.set_verdict, "A.1", "ja")
    group.does(changes.set_wording, "A.3", "Vad saknas?")
    fax, brush, paper = group.says("Fax bort", "Inget fax", "Papper är\ndyrt 日本", kind="bort")
    (own,) = group.says("En egen fråga besvaras", question="A.3")
    (whole,) = group.says("Allt hänger ihop", question="E.allt")
    (away,) = group.says("Till nästa gång", kind="nytt")
    (gone,) = group.says("Ångrad")
    group.does(changes.support, fax, 4)
    group.does(changes.toggle_star, brush)
    group.does(changes.word_dissent, paper, "Någon vill ha det kvar")
    group.does(changes.toggle_dissent, own)
    group.does(changes.support, whole, 2)
    first = group.does(merging.merge, group.ids(), [fax, brush])
    assert first
    merged = next(one.id for one in first.versions if getattr(one, "sources", ()))
    group.does(merging.merge, group.ids(), [merged, paper])
    group.does(parking.park, away)
    group.does(changes.withdraw, gone)
    made = changes.add_notes(
        group.session, group.stamp(), group.ids(), "A.2", ["Från ett bord"], "nytt", group="3"
    )
    group._taken(made)
    return group
