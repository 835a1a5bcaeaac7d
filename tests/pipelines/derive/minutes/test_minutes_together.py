"""Items taken together, in another order, taken off, put on, and not on the agenda at all."""

import pytest

from tests.pipelines.derive.minutes.minutes_of import cut, items, tied

AGENDA = (
    "1 | Eröffnung",
    "2 | Bericht über den Stadtwald",
    "3 | Sanierung der Turnhalle",
    "4 | Sanierung des Freibads",
    "5 | Neue Feuerwehrsatzung",
    "6 | Verschiedenes",
)


@pytest.mark.parametrize(
    ("line", "together"),
    [
        ("TOP 3 und 4 gemeinsam", "3+4"),
        ("TOP 3 und TOP 4:", "3+4"),
        ("TOP 3/4 Turnhalle und Freibad", "3+4"),
        ("zu TOP 3 bis 5", "3+4+5"),
        ("TOP 3 - 5 (gemeinsame Beratung)", "3+4+5"),
        ("Tagesordnungspunkte 2, 3 und 5", "2+3+5"),
        ("Die Tagesordnungspunkte 3 und 4 werden gemeinsam aufgerufen.", "3+4"),
        ("Punkte 3 u. 4 der Tagesordnung", "3+4"),
        ("Zu den Tagesordnungspunkten 3 und 4:", "3+4"),
    ],
)
def test_several_numbers_in_one_heading(line: str, together: str) -> None:
    found = cut(
        f"Niederschrift\nTOP 1 Eröffnung\nGuten Abend.\n{line}\nEs wird beraten.\nTOP 6 Verschiedenes\nNichts.", *AGENDA
    )
    assert items(found) == ["1", together, "6"]


def test_a_heading_for_several_then_their_titles() -> None:
    found = cut(
        """
        TOP 1 Eröffnung
        Guten Abend.
        TOP 3 und 4 gemeinsam
        TOP 3 Sanierung der Turnhalle
        TOP 4 Sanierung des Freibads
        Beide Vorlagen werden angenommen.
        TOP 5 Neue Feuerwehrsatzung
        Vertagt.
        """,
        *AGENDA,
    )
    assert tied(found)[1:] == [("3+4", "Beide Vorlagen werden angenommen."), ("5", "Vertagt.")]


def test_a_heading_for_several_and_then_each_with_its_vote() -> None:
    found = cut(
        """
        TOP 3 und 4 gemeinsam
        TOP 3 Sanierung der Turnhalle
        Beschluss: Die Turnhalle wird saniert.
        TOP 4 Sanierung des Freibads
        Beschluss: Das Freibad wird saniert.
        """,
        *AGENDA,
    )
    assert tied(found)[1:] == [
        ("3", "Beschluss: Die Turnhalle wird saniert."),
        ("4", "Beschluss: Das Freibad wird saniert."),
    ]


def test_headings_one_below_the_other_and_a_text_that_says_it_is_about_both() -> None:
    found = cut(
        """
        TOP 1 Eröffnung
        TOP 3 Sanierung der Turnhalle
        Vorlage: 17/2024
        TOP 4 Sanierung des Freibads
        Vorlage: 18/2024
        Die Punkte 3 und 4 werden gemeinsam beraten. Der Rat stimmt beiden Vorlagen zu.
        TOP 5 Neue Feuerwehrsatzung
        Einstimmig.
        """,
        *AGENDA,
    )
    assert items(found) == ["1", "3+4", "5"]
    assert found.parts[1].number == "3, 4"


def test_an_item_without_a_word_stays_one_of_its_own() -> None:
    found = cut(
        """
        TOP 1 Eröffnung
        TOP 2 Bericht über den Stadtwald
        Der Förster berichtet.
        TOP 3 Sanierung der Turnhalle
        TOP 4 Sanierung des Freibads
        Der Rat stimmt zu.
        """,
        *AGENDA,
    )
    assert tied(found) == [("1", ""), ("2", "Der Förster berichtet."), ("3", ""), ("4", "Der Rat stimmt zu.")]


