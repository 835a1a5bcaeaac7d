"""The minutes of a whole meeting with most of what councils do in one evening, and what the archive must hold of it."""

from typing import Any

import pytest

from tests.pipelines.derive.small_archive import SmallArchive, item, meeting

NAMES = (
    "Eröffnung der Sitzung",
    "Haushaltssatzung 2027",
    "Radweg an der Mühlstraße",
    "Neubau der Kita Sonnenhügel",
    "Erweiterung der Kita Waldrand",
    "Resolution zum Nahverkehr",
    "Antrag auf Einrichtung eines Jugendparlaments",
    "Wahl der Ersten Beigeordneten",
    "Baumschutzsatzung",
    "Anfragen und Mitteilungen",
)
MINUTES = """Niederschrift
über die öffentliche Sitzung des Rates der Stadt Musterhausen am 3. März 2027

Anwesend:
Bürgermeisterin Ott, Ratsherr Lund, Ratsfrau Beispiel

Tagesordnung
{listed}

TOP 1 Eröffnung der Sitzung
Die Bürgermeisterin eröffnet die Sitzung und stellt die Beschlussfähigkeit fest.

TOP 3 Radweg an der Mühlstraße
Der Punkt wird vorgezogen.
Beschluss:
Der Antrag wird an den Bauausschuss verwiesen.
Abstimmungsergebnis: einstimmig

TOP 2 Haushaltssatzung 2027
Die Fraktion Bürgerbund beantragt, die Mittel für Radwege um 50.000 Euro zu erhöhen.
Abstimmungsergebnis zum Änderungsantrag der Fraktion Bürgerbund: 12 Ja, 14 Nein, 2 Enthaltungen – abgelehnt
Über die Ziffern wird einzeln abgestimmt.
Beschluss:
1. Die Haushaltssatzung wird beschlossen.
2. Der Stellenplan wird beschlossen.
Abstimmungsergebnis zu Ziffer 1: 20 Ja, 8 Nein
Abstimmungsergebnis zu Ziffer 2: 27 Ja, 1 Nein

TOP 4 Neubau der Kita Sonnenhügel
TOP 5 Erweiterung der Kita Waldrand
Die Tagesordnungspunkte 4 und 5 werden gemeinsam beraten.
Beschluss:
Den Vorlagen wird zugestimmt.
Abstimmungsergebnis: 26 Ja, 0 Nein, 2 Enthaltungen

TOP 6 Resolution zum Nahverkehr
Beschluss:
Die Resolution wird verabschiedet.
Abstimmungsergebnis: mehrheitlich gegen die Stimmen der Fraktion Freie Liste

TOP 7 Antrag auf Einrichtung eines Jugendparlaments
Der Antrag wird von der antragstellenden Fraktion zurückgezogen.

TOP 8 Wahl der Ersten Beigeordneten
Es wird geheim gewählt.
Abstimmungsergebnis: 18 Ja-Stimmen, 2 Nein-Stimmen, 1 ungültige Stimme

TOP 11 Dringlichkeitsantrag Freibad
Der nicht auf der Tagesordnung stehende Antrag wird einstimmig angenommen.

TOP 9 Baumschutzsatzung
Ratsfrau Beispiel erklärt sich für befangen.
Beschluss:
Die Baumschutzsatzung wird beschlossen.
Abstimmungsergebnis:
Ja-Stimmen: 15
Nein-Stimmen: 10
Enthaltungen: 2
Befangen: 1

TOP 10 Anfragen und Mitteilungen
Keine.

Nichtöffentlicher Teil

TOP 1 Grundstücksverkauf Am Anger
Dem Verkauf wird mit 25 Ja-Stimmen bei 3 Nein-Stimmen zugestimmt.

Ende der Sitzung: 20:15 Uhr
Ott
Bürgermeisterin
""".format(listed="\n".join(f"TOP {number} {name}" for number, name in enumerate(NAMES, 1)))
RESULTS = {"Ö 8": "gewählt", "Ö 9": "abgelehnt"}


@pytest.fixture
def council(town: SmallArchive) -> SmallArchive:
    agenda = [
        item("1", f"{place:02}", place, f"Ö {place}", name, public=True, result=RESULTS.get(f"Ö {place}"))
        for place, name in enumerate(NAMES, 1)
    ]
    hidden = item("1", "n1", 11, "N 1", "Grundstücksverkauf Am Anger", public=False)
    town.tell(*meeting("1", *agenda, hidden, minutes=("9",), name="Rat"))
    town.fetch("9", MINUTES)
    town.derive()
    return town


