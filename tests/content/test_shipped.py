"""The workbook that ships holds every fact of the source, and the second one shows that a workbook is data."""

from __future__ import annotations

from pathlib import Path

import pytest

import diskussion_tui.content
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook, example_folder, shipped_workbooks
from diskussion_tui.domain.language.personal import found_in
from diskussion_tui.domain.session.records import Conclusion, Note, Round
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.texts import words
from tests.support.builders import workbook_in

ENGLISH = Path(diskussion_tui.content.__file__).parent / "shipped" / "keep-change-new.toml"
BOOK, OTHER = workbook_in(default_workbook()), workbook_in(ENGLISH, "en")
LIBRARY = workbook_in(shipped_workbooks()["biblioteket"])

FORMS = {
    "Prevention och hälsofrämjande": (
        "BMM",
        "BVC",
        "Screening",
        "Stödlinjer",
        "Hälsokommunikatörer",
        "Hälsofrämjande HSV",
        "Andra aktörer i samhället",
    ),
    "Egenvård": (
        "”Huskurer”",
        "Hälsokostaffärer",
        "Komplementär och alternativ medicin",
        "Apotek: råd, receptfria läkemedel",
        "Råd via vårdkontakt",
    ),
    "Virtuell/Digital kontakt": (
        "1177 Vårdguiden",
        "Information via nätet",
        "Telefonkontakt",
        "Appar: Nätchat",
        "Direktuppkoppling med eller utan bild",
    ),
    "Akutvård": (
        "Prehospitalvård",
        "Närakuter",
        "Akutsjukhus",
        "Husläkarmottagningar",
        "Specialistmottagningar",
        "Tandvård",
    ),
    "Planerad vård": (
        "Akutsjukhus",
        "Husläkarmottagningar",
        "Specialistmottagningar",
        "Tandvård",
        "Andra ersatta vårdgivare",
        "Hemsjukvård",
        "Andra tjänster såsom syncentral, medicinsk fotvård",
        "Medicinsk service",
    ),
}
HEADINGS = (
    "Så förändras sjukvården i Stockholm",
    "Genomförandet av framtidens hälso- och sjukvård (FHS)",
    "Mål för framtidens hälso- och sjukvård år 2025",
    "Strategierna i planarbetet",
    "Sjukhusen byggs ut",
    "Karolinska universitetssjukhuset Solna",
    "Ny struktur för akut vård är införd",
    "Nya sjukhusavtal 2020",
    "Stärkt primärvård 2019–2025",
    "Digital utveckling",
    "Geriatrik, psykiatri och barn",
    "Cancervård",
    "Extra satsning på förlossning",
    "Forskning närmare vården",
)


def _background(heading: str) -> str:
    part = next(part for part in BOOK.background.parts if heading in part.heading)
    return " ".join((*part.text, *part.points))


def test_every_workbook_that_ships_is_without_a_problem():
    for path in shipped_workbooks().values():
        assert read_workbook(path, words("sv")).problems == ()


def test_the_librarys_workbook_is_led_with_four_categories_of_its_own():
    assert LIBRARY.language == "sv"
    assert [kind.label for kind in LIBRARY.kinds] == ["Värna", "Prova", "Släppa", "Ta reda på"]
    assert {kind.id for kind in LIBRARY.kinds} & {kind.id for kind in (*BOOK.kinds, *OTHER.kinds)} == set()
    assert len({kind.role for kind in LIBRARY.kinds}) == 4


def test_the_cover_names_the_support_and_the_region():
    assert (BOOK.title, BOOK.subtitle) == (
        "Vårdens struktur i Region Stockholm",
        "Diskussionsstöd: arbetshäfte",
    )
    assert (BOOK.language, BOOK.file_prefix) == ("sv", "Diskussionsstöd")


def test_the_compass_has_every_form_of_care_in_reading_order():
    assert {area.name: area.forms for area in BOOK.compass.areas} == FORMS
    assert [len(area.forms) for area in BOOK.compass.areas] == [7, 5, 5, 6, 8]


def test_the_two_areas_that_may_be_in_or_out_of_hospital_say_so():
    settings = {area.name: area.setting for area in BOOK.compass.areas if area.setting}
    assert settings == dict.fromkeys(("Akutvård", "Planerad vård"), "slutenvård eller öppenvård")