def test_votes_under_one_label_are_no_headings() -> None:
    found = cut(
        """
        Punkt 3 der Tagesordnung: Sanierung der Turnhalle
        Vorlage: 17/2024
        Punkt 4 der Tagesordnung: Sanierung des Freibads
        Vorlage: 18/2024
        Beschluss:
        Der Rat beschließt die Sanierung.
        Abstimmungsergebnis:
        TOP 3: einstimmig zugestimmt
        TOP 4: mehrheitlich zugestimmt (3 Nein)
        """,
        *AGENDA,
    )
    assert items(found) == ["3+4"]


def test_another_order_than_on_the_agenda() -> None:
    found = cut(
        """
        TOP 1 Eröffnung
        TOP 5 wird vor TOP 2 behandelt.
        TOP 5 Neue Feuerwehrsatzung
        Der Wehrführer erläutert die Satzung.
        TOP 2 Bericht über den Stadtwald
        Der Förster berichtet.
        TOP 4
        Sanierung des Freibads
        Zugestimmt.
        TOP 3
        Sanierung der Turnhalle
        Abgelehnt.
        TOP 6 Verschiedenes
        """,
        *AGENDA,
    )
    assert items(found) == ["1", "5", "2", "4", "3", "6"]
    assert "vor TOP 2" in found.parts[0].text


def test_an_item_taken_up_again_has_two_parts() -> None:
    found = cut(
        """
        TOP 2 Bericht über den Stadtwald
        Der Förster ist noch nicht da.
        TOP 3 Sanierung der Turnhalle
        Zugestimmt.
        Fortsetzung TOP 2 Bericht über den Stadtwald
        Der Förster berichtet.
        TOP 4 Sanierung des Freibads
        Zugestimmt.
        """,
        *AGENDA,
    )
    assert items(found) == ["2", "3", "2", "4"]


@pytest.mark.parametrize(
    "line", ["TOP 4 – abgesetzt –", "TOP 4 wurde von der Tagesordnung abgesetzt.", "TOP 4 entfällt"]
)
def test_an_item_taken_off_where_its_turn_is(line: str) -> None:
    found = cut(
        f"TOP 3 Sanierung der Turnhalle\nZugestimmt.\n{line}\nTOP 5 Neue Feuerwehrsatzung\nZugestimmt.", *AGENDA
    )
    assert items(found) == ["3", "4", "5"]
    assert "abgesetzt" in found.parts[1].text or "entfällt" in found.parts[1].text


def test_an_item_taken_off_at_the_beginning_is_no_heading_there() -> None:
    found = cut(
        """
        TOP 1 Eröffnung
        TOP 4 wird von der Tagesordnung abgesetzt.
        TOP 2 Bericht über den Stadtwald
        Der Förster berichtet.
        TOP 5 Neue Feuerwehrsatzung
        Zugestimmt.
        """,
        *AGENDA,
    )
    assert items(found) == ["1", "2", "5"]
    assert "TOP 4 wird" in found.parts[0].text


def test_an_item_that_the_agenda_does_not_have_is_not_the_one_before() -> None:
    found = cut(
        """
        TOP 3 Sanierung der Turnhalle
        Zugestimmt.
        TOP 3.1 Dringlichkeitsantrag zur Heizung
        Abgelehnt.
        TOP 4 Sanierung des Freibads
        Zugestimmt.
        TOP 7 Resolution gegen den Lärm
        Angenommen.
        """,
        *AGENDA,
    )
    assert tied(found) == [("3", "Zugestimmt."), ("", "Abgelehnt."), ("4", "Zugestimmt."), ("", "Angenommen.")]
    assert found.complaints[0].startswith("2 headings fit no agenda item: TOP 3.1 Dringlichkeitsantrag zur Heizung")


def test_numbers_that_moved_on_follow_the_titles() -> None:
    found = cut(
        """
        TOP 1 Eröffnung
        Guten Abend.
        TOP 2 Einwohnerfragestunde
        Keine Fragen.
        TOP 3 Bericht über den Stadtwald
        Der Förster berichtet.
        TOP 4 Sanierung der Turnhalle
        Zugestimmt.
        TOP 5 Sanierung des Freibads
        Abgelehnt.
        """,
        *AGENDA,
    )
    assert items(found) == ["1", "", "2", "3", "4"]
    assert [part.number for part in found.parts] == ["1", "2", "3", "4", "5"]
