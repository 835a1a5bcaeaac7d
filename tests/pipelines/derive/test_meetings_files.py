"""Which files a meeting's decisions are read from: minutes twice, corrected, replaced, unreadable, of two meetings."""

import pytest

from scraper.items import File, FileLink, Item, Meeting
from tests.pipelines.derive.documents.made import docx, paragraph, pdf
from tests.pipelines.derive.small_archive import SmallArchive, item, meeting

TITLE = "Niederschrift über die Sitzung des Rates\n"
ITEMS = """TOP 1 Zaun am Bauhof
Beschluss:
Der Zaun wird gestrichen.
Abstimmungsergebnis: Ja: 7, Nein: 2
TOP 2 Neue Laternen im Park
Beschluss:
Die Laternen werden bestellt.
Abstimmungsergebnis: Ja: 4, Nein: 5
"""
MINUTES = TITLE + ITEMS
COLUMNS = "agenda_item_id, origin, preferred, item_outcome, yes, no"
DECIDED = [("11", "minutes", 1, "accepted", 7, 2), ("12", "minutes", 1, "rejected", 4, 5)]


def council(
    *minutes: str, numbers: tuple[str, str] = ("Ö 1", "Ö 2"), extracts: tuple[str, str] = ("", "")
) -> list[Item]:
    return meeting(
        "1",
        item("1", "11", 0, numbers[0], "Zaun am Bauhof", extract=extracts[0]),
        item("1", "12", 1, numbers[1], "Neue Laternen im Park", extract=extracts[1]),
        minutes=minutes,
    )


def test_one_file_in_both_roles_is_read_once(town: SmallArchive) -> None:
    links = [FileLink(file="9", role=role) for role in ("resultsProtocol", "verbatimProtocol")]
    town.tell(*[Meeting(vendor_id="1", files=links) if isinstance(one, Meeting) else one for one in council("9")])
    town.fetch("9", MINUTES)
    town.derive()
    assert town.rows(COLUMNS) == DECIDED
    assert town.rows("part", "minutes") == [("head",), ("item",), ("item",)]


def test_minutes_that_each_item_names_as_its_file_too_are_no_extract(town: SmallArchive) -> None:
    town.tell(*council("9", extracts=("9", "9")))
    town.fetch("9", MINUTES)
    town.derive()
    assert town.rows(COLUMNS) == DECIDED
    assert len(town.rows("id", "minutes")) == 3


def test_minutes_that_only_the_items_name_are_cut_once(town: SmallArchive) -> None:
    town.tell(*council(extracts=("9", "9")))
    town.fetch("9", MINUTES)
    town.derive()
    assert town.rows(COLUMNS) == [(one[0], "extract", *one[2:]) for one in DECIDED]
    assert town.rows("agenda_item_id, number", "minutes") == [(None, None), ("11", "1"), ("12", "2")]


def test_an_extract_of_two_items_without_their_titles_is_about_both(town: SmallArchive) -> None:
    town.tell(*council(extracts=("9", "9")))
    town.fetch("9", "Beschlussauszug\nDen Vorlagen wird einstimmig zugestimmt.\n")
    town.derive()
    assert town.rows("agenda_item_id, majority, together") == [
        ("11", "unanimous", '["12"]'),
        ("12", "unanimous", '["11"]'),
    ]
    assert town.wrong_proofs() == []


def test_an_extract_for_each_item(town: SmallArchive) -> None:
    town.tell(*council(extracts=("8", "7")))
    town.fetch(
        "8", "Beschlussauszug\nZaun am Bauhof\nBeschluss:\n1. Der Zaun wird gestrichen.\n2. Er wird grün.\nEinstimmig."
    )
    town.fetch("7", "Auszug aus der Niederschrift\nTOP 5 Neue Laternen im Park\nAbstimmungsergebnis: Ja: 4, Nein: 5\n")
    town.derive()
    assert town.rows("agenda_item_id, origin, item_outcome, file_id") == [
        ("11", "extract", "accepted", "town-file-8"),
        ("12", "extract", "rejected", "town-file-7"),
    ]
    assert town.wrong_proofs() == []


@pytest.mark.parametrize(
    ("title", "goes_first"),
    [
        ("Niederschrift über die Sitzung des Rates - berichtigte Fassung", "10"),
        ("Korrigiertes Protokoll", "10"),
        ("Entwurf der Niederschrift über die Sitzung des Rates", "9"),
        ("Niederschrift über die Sitzung des Rates", "9"),
    ],
)
def test_corrected_minutes_go_first_and_a_draft_last(town: SmallArchive, title: str, goes_first: str) -> None:
    town.tell(*council("9", "10"))
    town.fetch("9", MINUTES)
    town.fetch("10", f"{title}\n" + ITEMS.replace("Ja: 7, Nein: 2", "Ja: 2, Nein: 7"))
    town.derive()
    assert town.rows("file_id", where="preferred") == [(f"town-file-{goes_first}",)] * 2
    assert len(town.rows("id")) == 4
    assert "Ö 1: sources disagree" in town.complaints()
    assert "Ö 2: sources disagree" not in town.complaints()


