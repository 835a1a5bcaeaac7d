"""What looks like the heading of an item and is none, and what looks like none and is one."""

import pytest

from pipelines.derive.minutes import cut_minutes
from tests.pipelines.derive.minutes.minutes_of import agenda, cut, items, pages, tied

AGENDA = (
    "1. | Eröffnung der Sitzung",
    "2. | Änderung der Hundesteuersatzung",
    "3. | Jahresabschluss 2023 der Stadtwerke",
    "4. | Jahresabschluss 2024 der Stadtwerke",
    "5. | Anfragen und Mitteilungen",
)


@pytest.mark.parametrize(
    "said",
    [
        "Frau Lenz verweist auf die Debatte unter\nTOP 4 Jahresabschluss und fragt nach.",
        "Das sei bei\nTOP 3 besprochen worden.",
        "TOP 5, so Herr Ott, könne entfallen.",
        "Der Vertrag gilt ab dem\n3. März 2025 und kostet\n4. Quartal für Quartal mehr.",
        "Die\n3. Änderungssatzung tritt in Kraft.",
        "1. Die Satzung wird geändert.\n2. Die Gebühren steigen.\n3. Die Verwaltung berichtet.\n4. Der Rat dankt.",
        "Es fehlen\n3 Millionen Euro und\n4,5 Prozent.",
        "Zu 1: Die Frage wird verneint.\nZu 2: Ja.\nZu 3: Nein.\nZu 4: Im Herbst.",
        "17.00 Uhr\n3.500 Euro\n12.03.2024",
        "§ 3 Abs. 2 der Satzung lautet neu.\n§ 4 entfällt.",
        "a) Steuersatz\nb) Befreiung",
        "Punkt 3 des Antrags wird getrennt abgestimmt.\nPunkt 4 ebenso.",
    ],
)
def test_said_in_an_item(said: str) -> None:
    found = cut(
        "1. Eröffnung der Sitzung\nGuten Abend.\n2. Änderung der Hundesteuersatzung\n"
        + said
        + "\nEinstimmig.\n5. Anfragen und Mitteilungen\nKeine.",
        *AGENDA,
    )
    assert items(found) == ["1.", "2.", "5."]
    assert said in found.parts[1].text


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("TOP 2 Änderung der Hundesteuersatzung", "2"),
        ("TOP 2: Änderung der Hunde-\nsteuersatzung", "2"),
        ("TOP Ö 2\nÄnderung der Hundesteuersatzung", "Ö 2"),
        ("Ö 2 Änderung der Hundesteuersatzung", "Ö 2"),
        ("Ö2 Änderung der Hundesteuersatzung", "Ö2"),
        ("2 Änderung der\nHundesteuersatzung", "2"),
        ("2.) Änderung der Hundesteuersatzung", "2"),
        ("zu 2.  Änderung der Hundesteuersatzung", "2"),
        ("Zu Punkt 2 der Tagesordnung: Änderung der Hundesteuersatzung", "2"),
        ("Punkt 2: Änderung der Hundesteuersatzung", "2"),
        ("Tagesordnungspunkt 2\n\nÄnderung der Hundesteuersatzung", "2"),
        ("Tagesordnungspunkt\n2 Änderung der Hundesteuersatzung", "2"),
        ("§ 2 Änderung der Hundesteuersatzung", "2"),
        ("TOP II Änderung der Hundesteuersatzung", "II"),
        ("TOP 02 Änderung der Hundesteuersatzung", "02"),
        ("2. 4. Änderung der Hundesteuersatzung", "2"),
        ("TOP 2 Änderung der Hunde­steuersatzung (Vorlage 7/2024)", "2"),
        ("TOP 2 Erneute Änderung der Hundesteuer-Satzung", "2"),
        ("TOP 2 Änderung Hundesteuersatzung", "2"),
        ("T O P  2  Ä n d e r u n g  d e r  H u n d e s t e u e r s a t z u n g", "2"),
    ],
)
def test_printed_otherwise_than_on_the_agenda(printed: str, number: str) -> None:
    found = cut(f"Sitzung des Rates\n{printed}\nDer Rat stimmt zu.", *AGENDA)
    assert items(found) == ["2."]
    assert found.parts[0].number == number
    assert found.parts[0].text.strip().endswith("Der Rat stimmt zu.")


def test_two_titles_that_differ_in_a_year() -> None:
    found = cut(
        "TOP 1 Eröffnung der Sitzung\nGuten Abend.\nTOP 3 Jahresabschluss 2024 der Stadtwerke\nFestgestellt.\n"
        "TOP 4 Jahresabschluss 2022 der Stadtwerke\nVertagt.",
        *AGENDA,
    )
    assert items(found) == ["1.", "4.", ""]


