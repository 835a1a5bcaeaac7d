"""What is a date in German council pages, and what only looks like one."""

import warnings
from pathlib import Path

import pytest

from pipelines.german.dates import DateReading, as_json, find_dates, read_date

CORPUS_TABLE = Path(__file__).resolve().parents[3] / "../shared/corpus/dates.tsv"


def short(moment: str | None) -> str:
    """``2017-03-10T17:00`` of ``2017-03-10T17:00:00+01:00``; the offset has tests of its own."""
    if moment is None or "T" not in moment:
        return moment or ""
    return moment[:16] if moment[16:19] == ":00" else moment[:19]


def readings(text: str, context: str | None = None) -> str:
    """All dates of a text in one line, as the corpus writes them: ``start/end ; start``."""
    return " ; ".join(
        short(date["start"]) + ("/" + short(date["end"]) if date["end"] else "")
        for date in as_json(text, context)["dates"]
    )


DAYS = {
    "3. Mai 2016": "2016-05-03",
    "03.05.2016": "2016-05-03",
    "3.5.2016": "2016-05-03",
    "3.5.16": "2016-05-03",
    "3. 5. 2016": "2016-05-03",
    "03.\n05.2016": "2016-05-03",
    "3.Mai2016": "2016-05-03",
    "am 31. \nMai 2016 beschlossen": "2016-05-31",
    "3 Mai 2016": "2016-05-03",
    "3ten Mai 2016": "2016-05-03",
    "3. Mai.2016": "2016-05-03",
    "20-februar-2018": "2018-02-20",
    "16. JAN. 2012": "2012-01-16",
    "12. Sept. 2017": "2017-09-12",
    "1. Jänner 2018": "2018-01-01",
    "1. Jän. 2018": "2018-01-01",
    "10. Maerz 2017": "2017-03-10",
    "10. Mrz 2017": "2017-03-10",
    "10. Ma\u0308rz 2017": "2017-03-10",
    "10. MÃ¤rz 2017": "2017-03-10",
    "10. M\ufffdrz 2017": "2017-03-10",
    "10.\u00a0März\u202f2017": "2017-03-10",
    "10. Mä\u00adrz 2017": "2017-03-10",
    "\u200e10.\u200b03.\u200b2017\ufeff": "2017-03-10",
    "am 10. Okto-\nber 2020": "2020-10-10",
    "10.III.2017": "2017-03-10",
    "24. XII. 16": "2016-12-24",
    "am ersten März 2020": "2020-03-01",
    "einunddreißigster Oktober 2017": "2017-10-31",
    "12. Mai '17": "2017-05-12",
    "am 5. März 22, glaube ich": "2022-03-05",
    "Mi. 21.01.26": "2026-01-21",
    "Mittwoch, den 10. März 2017": "2017-03-10",  # it was a Friday
    "10-03-2017": "2017-03-10",
    "2017-3-10": "2017-03-10",
    "2017.03.10": "2017-03-10",
    "2017/03/10": "2017-03-10",
    "https://example.org/2021/01/15/titel/": "2021-01-15",
    "20170310T1700 und nicht 20170310": "2017-03-10T17:00",
    "October 27, 2021": "2021-10-27",
    "10th March 2017": "2017-03-10",
    "10. 3. '17": "2017-03-10",
    "am 1 5. März 2017": "2017-03-15",  # a PDF split the digits
    "Stand vom 05.  10  .20  23": "2023-10-05",
    "01.01.,2014": "2014-01-01",
    "10. März 20 17": "2017-03-10",
    "14.12.68": "2068-12-14",
    "14.12.69": "1969-12-14",
    "29.02.2024": "2024-02-29",
    "31.12.2100": "2100-12-31",
    "01.01.1900": "1900-01-01",
    "21 . November 2017": "2017-11-21",  # a PDF gained spaces
    "20170310_Einladung.pdf": "2017-03-10",
    "Niederschrift_20170310.pdf": "2017-03-10",
    "Niederschrift_10_03_2017.pdf": "2017-03-10",
    "mein Datum steht 24.9.2014am Wortanfang": "2014-09-24",
}