def test_minutes_that_are_replaced_are_read_again_and_nothing_of_the_old_ones_stays(town: SmallArchive) -> None:
    town.tell(*council("9"))
    town.fetch("9", MINUTES)
    town.derive()
    town.fetch("9", TITLE + "TOP 1 Zaun am Bauhof\nDer Antrag wird mit 2 Ja-Stimmen und 7 Nein-Stimmen abgelehnt.\n")
    assert town.derive().meetings == 1
    assert town.rows(COLUMNS) == [("11", "minutes", 1, "rejected", 2, 7)]
    assert town.derive().meetings == 0


def test_minutes_that_can_not_be_read_any_more_are_told_of(town: SmallArchive) -> None:
    town.tell(*council("9"))
    town.fetch("9", MINUTES)
    town.derive()
    town.fetch("9", b"%PDF-1.4\nbroken", "minutes.pdf")
    assert town.derive().meetings == 1
    assert town.rows("id") == town.rows("id", "minutes") == town.rows("who", "votes") == []
    assert town.complaints() == "town-file-9: expected minutes, got no text: see documents.problem."


def test_minutes_that_the_meeting_names_no_more_tell_nothing(town: SmallArchive) -> None:
    town.tell(*council("9"))
    town.fetch("9", MINUTES)
    town.derive()
    town.tell(*council())
    assert town.derive().meetings == 1
    assert town.rows("id") == []


def test_an_agenda_numbered_anew_and_an_item_taken_off_it(town: SmallArchive) -> None:
    town.tell(*council("9"))
    town.fetch("9", MINUTES + "Abstimmungsergebnis zu TOP 2: Ja: 4, Nein: 5\n")
    town.derive()
    town.tell(*council("9", numbers=("Ö 5", "Ö 6")))
    assert town.derive().meetings == 1
    assert [one[:4] for one in town.rows(COLUMNS, where="item_outcome NOT NULL")] == [one[:4] for one in DECIDED]
    town.archive.connection.execute("UPDATE agenda_items SET deleted_at = '2027-04-01' WHERE vendor_id = '12'")
    assert town.derive().meetings == 1
    assert town.rows(COLUMNS) == DECIDED[:1]
    assert "1 headings fit no agenda item: TOP 2 Neue Laternen" in town.complaints()


def test_minutes_of_two_meetings_in_one_file(town: SmallArchive) -> None:
    other = meeting(
        "2",
        item("2", "21", 0, "Ö 1", "Baumpflege am Teich"),
        item("2", "22", 1, "Ö 2", "Bericht zur Luftqualität"),
        minutes=("9",),
    )
    town.tell(*council("9"), *other)
    town.fetch(
        "9",
        "Niederschrift über die Sitzungen zweier Ausschüsse\nA. Bauausschuss\n"
        + ITEMS
        + "B. Umweltausschuss\nTOP 1 Baumpflege am Teich\nAbstimmungsergebnis: einstimmig\n"
        "TOP 2 Bericht zur Luftqualität\nDer Ausschuss nimmt den Bericht zur Kenntnis.\n",
    )
    town.derive()
    assert town.rows("agenda_item_id, item_outcome, yes") == [
        ("11", "accepted", 7),
        ("12", "rejected", 4),
        ("21", "accepted", None),
        ("22", "noted", None),
    ]


def test_an_item_taken_up_again_is_one_reading(town: SmallArchive) -> None:
    town.tell(*council("9"))
    town.fetch(
        "9",
        TITLE + "TOP 1 Zaun am Bauhof\nDer Punkt wird zurückgestellt, bis die Werkleitung eintrifft.\n"
        "Abstimmungsergebnis zum Änderungsantrag der Fraktion Bürgerbund: 5 Ja, 4 Nein\n"
        "TOP 2 Neue Laternen im Park\nDer Punkt wird vertagt.\n"
        "noch TOP 1 Zaun am Bauhof\nBeschluss:\nDer Zaun wird gestrichen.\nAbstimmungsergebnis: Ja: 7, Nein: 2\n",
    )
    town.derive()
    found = town.rows("preferred, item_outcome, yes, resolution_text", where="agenda_item_id LIKE '%11' AND yes")
    assert found == [(1, None, 5, None), (1, "amended", 7, "Der Zaun wird gestrichen.")]
    assert town.wrong_proofs() == []


@pytest.mark.parametrize("kind", ["pdf", "docx", "pages"])
def test_the_proof_is_on_its_page_whatever_the_file(town: SmallArchive, kind: str) -> None:
    lines = MINUTES.splitlines()
    begins = next(place for place, line in enumerate(lines) if line.startswith("TOP 2"))
    bodies: dict[str, str | bytes] = {
        "pdf": pdf([lines[:begins], lines[begins:]]),
        "docx": docx("".join(map(paragraph, lines))),
        "pages": "\n".join(lines[:begins]) + "\f" + "\n".join(lines[begins:]).replace("4, ", "4,\f"),
    }
    town.tell(*council("9"))
    town.fetch("9", bodies[kind], f"minutes.{kind}")
    town.derive()
    assert town.rows(COLUMNS) == DECIDED
    assert town.rows("page") == [(1,), (1,)] if kind == "docx" else [(1,), (2,)]
    assert town.wrong_proofs() == []


def test_minutes_that_were_withdrawn_tell_nothing_more(town: SmallArchive) -> None:
    town.tell(*council("9"))
    town.fetch("9", MINUTES)
    town.derive()
    town.tell(File(vendor_id="9", deleted=True))
    town.derive()
    assert town.rows(COLUMNS) == []
