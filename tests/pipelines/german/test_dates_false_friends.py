"""What only looks like a date in German council pages."""

import pytest

from pipelines.german.dates import DateReading, find_dates, read_date
from tests.support.date_readings import readings

FALSE_FRIENDS = [
    *(
        "31.02.2017",
        "29.2.2023",
        "32.1.2017",
        "00.03.2017",
        "0. März 2017",
        "31. Februar 2017",
        "31.11.17",
        "2017-02-30",
    ),
    *("10. März 1848", "3.10.2199", "23.04.204", "16.06.018", "16. März 20201", "12.03.", "14./15. Dezember", "3. Mai"),
    *(
        "2023/0102",
        "VO/2024/03/12",
        "21-3456.1",
        "AWM/046/2026",
        "01/ 34/2017",
        "01/12/2017",
        "0442/2019",
        "AN/0884/2015",
    ),
    *("DS 1736/2018", "BV2/289/2026", "039/26", "Nr. 12/2024", "Nr. 12.2024", "03/2017", "10/03/2017", "80-2017-10-12"),
    *("1.178.427 EUR", "12.10.17 €", "2017 Euro", "im März 2000 Euro", "12,5 %", "1.10.000", "4.321.1.17"),
    *("0211-9385431", "0211 / 89-95123", "0211 93.85.10", "+49 211 8991", "192.168.10.17", "10.3.17.1", "4.1.7"),
    *("Version 4.1.17", "v4.1.17", "Top 3.1.2", "TOP 3.1.12", "Ö 3.1.12", "Ziffer 4.2.10", "Plansätze 4.2.10, 4.2.11"),
    *("§ 24 Abs. 2", "§ 3.10.17", "DE89 3704 0044 0532 0130 00", "40210 Düsseldorf", "2:1", "17:00"),
    *("Dez. 6", "7200 Märkte", "Deckung 44", "Dezernat 5", "2. Halbjahr 2017", "1. Quartal 2018", "Schuljahr 2021/22"),
    *(
        "Haushaltsplan 2019/2020",
        "KW 12/2017",
        "Freitag, den 3. d. M.",
        "24 Uhr",
        "um 17.30 Uhr",
        "heute",
        "morgen",
        "Freitag",
    ),
    *(
        "vor 3 Tagen",
        "1",
        "",
        "   ",
        "\n\n",
        "Art. 5 II 2017",
        "411-6.08.01-157707",
        "05.10.20 23",
        "1,5 h pro Tag",
        "Anlage 3/19.03.20",
    ),
    *("l1.03.2017", "l1. März 2017", "10,03.2017", "10.03.20l7", "01/2017 - 12/2017", "2014 – 2020", "20170310"),
    *("30.02.-03.03.2017", "30.02.2017 - 03.03.2017", "31. April bis 3. Mai 2017", "29.02. - 03.03.2017"),
    *("13./14./31.02.2017", "1O.03.2017", "Vorlage Nr. 2024/05/12", "Bebauungsplan Nr. 01-12-2017", "20171203-4711"),
    *("B-Plan 12.3.04", "Flurstücke 12.3.10", "0721 12.03.17", "(0721) 12.03.17", "Größe 12.5.10 m", "12.05.10 m²"),
    *("style.css?ver=13.5.10", "Paragraf 10.12.17"),
    *("2017 €", "2017 %", "§ 2017", "+2017", "#2017"),
]


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_false_friends_are_no_dates(text: str) -> None:
    assert readings(text) == ""
    assert find_dates(f"Dazu siehe {text} in der Anlage.") == []


def test_a_section_number_begins_a_line() -> None:
    assert find_dates("3.1.12 Bebauungsplan\n4.2.10 Satzung") == []
    assert readings("am 3.1.12 beraten") == "2012-01-03"


def test_a_year_is_a_date_only_as_the_whole_text() -> None:
    assert read_date("2017") == DateReading("2017", None, "year", (0, 4))
    assert find_dates("Wir schrieben 2017 an alle") == []