def test_the_compass_has_the_four_branches_of_care():
    assert BOOK.compass.branches == ("Primärvård", "Geriatrik", "Psykiatri", "Somatisk specialistvård")
    labels = (BOOK.compass.area_label, BOOK.compass.form_label, BOOK.compass.branch_label)
    assert labels == ("Typ av vård", "Verksamhetsform", "Vårdgren")


def test_the_introduction_has_its_four_points():
    assert len(BOOK.introduction.bullets) == 4


def test_every_section_has_its_heading_lead_and_points():
    shape = {
        section.heading: (section.id, len(section.lead), len(section.bullets)) for section in BOOK.sections
    }
    assert shape == {
        "Patientens behov 2040": ("A", 2, 3),
        "Vårdmöten 2040": ("B", 2, 4),
        "Vårdens specialisering 2040": ("C", 1, 3),
        "Samverkan i vården 2040": ("D", 1, 5),
    }


def test_only_the_first_point_on_care_meetings_has_points_under_it():
    under = {section.id: [len(bullet.points) for bullet in section.bullets] for section in BOOK.sections}
    assert under == {"A": [0, 0, 0], "B": [2, 0, 0, 0], "C": [0, 0, 0], "D": [0, 0, 0, 0, 0]}


def test_every_section_asks_whether_the_picture_holds_what_must_change_and_what_the_group_wants_to_ask():
    for section in BOOK.sections:
        holds, changes, own = section.questions
        assert [question.id for question in section.questions] == [f"{section.id}.{n}" for n in (1, 2, 3)]
        assert (holds.asks, holds.text) == ("verdict", "Stämmer framtidsbilden som helhet? Saknas något?")
        assert changes.asks == "kinds"
        assert "avvecklas, vidareutvecklas eller nyutvecklas" in changes.text
        assert (own.asks, own.text) == ("own", "")


@pytest.mark.parametrize(
    ("question", "ending"),
    [
        ("A.2", "patientens behov 2040 kan mötas?"),
        ("B.2", "vårdmöten 2040 kan organiseras?"),
        ("C.2", "vårdens ökade specialisering 2040 kan mötas?"),
        ("D.2", "de ökade kraven på samverkan 2040 kan mötas?"),
    ],
)
def test_the_second_question_ends_with_what_its_section_is_about(question: str, ending: str):
    asked = BOOK.question(question)
    assert asked
    assert asked.text.endswith(ending)


def test_the_look_back_has_a_field_for_each_section_and_one_for_the_whole():
    fields = [(field.id, field.heading, field.section) for field in BOOK.reflections.fields]
    assert fields == [
        ("E.A", "Patientens behov 2040", "A"),
        ("E.B", "Vårdens möten 2040", "B"),
        ("E.C", "Vårdens specialisering 2040", "C"),
        ("E.D", "Samverkan i vården 2040", "D"),
        ("E.helheten", "Helheten", ""),
    ]


def test_the_kinds_are_phase_out_develop_and_create_each_with_sign_and_key():
    kinds = [(kind.id, kind.sign, kind.key, kind.label, kind.verb) for kind in BOOK.kinds]
    assert kinds == [
        ("avveckla", "−", "-", "Avveckla", "avvecklas"),
        ("vidareutveckla", "›", ">", "Vidareutveckla", "vidareutvecklas"),
        ("nyutveckla", "+", "+", "Nyutveckla", "nyutvecklas"),
    ]


def test_the_verdicts_are_holds_holds_in_part_and_does_not_hold():
    assert [verdict.label for verdict in BOOK.verdicts] == ["stämmer", "stämmer delvis", "stämmer inte"]


def test_the_glossary_explains_every_short_form():
    assert {term.term: term.meaning for term in BOOK.glossary} == {
        "BMM": "barnmorskemottagning",
        "BVC": "barnavårdscentral",
        "HSV": "hälso- och sjukvård",
        "FHS": "framtidens hälso- och sjukvård",
        "NKS": "Nya Karolinska Solna",
    }


def test_the_file_is_named_as_the_source_asks():
    assert BOOK.closing.naming == "Diskussionsstöd_namn_datum"


