"""Minutes and decisions of a meeting in the archive: made once, and again where something changed."""

from typing import Any

import pytest

from pipelines.derive import meetings
from scraper.items import Item
from tests.pipelines.derive.small_archive import SmallArchive, item, meeting

MINUTES = """Niederschrift über die Sitzung des Werkausschusses
Anwesend: Herr Beispiel, Frau Muster
TOP 1 Zaun am Bauhof
Der Vorsitzende trägt vor.
Beschluss:
Der Zaun wird gestrichen.
Abstimmungsergebnis: Ja: 7, Nein: 2, Enthaltungen: 1
TOP 2 Bericht der Werkleitung
Der Ausschuss nimmt den Bericht zur Kenntnis.
"""


def works(result: str | None = None, **other: Any) -> list[Item]:
    """A meeting of the works committee; `result` and `other` of its first item."""
    first = item("1", "11", 0, "Ö 1", "Zaun am Bauhof", result=result, **other)
    return meeting("1", first, item("1", "12", 1, "Ö 2", "Bericht der Werkleitung"), minutes=("9",))


def test_what_the_server_says_is_a_decision_until_the_minutes_come_and_stays(town: SmallArchive) -> None:
    town.tell(*works("mehrheitlich beschlossen"))
    assert town.derive().decisions == 1
    assert town.rows("agenda_item_id, origin, preferred, outcome, yes") == [("11", "oparl", 1, "accepted", None)]
    town.fetch("9", MINUTES)
    assert town.derive().decisions == 3
    assert town.rows("agenda_item_id, origin, preferred, outcome, yes, no, abstain") == [
        ("11", "minutes", 1, "accepted", 7, 2, 1),
        ("11", "oparl", 0, "accepted", None, None, None),
        ("12", "minutes", 1, "noted", None, None, None),
    ]
    (resolution, page, start, end) = town.rows("resolution_text, page, span_start, span_end")[0]
    (text,) = town.tables.page_texts("town-file-9")
    assert (resolution, page) == ("Der Zaun wird gestrichen.", 1)
    assert "Ja: 7, Nein: 2" in text[start:end]


def test_minutes_are_kept_by_item_and_attendance_apart(town: SmallArchive) -> None:
    town.tell(*works())
    town.fetch("9", MINUTES)
    town.derive()
    found = town.rows("part, agenda_item_id, number", "minutes")
    assert ("item", "11", "1") in found
    assert ("item", "12", "2") in found
    assert [part for part, *_ in found].count("attendance") == 1


def test_nothing_is_read_again_that_has_not_changed(town: SmallArchive) -> None:
    town.tell(*works("beschlossen"))
    town.fetch("9", MINUTES)
    assert town.derive().meetings == 1
    assert town.derive().meetings == 0
    town.tell(*works("abgelehnt"))
    assert town.derive().meetings == 1
    assert "sources disagree (minutes: accepted, oparl: rejected)" in town.complaints()


def test_all_is_read_again_when_the_rules_change(town: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    town.tell(*works("beschlossen"))
    town.fetch("9", MINUTES)
    town.derive()
    before = town.rows("*")
    monkeypatch.setattr(meetings, "RULES", meetings.RULES + 1)
    assert town.derive().meetings == 1
    assert town.rows("*") == before
    assert town.derive().meetings == 0


def test_minutes_that_a_page_shows(town: SmallArchive) -> None:
    shown = {"Protokoll": "Herr Beispiel begründet den Antrag.", "Abstimmungsergebnis": "einstimmig angenommen"}
    town.tell(*works("beschlossen", other=shown, resolution_text="Der Zaun wird gestrichen."))
    town.derive("allris3")
    assert town.rows("origin, preferred, majority, resolution_text") == [
        ("html_minutes", 1, "unanimous", "Der Zaun wird gestrichen."),
        ("html", 0, None, "Der Zaun wird gestrichen."),
    ]


@pytest.mark.parametrize(
    ("shown", "resolution", "numbers"),
    [
        ({"Abstimmungsergebnis": "15 : 0 : 0"}, "Der Zaun wird blau.", (15, 0, 0)),
        ({"Abstimmungsergebnis": "Dafür: 9 Dagegen: 2 Enthaltung: 1"}, None, (9, 2, 1)),
        ({"Protokoll": "Aussprache."}, "Der Zaun wird blau.\nAbstimmungsergebnis: 20 Ja, 3 Nein", (20, 3, None)),
        ({"Protokoll": "Aussprache.\nBeschluss:\nDer Zaun wird blau.\nDafür: 8, dagegen: 1"}, None, (8, 1, None)),
        ({"Protokoll": "siehe TOP 3", "Sachverhalt": "Ja: 7, Nein: 2"}, "Der Zaun wird blau.", None),
    ],
)
def test_texts_of_a_page_are_read_below_their_headings(
    town: SmallArchive, shown: dict[str, str], resolution: str | None, numbers: tuple[int | None, ...] | None
) -> None:
    town.tell(*works("ungeändert beschlossen", other=shown, resolution_text=resolution))
    town.derive("allris3")
    found = [(*numbers, "html_minutes")] if numbers else [(None, None, None, "html")]
    assert town.rows("yes, no, abstain, origin", where="preferred") == found


def test_who_opposed_where_it_is_said(town: SmallArchive) -> None:
    town.tell(*works("mehrheitlich gegen die Stimmen der SPD-Fraktion beschlossen"))
    town.derive()
    votes = town.archive.connection.execute("SELECT who, kind, vote FROM votes").fetchall()
    assert [tuple(row) for row in votes] == [("SPD-Fraktion", "group", "no")]
    (view,) = town.archive.connection.execute("SELECT outcome, majority, opposed FROM decisions_in_words").fetchall()
    assert tuple(view) == ("angenommen", "mehrheitlich", "SPD-Fraktion")


def test_groups_with_their_votes_in_words(town: SmallArchive) -> None:
    """A group that was of two minds is not just "against"."""
    table = "Fraktion | Ja | Nein | Enthaltung\nCDU | 9 | 2 | 0\nSPD | 6 | 0 | 1\nHerr Muster | 0 | 1 | 0"
    town.tell(*works(f"mehrheitlich beschlossen\n{table}"))
    town.derive()
    (view,) = town.archive.connection.execute(
        "SELECT in_favour, opposed, abstaining FROM decisions_in_words"
    ).fetchall()
    assert tuple(view) == ("CDU (9), SPD (6)", "CDU (2), Herr Muster", "SPD (1)")