LESS_THAN_DAYS = {
    "März 2017": "2017-03",
    "Anfang März 2017": "2017-03",
    "Sept. 2017": "2017-09",
    "seit Januar 2019 gilt": "2019-01",
    "2017-03": "2017-03",
    "09.2018": "2018-09",
    "Stand 09/2018": "2018-09",
    "Sitzungskalender 09/2018 öffnen": "2018-09",
    "Kalender 2026 September": "2026-09",
    "Ausgabe Nr. 12 Mai 2017": "2017-05",
    "2017": "2017",
    "Termine 2017": "2017",
    "Im Jahr 2017 waren es 2000 Euro": "2017",
}

SEVERAL = {
    "1. Mai 201911. Mai 2019": "2019-05-01 ; 2019-05-11",
    "21. Juni 20186. Februar 2019": "2018-06-21 ; 2019-02-06",
    "Titel 3. Mai 20164. Mai 2016 Text": "2016-05-03 ; 2016-05-04",
    "10.03.201716.03.2017": "2017-03-10 ; 2017-03-16",
    "10.3.20176.3.2017": "2017-03-10 ; 2017-03-06",
    "17.05.1904.07.19": "2019-05-17 ; 2019-07-04",
    "2017-03-102017-03-16": "2017-03-10 ; 2017-03-16",
    "März 2017April 2017": "2017-03 ; 2017-04",
    "10. März 2017 14:3016. März 2017 09:15": "2017-03-10T14:30 ; 2017-03-16T09:15",
    "10. März 2017, 14:30 Uhr16. März 2017, 09:15 Uhr": "2017-03-10T14:30 ; 2017-03-16T09:15",
    "10. März 2017Aktualisiert: 16. März 2017": "2017-03-10 ; 2017-03-16",
    "10 März 201716 März 2017": "2017-03-10 ; 2017-03-16",
    "10. März 2017 17 Uhr16. März 2017 9 Uhr": "2017-03-10T17:00 ; 2017-03-16T09:00",
    "Januar, Februar und März 2017": "2017-01 ; 2017-02 ; 2017-03",
    "Ja\u0308nner, Ma\u0308rz 2017": "2017-01 ; 2017-03",
    "5. Mai, Juni 2017": "2017-06",
    "1./2. u. 3. Dezember 2021": "2021-12-01/2021-12-02 ; 2021-12-03",
    "10. UND 12. MÄRZ 2017": "2017-03-10 ; 2017-03-12",
    "31.02.2017 und 03.03.2017": "2017-03-03",
    "31.12.2019/1.1.2020": "2019-12-31 ; 2020-01-01",
    "am 3. und 4. März 2020": "2020-03-03 ; 2020-03-04",
    "vom 2., 3. und 4. April 2025": "2025-04-02 ; 2025-04-03 ; 2025-04-04",
    "am 16./17. und 18. Dezember 2025": "2025-12-16/2025-12-17 ; 2025-12-18",
    "vom 30.11. und 04.12.2018": "2018-11-30 ; 2018-12-04",
    "10. März 2017 um 9 Uhr und 14 Uhr": "2017-03-10T09:00 ; 2017-03-10T14:00",
    "am 24.09.2009,29.07.2009": "2009-09-24 ; 2009-07-29",
}