def test_the_steps_take_two_hours_and_each_has_cues_for_the_one_who_leads():
    for book, minutes in ((BOOK, 120), (OTHER, 45), (LIBRARY, 90)):
        steps = steps_of(book)
        assert sum(step.minutes for step in steps) == book.total_minutes == minutes
        assert all(step.cues and step.minutes > 0 for step in steps)


def test_the_background_has_every_heading():
    assert tuple(part.heading for part in BOOK.background.parts) == HEADINGS


def test_the_background_has_the_three_goals_and_the_nine_strategies():
    points = {part.heading: len(part.points) for part in BOOK.background.parts if part.points}
    assert points == {HEADINGS[2]: 3, HEADINGS[3]: 9}


@pytest.mark.parametrize(
    ("heading", "facts"),
    [
        ("Så förändras", ["38\u00a0000"]),
        ("Genomförandet", ["juni 2011", "Framtidsplanen"]),
        ("Strategierna", ["till och med 2025", "Locum"]),
        ("Karolinska", ["NKS", "november 2016", "2018"]),
        ("akut vård", ["tio närakuter", "maj 2018", "2018", "Intensivakuten"]),
        ("sjukhusavtal", ["fyra år från 2020"]),
        ("primärvård", ["2019–2025"]),
        ("förlossning", ["hösten 2017", "St Göran"]),
        ("Cancervård", ["Danderyds sjukhus", "Södertälje sjukhus"]),
    ],
)
def test_the_background_keeps_the_dates_figures_and_names(heading: str, facts: list[str]):
    text = _background(heading)
    assert [fact for fact in facts if fact not in text] == []


def test_no_sentence_is_longer_than_twenty_five_words():
    texts = [
        *BOOK.introduction.bullets,
        *(line for part in BOOK.background.parts for line in (*part.text, *part.points)),
    ]
    texts += [
        text for section in BOOK.sections for text in (*section.lead, *(b.text for b in section.bullets))
    ]
    texts += [
        *LIBRARY.introduction.bullets,
        *(
            text
            for section in LIBRARY.sections
            for text in (*section.lead, *(b.text for b in section.bullets))
        ),
        *(cue for step in steps_of(LIBRARY) for cue in step.cues),
    ]
    sentences = [sentence for text in texts for sentence in text.replace("?", ".").split(". ")]
    assert [sentence for sentence in sentences if len(sentence.split()) > 25] == []


def test_the_second_workbook_has_other_kinds_keys_and_language():
    assert OTHER.language == "en"
    assert {kind.id for kind in OTHER.kinds} & {kind.id for kind in BOOK.kinds} == set()
    assert [kind.key for kind in OTHER.kinds] == ["=", "*", "+"]
    assert {step.id for step in steps_of(OTHER)} != {step.id for step in steps_of(BOOK)}


def test_the_checkout_runs_on_its_own_workbook_and_example():
    assert default_workbook().name == "content.toml"
    assert default_workbook().parent == example_folder().parent.parent


def test_the_example_is_what_the_program_would_write() -> None:
    (path,) = example_folder().glob("*.toml")
    session = read_session(path).session
    assert Encoder().file(session) == path.read_bytes()


def test_the_example_is_an_evening_as_it_goes() -> None:
    (path,) = example_folder().glob("*.toml")
    session = read_session(path).session
    notes, sorts = session.notes(), [one.kind for one in session.current(Conclusion)]
    assert {session.verdict(f"{part}.1") for part in "ABCD"} == {"stammer", "delvis", "stammer-inte"}
    assert [one.group for one in session.parked()] == ["2"]
    assert {note.group for note in notes} >= {"1", "2", "3"}
    assert all(note.objection for note in notes if note.dissent)
    assert {one.method for one in session.current(Round)} == {"prickar", "ordning"}
    assert {*sorts} == {"slutsats", "åtgärd", "medskick"}
    assert [len(note.sources) for note in notes if note.sources] == [3]
    assert any(note.places for note in notes)
    assert session.withdrawn()
    assert any(
        len({one.text for one in versions if isinstance(one, Note)}) > 1
        for (table, _), versions in session.versions.items()
        if table == "notes"
    )
    assert not found_in(path.read_text(encoding="utf-8"), session.head.date)
