"""Minutes as offices write them, each style from the first page to the signatures. Towns and people are made up."""

from tests.pipelines.derive.minutes.minutes_of import cut, items, tied


def test_list_of_items_in_front_then_zu_with_the_title_below() -> None:
    found = cut(
        """
        Gemeinde Ahlbeck-Nord
        NIEDERSCHRIFT
        über die 4. Sitzung des Bauausschusses am 14.05.2024

        Anwesend:
        Frau Inga Torn (Vorsitz)
        Herr Ole Brandt
        Es fehlten entschuldigt:
        Herr Jan Petersen

        Tagesordnung:
        Öffentlicher Teil
        1 Eröffnung der Sitzung
        2 Neubau der Kita Möwennest
        Vorlage: BV/12/2024
        3 Anfragen
        Nichtöffentlicher Teil
        1 Grundstückskauf Hafenweg
        =====
        Gemeinde Ahlbeck-Nord
        Protokoll:
        Öffentlicher Teil
        zu 1
        Eröffnung der Sitzung
        Frau Torn eröffnet die Sitzung um 18 Uhr.
        zu 2
        Neubau der Kita Möwennest
        Vorlage: BV/12/2024
        Herr Brandt fragt nach den Kosten.
        1. Der Ausschuss empfiehlt den Bau.
        2. Die Verwaltung schreibt ihn aus.
        Abstimmungsergebnis: 7 Ja, 1 Nein
        =====
        Gemeinde Ahlbeck-Nord
        zu 3
        Anfragen
        Es gibt keine.
        Nichtöffentlicher Teil
        zu 1
        Grundstückskauf Hafenweg
        Der Ausschuss stimmt zu.
        Ende der Sitzung: 20:05 Uhr
        gez. Torn                gez. Lund
        """,
        "Ö 1 | Eröffnung der Sitzung",
        "Ö 2 | Neubau der Kita Möwennest",
        "Ö 3 | Anfragen",
        "-- N --",
        "N 1 | Grundstückskauf Hafenweg",
    )
    assert items(found) == ["Ö 1", "Ö 2", "Ö 3", "", "N 1"]
    assert found.parts[1].text.strip().endswith("7 Ja, 1 Nein\nGemeinde Ahlbeck-Nord")
    assert (found.parts[1].first_page, found.parts[2].first_page) == (2, 3)
    assert found.parts[3].heading == "Nichtöffentlicher Teil"
    assert found.tail.split() == ["Ende", "der", "Sitzung:", "20:05", "Uhr", "gez.", "Torn", "gez.", "Lund"]
    assert found.attendance is not None
    assert found.attendance.splitlines()[-1] == "Herr Jan Petersen"
    assert found.complaints == ()


def test_paragraph_signs_count_through_the_year() -> None:
    found = cut(
        """
        Stadt Oberfelden        Verhandelt mit dem Gemeinderat am 3. Juni 2024
        Anwesend: Bürgermeisterin Rau und 14 Stadträte
        § 61
        Bekanntgaben
        Die Vorsitzende gibt bekannt, dass gemäß § 35 Abs. 1 Beschlüsse gefasst wurden.
        § 62
        Sanierung der Stadthalle
        - Baubeschluss
        Stadtrat Kern verweist auf
        § 12 der Hauptsatzung und fragt nach Zuschüssen.
        Einstimmig beschlossen.
        § 63
        Verschiedenes
        Keine Wortmeldungen.
        Zur Beurkundung!
        Die Vorsitzende:          Schriftführer:
        """,
        "1. | Bekanntgaben",
        "2. | Sanierung der Stadthalle - Baubeschluss",
        "3. | Verschiedenes",
    )
    assert items(found) == ["1.", "2.", "3."]
    assert [part.number for part in found.parts] == ["61", "62", "63"]
    assert "§ 12 der Hauptsatzung" in found.parts[1].text


def test_top_alone_on_its_line_and_no_titles() -> None:
    found = cut(
        """
        Markt Waldkirchen an der Ohre - Niederschrift
        TOP 1
        Der Erste Bürgermeister stellt die ordnungsgemäße Ladung fest.
        TOP 2
        Der Bauantrag wird behandelt wie unter
        TOP 1
        angekündigt. Einvernehmen 12 : 0.
        TOP 3
        Der Marktgemeinderat nimmt Kenntnis.
        """,
        "1 | Begrüßung",
        "2 | Bauantrag Flurnummer 17",
        "3 | Jahresrechnung",
    )
    assert items(found) == ["1", "2", "3"]
    assert "angekündigt" in found.parts[1].text


def test_results_only_with_the_title_and_the_result_on_one_line() -> None:
    found = cut(
        """
        Beschlussprotokoll des Kreistages Nordheide
        Punkt 1 der Tagesordnung: Feststellung der Tagesordnung
        einstimmig
        Punkt 2 der Tagesordnung: Wahl eines Kreisrates - einstimmig gewählt (41 Ja)
        Punkt 3 der Tagesordnung: regioBus: Fahrplan 2025
        zur Kenntnis genommen
        """,
        "1 | Feststellung der Tagesordnung",
        "2 | Wahl eines Kreisrates",
        "3 | regioBus: Fahrplan 2025",
    )
    assert tied(found) == [
        ("1", "einstimmig"),
        ("2", "- einstimmig gewählt (41 Ja)"),
        ("3", "zur Kenntnis genommen"),
    ]