SPANS = {
    "1.-3. März 2020": "2020-03-01/2020-03-03",
    "1.–3.3.2020": "2020-03-01/2020-03-03",
    "14 - 16. Dezember 2017": "2017-12-14/2017-12-16",
    "17. bis 30. November 2017": "2017-11-17/2017-11-30",
    "29.07.-13.08.2017": "2017-07-29/2017-08-13",
    "28. Februar bis zum 3. März 2020": "2020-02-28/2020-03-03",
    "Mo., 02.03. - Fr., 06.03.2020": "2020-03-02/2020-03-06",
    "Montag, 2. bis Freitag, 6. März 2020": "2020-03-02/2020-03-06",
    "zwischen dem 3. und dem 7. März 2017": "2017-03-03/2017-03-07",
    "vom 1. März 2019 bis 31. Juli": "2019-03-01/2019-07-31",
    "25.12. - 06.01.2020": "2019-12-25/2020-01-06",
    "30. Dezember 2019 bis 2. Januar": "2019-12-30/2020-01-02",
    "30.06./01.07.2019": "2019-06-30/2019-07-01",
    "1./2./3. März 2017": "2017-03-01/2017-03-03",
    "14/15.12.2017": "2017-12-14/2017-12-15",
    "Januar bis März 2017": "2017-01/2017-03",
    "Februar/März 2006": "2006-02/2006-03",
    "April 2022 bis Juni 2027": "2022-04/2027-06",
    "2017-03-10/2017-03-16": "2017-03-10/2017-03-16",
    "10.03.2017 17:00 - 11.03.2017 02:00": "2017-03-10T17:00/2017-03-11T02:00",
    "5. Mai bis Juni 2017": "2017-05-05/2017-06",
    "VOM 10. BIS 12. MÄRZ 2017": "2017-03-10/2017-03-12",
    "vom 10.03.2017 (8:00 Uhr) bis 16.03.2017 (12:00 Uhr)": "2017-03-10T08:00/2017-03-16T12:00",
    "Beginn: 10.03.2017, 19:00 Uhr Ende: 11.03.2017, 00:30 Uhr": "2017-03-10T19:00/2017-03-11T00:30",
    "16.03.2017 - 10.03.2017": "2017-03-16",  # an end before its start is unknown
}

TIMES = {
    "10.03.2017, 17 Uhr": "2017-03-10T17:00",
    "10.03.2017, 17.00 Uhr": "2017-03-10T17:00",
    "10.03.2017 um 17h": "2017-03-10T17:00",
    "10.03.2017 17:00 h": "2017-03-10T17:00",
    "10.03.2017, um 17.30": "2017-03-10T17:30",
    "10.03.2017, 17 Uhr 30": "2017-03-10T17:30",
    "10.03.2017, 7 Uhr abends": "2017-03-10T19:00",
    "10.03.201717:00": "2017-03-10T17:00",
    "10.03.2017 (Freitag), 17 Uhr": "2017-03-10T17:00",
    "10.03.2017 · 17 Uhr": "2017-03-10T17:00",
    "Datum: 10.03.2017 Zeit: 17:00 Ort: Rathaus": "2017-03-10T17:00",
    "10.03.2017 im Rathaus, Beginn: 17 Uhr": "2017-03-10T17:00",
    "um 17 Uhr am Freitag, den 10. März 2017": "2017-03-10T17:00",
    "17:00 Uhr, 10.03.2017": "2017-03-10T17:00",
    "10.03.2017, 18 - 20 Uhr": "2017-03-10T18:00/2017-03-10T20:00",
    "10.03.2017, 17–19.30 Uhr": "2017-03-10T17:00/2017-03-10T19:30",
    "10.03.2017, Beginn: 17:00 Uhr, Ende: 19:30 Uhr": "2017-03-10T17:00/2017-03-10T19:30",
    "17:00 bis 19:00 Uhr, 10.03.2017": "2017-03-10T17:00/2017-03-10T19:00",
    "2026-09-28 17:00-18:26 Uhr": "2026-09-28T17:00/2026-09-28T18:26",
    "10.03.2017, 24 Uhr": "2017-03-11T00:00",
    "10.03.2017, 20:00 - 24:00 Uhr": "2017-03-10T20:00/2017-03-11T00:00",
    "10.03.2017, 17:00 - 00:00 Uhr": "2017-03-10T17:00",  # systems write 00:00 for no end
    "10.03.2017, 18:00 - 17:00 Uhr": "2017-03-10T18:00",
    "31.12.2017, 20:00 - 01:10 Uhr": "2017-12-31T20:00/2018-01-01T01:10",  # the morning after
    "10.03.2017, 09:00 - 03:30 Uhr": "2017-03-10T09:00",
    "10.03.2017 - Freitag - 17:00 Uhr": "2017-03-10T17:00",
    "10.03.2017 [17:00]": "2017-03-10T17:00",
    "10.03.2017, 17:00 Uhr (Ende gegen 19:30 Uhr)": "2017-03-10T17:00/2017-03-10T19:30",
    "10.03.2017, 17 Uhr bis voraussichtlich 19.30 Uhr": "2017-03-10T17:00/2017-03-10T19:30",
    "10.03.2017 @ 17:00": "2017-03-10T17:00",
    "10.03.2017/17:00 Uhr": "2017-03-10T17:00",
    "10.März 2017,17Uhr": "2017-03-10T17:00",
    "17 Uhr 10. 3. 2017": "2017-03-10T17:00",
    "10.03.2017, 17:\n00 Uhr": "2017-03-10T17:00",
    "10.03.2017 um 17:0\u00a00 Uhr": "2017-03-10T17:00",
    "10.03.2017, Beginn der Sitzung: 17:00 Uhr, Ende der Sitzung: 19:30 Uhr": "2017-03-10T17:00/2017-03-10T19:30",
    "10.03.2017, 17:00 BIS 19:30 UHR": "2017-03-10T17:00/2017-03-10T19:30",
    "10.03.2017, 25:00 Uhr": "2017-03-10",  # the day stands, the time does not exist
    "10.03.2017 (12:10 Stimmen)": "2017-03-10",
    "Antrag vom 10.03.2017 zur Sperrstunde um 22 Uhr": "2017-03-10",
    "10.-12. März 2017, 18 Uhr": "2017-03-10/2017-03-12",
    "20260910T1600": "2026-09-10T16:00",
    "20260910T160000Z": "2026-09-10T18:00",
    "2026-09-10t16:00:00.123456z": "2026-09-10T18:00",
    "2026-09-10T16:00-0500": "2026-09-10T23:00",
    "Fri, 10 Mar 2017 16:00:00 GMT": "2017-03-10T17:00",
    "Fri, 10 Mar 17 16:00:00 GMT": "2017-03-10T17:00",
    "2017-07-10 17:00:00+00": "2017-07-10T19:00",
    "10. Juli 2017, 12 Uhr MEZ": "2017-07-10T13:00",
    "2017-03-10T17:00:05": "2017-03-10T17:00:05",
}

