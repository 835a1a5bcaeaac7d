"""Around the items: who was there, lists of items, items stacked above one resolution, annexes."""

from tests.pipelines.derive.minutes.minutes_of import cut, items

AGENDA = ("1 | Eröffnung der Sitzung", "2 | Feuerwehrsatzung", "3 | Marktgebühren", "4 | Verschiedenes")


def test_those_present_are_numbered_as_the_items_are() -> None:
    found = cut(
        """
        Anwesend:
        1. Erika Muster
        2. Max Beispiel
        3. Nina Muster
        Entschuldigt:
        4. Uwe Probe

        1. Eröffnung der Sitzung
        Guten Abend.
        2. Feuerwehrsatzung
        Zugestimmt.
        3. Marktgebühren
        Abgelehnt.
        """,
        *AGENDA,
    )
    assert items(found) == ["1", "2", "3"]
    assert (found.attendance or "").split()[-3:] == ["4.", "Uwe", "Probe"]


def test_a_list_below_the_head_of_a_table() -> None:
    found = cut(
        """
        TOP-Nr. Bezeichnung
        1 Eröffnung der Sitzung
        2 Feuerwehrsatzung
        3 Marktgebühren
        4 Verschiedenes

        1. Eröffnung der Sitzung
        Guten Abend.
        2. Feuerwehrsatzung
        Zugestimmt.
        """,
        *AGENDA,
    )
    assert items(found) == ["1", "2"]
    assert "4 Verschiedenes" in found.head


def test_items_stacked_above_a_resolution_for_each() -> None:
    found = cut(
        """
        Punkt 1 der Tagesordnung: Eröffnung der Sitzung
        Guten Abend.
        Punkt 2 der Tagesordnung: Feuerwehrsatzung
        Vorlage: 2025/17
        Punkt 3 der Tagesordnung: Marktgebühren
        Vorlage: 2025/18
        Beschluss:
        TOP 2:
        Der Rat beschließt die Satzung.
        TOP 3:
        Der Rat beschließt die Gebühren.
        Abstimmungsergebnis:
        TOP 2: einstimmig
        TOP 3: mehrheitlich zugestimmt
        Punkt 4 der Tagesordnung: Verschiedenes
        Nichts.
        """,
        *AGENDA,
    )
    assert items(found) == ["1", "2+3", "4"]


def test_votes_right_above_a_number_alone() -> None:
    found = cut("TOP 1\nGuten Abend.\nTOP 2\nAbstimmung: 12 Ja, 0 Nein\nTOP 3\nVertagt.", *AGENDA)
    assert items(found) == ["1", "2", "3"]


def test_annexes_behind_the_signatures() -> None:
    found = cut(
        """
        TOP 1 Eröffnung der Sitzung
        Guten Abend.
        TOP 2 Feuerwehrsatzung
        Zugestimmt.
        Die Sitzung endet um 21 Uhr.
        gez. Muster
        Vorsitzende
        Anlage 1 zur Niederschrift
        TOP 2 Feuerwehrsatzung
        Rede der Wehrführung
        """,
        *AGENDA,
    )
    assert items(found) == ["1", "2"]
    assert found.tail.startswith("Die Sitzung endet")


def test_an_annex_in_the_middle_ends_nothing() -> None:
    found = cut("TOP 1 Eröffnung der Sitzung\ngez. Muster\nAnlage 1\nTOP 2 Feuerwehrsatzung\nZugestimmt.", *AGENDA)
    assert items(found) == ["1", "2"]


def test_the_end_of_verbatim_minutes() -> None:
    found = cut("4 Verschiedenes\nHerr Ott dankt allen.\n(Schluss: 15.12 Uhr)", *AGENDA)
    assert found.tail == "(Schluss: 15.12 Uhr)"


def test_members_who_are_spoken_of_are_no_list() -> None:
    assert (
        cut("Mitglieder des Rates der Stadt Ems.\nTOP 1 Eröffnung der Sitzung\nGuten Abend.", *AGENDA).attendance
        is None
    )


def test_what_stands_for_a_title_on_the_agenda_heads_nothing() -> None:
    rows = ("1 | Eröffnung der Sitzung", "2 | - abgesetzt -", "3 | Marktgebühren")
    said = "TOP 1 Eröffnung der Sitzung\nEin Punkt wird\nabgesetzt\nGuten Abend.\nTOP 3 Marktgebühren\nNein."
    assert items(cut(said, *rows)) == ["1", "3"]