def test_verbatim_minutes_with_bare_numbers_between_speeches() -> None:
    found = cut(
        """
        7. Sitzung vom 12. März 2024 Seite 1
        Bürgermeisterin Thea Wolf: Guten Tag! Ich eröffne die Sitzung. Wir setzen
        TOP 3.1 ab und behandeln ihn im Mai.
        Ich rufe auf:
        1 Einbringung des Haushalts
        2024
        AN/17/2024
        Meine Damen und Herren! Es fehlen
        11 Millionen Euro. Drei Fragen leiten uns:
        1. Wie sparen wir?
        2. Wo investieren wir?
        3. Was lassen wir?
        Wir kommen zu Tagesordnungspunkt
        2.1 Antrag der Fraktion Die Mitte betref\ufffe
        fend „Mehr Bänke"
        =====
        7. Sitzung vom 12. März 2024 Seite 2
        Gegenstimmen? - Keine. Dann ist das so beschlossen.
        2.2 Antrag der Fraktion Offene Liste betreffend „Weniger Bänke"
        Wie unter TOP 2.1 besprochen ist das erledigt.
        """,
        "1 | Einbringung des Haushalts 2024",
        "2 | Anträge",
        "2.1 | Antrag der Fraktion Die Mitte betreffend „Mehr Bänke“",
        "2.2 | Antrag der Fraktion Offene Liste betreffend „Weniger Bänke“",
        "3.1 | Abgesetztes",
    )
    assert items(found) == ["1", "2.1", "2.2"]
    assert "3. Was lassen wir?" in found.parts[0].text
    assert found.parts[1].heading == '2.1 Antrag der Fraktion Die Mitte betreffend „Mehr Bänke"'


def test_roman_numbers_and_letters_for_the_parts() -> None:
    found = cut(
        """
        Protokoll der Ortschaftsratssitzung Kleinmahlow
        A) Öffentliche Sitzung
        I. Einwohnerfragestunde
        Ein Einwohner fragt nach dem Radweg.
        II. Feuerwehrhaus
        Der Ortschaftsrat begrüßt den Bau. Dafür: 6, dagegen: 0
        B) Nichtöffentliche Sitzung
        I. Pachtvertrag Dorfteich
        Zustimmung.
        """,
        "A | Öffentliche Sitzung",
        "I. | Einwohnerfragestunde",
        "II. | Feuerwehrhaus",
        "-- N --",
        "B | Nichtöffentliche Sitzung",
        "I. | Pachtvertrag Dorfteich",
    )
    assert [one for one in items(found) if one] == ["I.", "II.", "N I."]


def test_titles_without_numbers() -> None:
    found = cut(
        """
        Samtgemeinde Lohbrück - Rat - Sitzung am 9. September 2024

        Eröffnung der Sitzung

        Der Vorsitzende begrüßt die Anwesenden.

        Änderung der Friedhofssatzung

        Ratsfrau Harms erläutert die Änderung der Friedhofssatzung
        und bittet um Zustimmung.
        Einstimmig angenommen.

        Mitteilungen

        Der Bürgermeister berichtet.
        """,
        " | Eröffnung der Sitzung",
        " | Änderung der Friedhofssatzung",
        " | Mitteilungen",
    )
    assert items(found) == ["Eröffnung der Sitzung", "Änderung der Friedhofssatzung", "Mitteilungen"]
    assert "Ratsfrau Harms" in found.parts[1].text
    assert found.parts[1].number is None


def test_spaced_letters_and_a_table_of_contents_with_pages() -> None:
    found = cut(
        """
        N i e d e r s c h r i f t
        I n h a l t s v e r z e i c h n i s
        TOP 1 Begrüßung ............ 2
        TOP 2 Lärmaktionsplan ....... 2
        TOP 3 Anfragen .............. 3
        =====
        - 2 -
        T O P  1  Begrüßung
        Herzlich willkommen.
        T O P  2  Lärmaktionsplan
        Der Plan liegt aus.
        =====
        - 3 -
        Der Ausschuss nimmt Kenntnis.
        T O P  3  Anfragen
        Keine.
        """,
        "Ö1 | Begrüßung",
        "Ö2 | Lärmaktionsplan",
        "Ö3 | Anfragen",
    )
    assert items(found) == ["Ö1", "Ö2", "Ö3"]
    assert [(part.first_page, part.last_page) for part in found.parts] == [(2, 2), (2, 3), (3, 3)]
    assert "T O P" not in found.head


def test_extract_of_one_item() -> None:
    found = cut(
        """
        Auszug aus der Niederschrift über die Sitzung des Stadtrates vom 02.07.2024
        Tagesordnungspunkt 12 (öffentlich)
        Ausbau der Talstraße; hier: Vergabe
        Sachverhalt: Wie unter TOP 3 berichtet, liegen vier Angebote vor.
        Beschluss: Der Auftrag wird erteilt.
        Abstimmung: 21 : 3
        Für die Richtigkeit des Auszugs:
        """,
        "Ö 3 | Berichte",
        "Ö 11 | Ausbau der Bergstraße; hier: Vergabe",
        "Ö 12 | Ausbau der Talstraße; hier: Vergabe",
    )
    assert items(found) == ["Ö 12"]
    assert "Wie unter TOP 3" in found.parts[0].text
    assert found.tail.strip() == "Für die Richtigkeit des Auszugs:"
    assert found.complaints == ()