WITH_CONTEXT = {
    ("12.03.", "2017"): "2017-03-12",
    ("12.3., 17 Uhr", "2017"): "2017-03-12T17:00",
    ("am 5.1. im Rathaus", "2017"): "2017-01-05",
    ("5.1. um 17 Uhr", "2017"): "2017-01-05T17:00",
    ("14./15. Dezember", "2017-03-10"): "2017-12-14/2017-12-15",
    ("2. Februar, 10. März (Freitag), 6. April", "2017"): "2017-02-02 ; 2017-03-10 ; 2017-04-06",
    ("am ersten März", "2020"): "2020-03-01",
    ("10.III.", "2017"): "2017-03-10",
    ("12 September", "2026"): "2026-09-12",
    ("September", "2026"): "2026-09",
    ("im März", "2017"): "2017-03",
    ("30. Dezember bis 2. Januar", "2020"): "2019-12-30/2020-01-02",
    ("29.02.", "2023"): "",
    ("5.1. Haushalt", "2017"): "",  # the number of an item
    ("TOP 12.03.", "2017"): "",
    ("10. März letzten Jahres", "2017"): "",
    ("Straße des 17. Juni", "2017"): "",
    ("am 12. Mai 20 Personen", "2017"): "",  # a year or a number?
    ("01.", "2026-09"): "2026-09-01",
    ("Di  1", "2026-09"): "2026-09-01",
    ("30", "2026-09"): "2026-09-30",
    ("31", "2026-09"): "",
    ("0", "2026-09"): "",
    ("1", "2026"): "",
    ("1", "2026-09-28"): "",
    ("1 Punkt", "2026-09"): "",
    ("1 €", "2026-09"): "",
    ("(1)", "2026-09"): "2026-09-01",
    ("Mi 4 18:00 - 18:38", "2026-09"): "2026-09-04T18:00/2026-09-04T18:38",
    ("17 Uhr", "2026-09-28"): "2026-09-28T17:00",
    ("17.00 - 18.30", "2026-09-28"): "2026-09-28T17:00/2026-09-28T18:30",
    ("um 1 7:00 Uhr", "2026-09-28"): "2026-09-28T17:00",
    ("Die Sitzung endet um 19.45 Uhr.", "2026-09-28"): "2026-09-28T19:45",
    ("17:00 - 00:00", "2026-09-28"): "2026-09-28T17:00",
    ("Beginn 17:00, Ende offen", "2026-09-28"): "2026-09-28T17:00",
    ("17:00 Uhr", "2026-09"): "",
    ("00:00 - 00:00", "2026-09-28"): "",
    ("2:1", "2026-09-28"): "",
    ("Abstimmung 10:12", "2026-09-28"): "",
    ("17:00", "September 2026"): "",
    ("12", "September 2026"): "2026-09-12",
    ("12", "09/2026"): "2026-09-12",
    ("17:00", "28.09.2026"): "2026-09-28T17:00",
    ("Beginn der Sitzung: 19:00 Uhr, Ende des öffentlichen Teils: 0:20 Uhr", "2026-09-28"): (
        "2026-09-28T19:00/2026-09-29T00:20"
    ),
    ("BEGINN: 17:00 UHR ENDE: 18:30 UHR", "2026-09-28"): "2026-09-28T17:00/2026-09-28T18:30",
    ("17:00", "2026-09-28T00:00:00+02:00"): "2026-09-28T17:00",
    ("12.03.", "irgendwann"): "",
    ("12.03.", ""): "",
}

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