Row = tuple[Any, ...]
DECISIONS: list[Row] = [
    # item, place, item_outcome, outcome, majority, yes, no, abstain, biased, part, is_amendment
    ("02", 0, None, "rejected", "majority", 12, 14, 2, None, "Änderungsantrag der Fraktion Bürgerbund", 1),
    ("02", 1, None, "accepted", "majority", 20, 8, None, None, "Ziffer 1", 0),
    ("02", 2, "accepted", "accepted", "majority", 27, 1, None, None, "Ziffer 2", 0),
    ("03", 0, "referred", "referred", "unanimous", None, None, None, None, None, 0),
    ("04", 0, "accepted", "accepted", "unanimous", 26, 0, 2, None, None, 0),
    ("05", 0, "accepted", "accepted", "unanimous", 26, 0, 2, None, None, 0),
    ("06", 0, "accepted", "accepted", "majority", None, None, None, None, None, 0),
    ("07", 0, "withdrawn", "withdrawn", None, None, None, None, None, None, 0),
    ("08", 0, "elected", "accepted", "majority", 18, 2, None, None, None, 0),
    ("09", 0, "accepted", "accepted", "majority", 15, 10, 2, 1, None, 0),
    ("n1", 0, "accepted", "accepted", "majority", 25, 3, None, None, None, 0),
]


def test_what_was_decided(council: SmallArchive) -> None:
    columns = "agenda_item_id, position, item_outcome, outcome, majority, yes, no, abstain, biased, part, is_amendment"
    assert council.rows(columns, where="preferred") == DECISIONS
    assert council.rows("agenda_item_id, origin, outcome", where="NOT preferred") == [
        ("08", "oparl", "elected"),
        ("09", "oparl", "rejected"),
    ]


def test_what_else_is_told_of_them(council: SmallArchive) -> None:
    assert council.rows("agenda_item_id, referred_to", where="referred_to NOT NULL") == [("03", "Bauausschuss")]
    assert council.rows("agenda_item_id, together", where="together NOT NULL") == [("04", '["05"]'), ("05", '["04"]')]
    assert council.rows("who, kind, vote, count", "votes") == [("Fraktion Freie Liste", "group", "no", None)]
    assert council.rows("resolution_text", where="agenda_item_id LIKE '%06'") == [
        ("Die Resolution wird verabschiedet.",)
    ]


def test_each_has_its_proof(council: SmallArchive) -> None:
    assert council.wrong_proofs() == []
    assert council.rows("id", where="origin = 'minutes' AND (page IS NULL OR span_start IS NULL)") == []
    assert council.rows("id", where="origin <> 'minutes' AND (page NOT NULL OR file_id NOT NULL)") == []


def test_all_of_the_minutes_is_kept_and_what_is_on_no_agenda_is_told(council: SmallArchive) -> None:
    kept = council.rows("part, agenda_item_id, number, heading", "minutes")
    assert ("item", None, "11", "TOP 11 Dringlichkeitsantrag Freibad") in kept
    assert [one[1] for one in kept if one[1]] == [*("01", "03", "02", "04", "05", "06", "07", "08", "09", "10", "n1")]
    assert council.complaints() == (
        "1 headings fit no agenda item: TOP 11 Dringlichkeitsantrag Freibad\n"
        "Ö 9: sources disagree (minutes: accepted, oparl: rejected)"
    )


def test_nothing_is_written_the_second_time(council: SmallArchive) -> None:
    before = council.archive.connection.total_changes
    assert council.derive().meetings == 0
    assert council.archive.connection.total_changes == before


def test_in_words(council: SmallArchive) -> None:
    view = "decisions_in_words"
    assert len(council.rows("*", view)) == len(DECISIONS)
    columns = "number, agenda_item, outcome, majority, opposed, yes, proof_url"
    assert council.rows(columns, view, "agenda_item = 'Resolution zum Nahverkehr'") == [
        (
            *("Ö 6", "Resolution zum Nahverkehr", "angenommen", "mehrheitlich", "Fraktion Freie Liste", None),
            "http://127.0.0.1/9.pdf#page=1",
        )
    ]
