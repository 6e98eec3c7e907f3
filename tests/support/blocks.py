"""A document with every sort of block, each as it is and at the ends of what it can be: empty, long, deep, wide, alike."""

from __future__ import annotations

import datetime as dt

from diskussion_tui.reports.document import (
    Bar,
    Bars,
    Block,
    Document,
    Facts,
    Group,
    Groups,
    Heading,
    Item,
    Items,
    Map,
    Paragraph,
    Spot,
    Table,
)

_LONG = "Alla som behöver flera sorters vård ska ha en fast kontakt som de kan nå. " * 4
_DEEP = Item("ytterst", "[x]", ("5 röster", "", "invändning"), (Item("inre", under=(Item("inåt"),)),))
_DEEPER = Item("a", under=(Item("b", under=(Item("c", under=(Item("d", under=(Item("e"),)),)),)),))

BLOCKS: tuple[Block, ...] = (
    Paragraph("Före första rubriken"),
    Heading("Samma rubrik"),
    Heading("Samma rubrik", 3),
    Heading("1.2 En fråga som är längre än raden i en smal terminal får vara", 4),
    Heading("Samma rubrik", 3),
    Heading("!", 3),
    *(Paragraph(f"{tone or 'som det är'}\nandra raden", tone) for tone in ("", "lead", "quiet", "strong")),
    Paragraph(_LONG.strip()),
    Paragraph("x" * 140 + "\n" + "y" * 141 + "\n\nslut"),
    Paragraph(""),
    Facts(
        (
            ("Grupp", "Ekerö"),
            ("En etikett som är mycket längre än hälften av raden i en smal terminal", _LONG),
        )
    ),
    Facts(()),
    Items(()),
    Items((Item("punkt"), Item("# =1+1 *stjärna* <b> | 1. `kod`"), Item(""))),
    Items((_DEEP, Item("utan tecken", marks=("", "märkt")), _DEEPER)),
    Groups(()),
    Groups(
        (
            Group("Avveckla", "−", 0, (Item("Fax"), Item(_LONG.strip(), under=(Item("inre"),)))),
            Group("Övrigt", "·", -1, (Item("eget tecken", "⊕"),)),
            Group("Tomt", "○", 99, ()),
        )
    ),
    Table("Tom", ("Fråga", "Antal"), ()),
    Table("Ord", ("", "Svar"), (("Fråga", "ja"), ("En längre fråga", "nej\ntvå rader"))),
    Table(
        "Summor",
        ("Fråga", "Nu", "Då", "Sedan länge"),
        (
            ("A", 0, 4, "färre än 5"),
            ("B", 1, 3, 2),
            ("C", 2, 2, 1),
            ("D", 3, 1, 3),
            ("E", 4, 0, 4),
            ("Alla", 10, 10, 10),
        ),
        "Varje fråga räknas en gång.",
        heat=(1, 2),
        sums=True,
        counted=True,
    ),
    Table("Utan summa", ("Fråga", "Nu"), (("A", 1), ("B", 2)), heat=(1,)),
    Table("Bara noll", ("Fråga", "Nu"), (("A", 0), ("B", 0)), heat=(1,)),
    Table("Sex", tuple("ABCDEF"), (("rad", 1, 2, 3, 4, 5),)),
    Table("Sju", tuple("ABCDEFG"), (("rad", *("ett ord" for _ in range(6))),)),
    Table(
        "Brett",
        ("Fråga", *(f"Diskussionsunderlaget {number}" for number in range(9))),
        (("Oöversättlighetsförklaringen", *range(9)), ("Två", *(("mångordigt",) * 9))),
    ),
    Table("Långa ord", ("Nr", "Text", "Mer"), ((1, _LONG, "kort"), (2, "x" * 70, "y" * 30))),
    Bars(
        "Staplar",
        (Bar("Avveckla", 5, "5 av 9", 0), Bar("Utveckla", 1, "1"), Bar("Inget", 0, "0", 3)),
        "Fem och ett.",
    ),
    Bars("", (Bar("Ensam", 0, "0"),), "Inget."),
    Bars("Långa etiketter", (Bar(_LONG.strip(), 2, "2", 1), Bar("kort", 2, "2")), "Lika."),
    Map(
        "Karta",
        (("Avveckla", 0), ("Utveckla", 1), ("Övrigt", -1)),
        (
            ("Akut", (Spot("Närakuter", (4, 1, 0)),)),
            ("Digitalt", (Spot("1177", (0, 0, 2)), Spot("Appar", (0, 0, 0)))),
        ),
        "Mest i Närakuter.",
    ),
)


def every_block(*, subtitle: str = "Undertitel") -> Document:
    """The document, dated, with all that it says of itself."""
    return Document(
        "Allt på ett ställe",
        "sv",
        dt.date(2026, 5, 12),
        BLOCKS,
        subtitle,
        "Vad den handlar om",
        "Innehåll",
        "Sida {page} av {pages}, sist",
    )