@pytest.mark.parametrize(
    ("text", "expected"), [*DAYS.items(), *LESS_THAN_DAYS.items(), *SEVERAL.items(), *SPANS.items(), *TIMES.items()]
)
def test_reads_what_is_written(text: str, expected: str) -> None:
    assert readings(text) == expected


@pytest.mark.parametrize(("text", "context", "expected"), [(*key, value) for key, value in WITH_CONTEXT.items()])
def test_reads_what_the_context_completes(text: str, context: str, expected: str) -> None:
    assert readings(text, context) == expected


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


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("10.03.2017, 17 Uhr", "2017-03-10T17:00:00+01:00"),
        ("10.07.2017, 17 Uhr", "2017-07-10T17:00:00+02:00"),
        ("26.03.2017, 01:59 Uhr", "2017-03-26T01:59:00+01:00"),
        ("26.03.2017, 02:30 Uhr", "2017-03-26T02:30:00+01:00"),  # left out: with the offset before the change
        ("26.03.2017, 03:00 Uhr", "2017-03-26T03:00:00+02:00"),
        ("29.10.2017, 02:30 Uhr", "2017-10-29T02:30:00+02:00"),  # comes twice: the first
        ("29.10.2017, 03:00 Uhr", "2017-10-29T03:00:00+01:00"),
        ("2017-10-29T01:30:00Z", "2017-10-29T02:30:00+01:00"),
        ("25.03.2017, 24 Uhr", "2017-03-26T00:00:00+01:00"),
        ("10.07.1947, 12 Uhr", "1947-07-10T12:00:00+02:00"),
        ("10.07.2099, 12 Uhr", "2099-07-10T12:00:00+02:00"),
    ],
)
def test_times_have_the_offset_of_their_day(text: str, start: str) -> None:
    (reading,) = find_dates(text)
    assert reading.start == start
    assert reading.precision == "minute"