def test_the_other_part_of_the_meeting_begins_at_one_again() -> None:
    rows = ("1 | Eröffnung", "2 | Mitteilungen", "-- N --", "1 | Eröffnung", "2 | Mitteilungen")
    found = cut(
        "Öffentlicher Teil\nTOP 1\nA.\nTOP 2\nB.\nDie Zuhörer gehen.\nNicht öffentlicher Teil\nTOP 1\nC.\nTOP 2\nD.",
        *rows,
    )
    assert tied(found) == [("1", "A."), ("2", "B. Die Zuhörer gehen."), ("", ""), ("N 1", "C."), ("N 2", "D.")]


def test_a_list_of_items_is_not_the_minutes_of_them() -> None:
    found = cut(
        """
        Niederschrift
        T a g e s o r d n u n g
        1. Eröffnung der Sitzung
        2. Änderung der Hundesteuersatzung
           Beschlussvorlage - 2/2024
        3. Jahresabschluss 2023 der Stadtwerke
        4. Jahresabschluss 2024 der Stadtwerke
        5. Anfragen und Mitteilungen
        """,
        *AGENDA,
    )
    assert found.parts == ()
    assert "5. Anfragen und Mitteilungen" in found.head
    assert found.complaints[0].startswith("None of the 5 agenda items")


def test_running_heads_and_page_numbers_are_no_headings() -> None:
    found = cut(
        """
        Rat der Stadt Ems
        1. Eröffnung der Sitzung
        Guten Abend.
        2. Änderung der Hunde-
        1
        =====
        Rat der Stadt Ems
        steuersatzung
        Zugestimmt.
        2
        =====
        Rat der Stadt Ems
        Dagegen sprach niemand.
        3
        """,
        *AGENDA,
    )
    assert items(found) == ["1.", "2."]
    assert found.parts[1].heading == "2. Änderung der Hundesteuersatzung"
    assert (found.parts[1].first_page, found.parts[1].last_page) == (1, 3)


@pytest.mark.parametrize("text", ["", "   \n \n", "Ein Foto vom Stadtfest.", "TOP 17\nTOP 18\n", "1.\n2.\n3.\n"])
def test_nothing_fits_and_all_is_kept(text: str) -> None:
    found = cut_minutes([text, text], agenda(*AGENDA))
    assert found.parts == ()
    assert (found.head, found.tail) == (f"{text}\n{text}", "")
    assert len(found.complaints) == 1


def test_without_pages_and_without_agenda() -> None:
    assert cut_minutes([], agenda(*AGENDA)).head == ""
    assert cut_minutes(["TOP 1 Eröffnung\nGuten Abend."], []).parts == ()


def test_head_parts_and_tail_are_the_whole_text() -> None:
    given = pages(
        "Kopf\nTOP 1 Eröffnung der Sitzung\nA.\n=====\nII. Nichtöffentlicher Teil\nTOP 9 Geheimes\n\ngez. Ulm"
    )
    found, text = cut_minutes(given, agenda(*AGENDA)), "\n".join(given)
    assert found.head + "".join(text[slice(*part.span)] for part in found.parts) + found.tail == text
    for part in found.parts:
        assert text[slice(*part.span)].endswith(part.text)


def test_signatures_end_the_last_item() -> None:
    found = cut(
        """
        TOP 5 Anfragen und Mitteilungen
        Herr Pohl fragt nach dem Vorsitzenden des Vereins.
        Der Vorsitzende
        antwortet ihm.
        Die Bürgermeisterin bedankt sich und schließt die Sitzung um 21.10 Uhr.

        Emsbach, den 3. Juni 2024
        __________________      __________________
        Vorsitzende             Schriftführerin
        """,
        *AGENDA,
    )
    assert found.parts[0].text.strip().endswith("antwortet ihm.")
    assert found.tail.startswith("Die Bürgermeisterin bedankt sich")


def test_the_other_part_begins_without_a_word_and_without_titles() -> None:
    rows = ("1 | Eröffnung", "2 | Haushalt", "-- N --", "1 | Grundstück", "2 | Personal")
    found = cut("TOP 1\nA.\nTOP 2\nB.\nTOP 1\nC.\nTOP 2\nD.", *rows)
    assert tied(found) == [("1", "A."), ("2", "B."), ("", "C."), ("", "D.")]