@pytest.mark.parametrize(
    ("text", "context", "found"),
    [
        ("10. März 2017, 17:00 Uhr", None, ["10. März 2017, 17:00 Uhr"]),
        ("Titel 10. März 201716. März 2017 Text", None, ["10. März 2017", "16. März 2017"]),
        ("im  Jahr 2017.", None, ["Jahr 2017"]),
        ("Januar, Februar und März 2017", None, ["Januar", "Februar", "März 2017"]),
        ("1 Mai 10, 2017", "2017", ["1 Mai 10"]),
        ("vom 2., 3. und 4. April 2025", None, ["2.", "3.", "4. April 2025"]),
        ("Termine: September 2026!", None, ["September 2026"]),
        ("  17:00 - 18:30 Uhr ", "2026-09-28", ["17:00 - 18:30 Uhr"]),
        (" 1\n", "2026-09", ["1"]),
        ("\u00ad\u200bam 10.\u200b Mä\u00adrz 2017\u200b, 3.4.2017", None, ["10.\u200b Mä\u00adrz 2017", "3.4.2017"]),
        ("am 10. Okto-\nber 2020 und 11.10.2020", None, ["10. Okto-\nber 2020", "11.10.2020"]),
    ],
)
def test_spans_are_places_in_the_text_as_it_is(text: str, context: str | None, found: list[str]) -> None:
    assert [text[slice(*date.span)] for date in find_dates(text, context)] == found


def test_read_date_wants_one_date() -> None:
    assert read_date("am 10. März 2017") == DateReading("2017-03-10", None, "day", (3, 16))
    assert read_date("10.03.2017 (10. März 2017)") == DateReading("2017-03-10", None, "day", (0, 10))
    assert read_date("10.03.2017 oder 11.03.2017") is None
    assert read_date("demnächst") is None


def test_dateparser_reads_other_orders_but_fills_up_nothing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_date("2017, 10. März") == DateReading("2017-03-10", None, "day", (0, 14))
        assert find_dates("2017, 10. März") == []
        for unsaid in (
            "März, der 10.",
            "März 17",
            "31 Februar, 2017",
            "2017, 31. Februar",
            "gestern um 10",
            "vor 2 Jahren im Mai",
        ):
            assert read_date(unsaid) is None


def test_json_is_plain_data() -> None:
    assert as_json("10. März 2017, 17:00 Uhr") == {
        "text": "10. März 2017, 17:00 Uhr",
        "dates": [{"start": "2017-03-10T17:00:00+01:00", "end": None, "precision": "minute", "span": [0, 24]}],
    }
    assert as_json("keines") == {"text": "keines", "dates": []}


def test_a_running_text() -> None:
    text = (
        "Niederschrift der 12. Sitzung\n28. Juni 2022, 15:30 Uhr\nPunkt 18.1: Zukunft (Vorlage 2022/0562)\n"
        "Der Rat hat am 3. Mai 2.500.000 Euro für 2023 bewilligt; die Satzung vom 1.1.2019 gilt bis 31.\n"
        "Dezember 2024. Die Sitzung endet um 19:20 Uhr.\n\n– 2 –\n13. Juli 2022"
    )
    assert [date.start for date in find_dates(text)] == [
        "2022-06-28T15:30:00+02:00",
        "2019-01-01",
        "2024-12-31",
        "2022-07-13",
    ]
    assert "2023-05-03" in [date.start for date in find_dates(text, context="2023")]


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1. ",
        "10.03.",
        "10. März - ",
        "17:00 ",
        "2017 ",
        "a-\n",
        "\u00ad1",
        "10. März 20179. März 2017",
        "30.02. ",
        "Mai, Juni, ",
        " ",
        "Mo., ",
        "\ud800",
    ],
)
def test_very_long_texts_are_read(piece: str) -> None:
    dates = find_dates(piece * 20_000 + " 10. März 2017")
    assert dates[-1].start == "2017-03-10"


def _corpus_rows() -> list[list[str]]:
    if not CORPUS_TABLE.exists():
        return []
    lines = CORPUS_TABLE.read_text(encoding="utf-8").split("\n")
    return [line.split("\t")[:3] for line in lines[1:] if line]


@pytest.mark.skipif(not CORPUS_TABLE.exists(), reason="the recorded corpus is not here")
@pytest.mark.parametrize(("text", "expected", "context"), _corpus_rows())
def test_the_corpus_reads_as_written_there(text: str, expected: str, context: str) -> None:
    assert readings(text, context or None) == expected.removeprefix("-")
