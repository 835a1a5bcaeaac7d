"""Text dumps of press pages: made-up ones in every shape, and the recorded ones."""

from pathlib import Path

import pytest

from scraper.items import Complaint, PressRelease
from scraper.pages.press.plain_text import read_plain_text

CORPUS = Path(__file__).resolve().parents[4] / "../shared/corpus/press/text"
Row = tuple[str | None, str | None, str | None, str]


def read(text: str | bytes, address: str | None = None) -> tuple[list[PressRelease], list[Complaint]]:
    body = text.encode() if isinstance(text, str) else text
    found = list(read_plain_text(body, address, "dump.txt"))
    return [one for one in found if isinstance(one, PressRelease)], [one for one in found if isinstance(one, Complaint)]


def rows(releases: list[PressRelease]) -> list[Row]:
    return [(one.title, one.published_text, one.author, one.text or "") for one in releases]


SHAPES: list[tuple[str, list[Row]]] = [
    # Title, dates and text in one line
    ("Radweg kommt 10. März 202616. März 2026 Heute hat der Rat es beschlossen.",
     [("Radweg kommt", "10. März 202616. März 2026", None, "Heute hat der Rat es beschlossen.")]),
    ("Radweg kommt 10. März 2026 | Erika Mustermann GRÜNE: Das ist gut. Am 12. März 2026 geht es los.",
     [("Radweg kommt", "10. März 2026", "Erika Mustermann", "GRÜNE: Das ist gut. Am 12. März 2026 geht es los.")]),
    ("Eins 1. Mai 20262. Mai 2026 Der erste Text.\nZwei 3. Mai 20263. Mai 2026 Der zweite Text.\nEr geht weiter.",
     [("Eins", "1. Mai 20262. Mai 2026", None, "Der erste Text."),
      ("Zwei", "3. Mai 20263. Mai 2026", None, "Der zweite Text.\nEr geht weiter.")]),
    # The day in a line of its own, after the title or before it
    ("Radweg kommt\n\n10.03.2026 |\nErika Mustermann\n\nHeute hat der Rat es beschlossen.\n\nMehr »",
     [("Radweg kommt", "10.03.2026", "Erika Mustermann", "Heute hat der Rat es beschlossen.")]),
    ("10. März 2026 – Pressemitteilung SPD-Fraktion\nRadweg an der Hauptstraße kommt: Sicherheit wird\nChefsache\n"
     "Der Rat hat ihn beschlossen. Das ist gut,\nsagt die Fraktion.",
     [("Radweg an der Hauptstraße kommt: Sicherheit wird Chefsache", "10. März 2026", "SPD-Fraktion",
       "Der Rat hat ihn beschlossen. Das ist gut, sagt die Fraktion.")]),
    ("-\n10. März 2026 | Presse\nRadweg kommt endlich!\n10.03.2026 – Der Rat hat ihn "
        "beschlossen.\nPressemitteilung lesen -",
     [("Radweg kommt endlich!", "10. März 2026", None, "10.03.2026 – Der Rat hat ihn beschlossen.")]),
    ("Radweg kommt\n10. März 202616. März 2026\nDer Rat hat ihn beschlossen.",
     [("Radweg kommt", "10. März 202616. März 2026", None, "Der Rat hat ihn beschlossen.")]),
    # Text that begins with the day, without a title
    ("Presse\n11.03.2026 – Der Rat hat ihn beschlossen. Gut so.\n04.03.2026 – Wir fordern den Radweg. Jetzt.",
     [(None, "11.03.2026", None, "Der Rat hat ihn beschlossen. Gut so."),
      (None, "04.03.2026", None, "Wir fordern den Radweg. Jetzt.")]),
    # No day at all: that in the text is an event's
    ("Radweg kommt\n\nPressemitteilung\n\nAm Montag, den 27.10.2025 hat der Rat ihn beschlossen.",
     [("Radweg kommt", None, None, "Am Montag, den 27.10.2025 hat der Rat ihn beschlossen.")]),
    ("Titel: Radweg kommt\nDatum: 10. März 2026\nAutor: Erika Mustermann\n\nDer Rat hat ihn beschlossen.",
     [("Radweg kommt", "10. März 2026", "Erika Mustermann", "Der Rat hat ihn beschlossen.")]),
    ("Titel: Eins\nDatum: 1. Mai 2026\n\nDer erste Text.\n\nDatum: 3. Mai 2026\nTitel: Zwei\n\nDer zweite Text.",
     [("Eins", "1. Mai 2026", None, "Der erste Text."), ("Zwei", "3. Mai 2026", None, "Der zweite Text.")]),
    # Titles that end with a year, hold a day or a sentence of their own
    ("Haushalt 2026 10. März 202616. März 2026 Der Rat hat ihn beschlossen.",
     [("Haushalt 2026", "10. März 202616. März 2026", None, "Der Rat hat ihn beschlossen.")]),
    ("Fest am 5. Mai 2026 war schön 10. Mai 202616. Mai 2026 Der Rat hat gefeiert.",
     [("Fest am 5. Mai 2026 war schön", "10. Mai 202616. Mai 2026", None, "Der Rat hat gefeiert.")]),
    ("Rückblick auf den 8. März 2026 10. März 202616. März 2026 Der Rat hat gefeiert.",
     [("Rückblick auf den 8. März 2026", "10. März 202616. März 2026", None, "Der Rat hat gefeiert.")]),
    ("Es reicht! Wir wollen Radwege 10. März 202616. März 2026 von Erika Mustermann Der Rat hat getagt.",
     [("Es reicht! Wir wollen Radwege", "10. März 202616. März 2026", "Erika Mustermann", "Der Rat hat getagt.")]),
    # Words around the day
    ("Radweg kommt\r\nVon Erika Mustermann | 12. März 2026\r\n\r\nDer Rat hat ihn beschlossen.",
     [("Radweg kommt", "12. März 2026", "Erika Mustermann", "Der Rat hat ihn beschlossen.")]),
    ("Radweg kommt\n12. März 2026 von Erika Mustermann\n\nDer Rat hat ihn beschlossen.",
     [("Radweg kommt", "12. März 2026", "Erika Mustermann", "Der Rat hat ihn beschlossen.")]),
    ("Radweg kommt\nVeröffentlicht am 10.03.2026 um 12:44 Uhr / Aktualisiert am 16.03.2026 um 10:00 Uhr\nDer Rat will.",
     [("Radweg kommt", "10.03.2026 um 12:44 Uhr / Aktualisiert am 16.03.2026 um 10:00 Uhr", None, "Der Rat will.")]),
    ("Pressemitteilung vom 10. März 2026\n\nRadweg kommt\n\nDer Rat hat ihn beschlossen. Das ist gut.",
     [("Radweg kommt", "10. März 2026", None, "Der Rat hat ihn beschlossen. Das ist gut.")]),
    ("Radweg kommt\n\nMusterstadt, den 10. März 2026\n\nDer Rat hat ihn beschlossen. Das ist gut.",
     [("Radweg kommt", "10. März 2026", None, "Der Rat hat ihn beschlossen. Das ist gut.")]),
    ("# Radweg kommt\n\n*10. März 2026*\n\nDer Rat hat ihn beschlossen. Das ist gut.",
     [("Radweg kommt", "10. März 2026", None, "Der Rat hat ihn beschlossen. Das ist gut.")]),
    # The day below a label is that of an event
    ("Radweg kommt\n10.03.2026\n\nDer Rat hat ihn beschlossen.\nTermin:\n12.04.2026\nKommen Sie.",
     [("Radweg kommt", "10.03.2026", None, "Der Rat hat ihn beschlossen.\nTermin:\n12.04.2026 Kommen Sie.")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_shapes(text: str, expected: list[Row]) -> None:
    releases, complaints = read(text)
    assert rows(releases) == expected
    assert all(one.severity == "warning" for one in complaints)


def test_the_address_in_the_dump_is_the_release_s() -> None:
    ((release,), _) = read("URL: http://www.x.de/radweg/ (TYPO3)\nRadweg kommt\n\nDer Rat hat ihn beschlossen.")
    assert (release.source_url, release.vendor_id) == ("http://www.x.de/radweg/", "https://x.de/radweg")


def test_the_day_may_stand_in_the_address() -> None:
    ((release,), complaints) = read("URL: https://x.de/2021/01/15/radweg/\nDer Rat hat ihn beschlossen. Das ist gut.")
    assert (release.title, release.published_text) == (None, "2021-01-15")
    assert [one.came for one in complaints] == [
        "a release without a title: Der Rat hat ihn beschlossen. Das ist gut. …"
    ]


def test_several_releases_of_one_page_have_names_of_their_own_that_stay() -> None:
    dump = "URL: https://x.de/presse/\nEins 1. Mai 20262. Mai 2026 Der Text.\nZwei 3. Mai 20263. Mai 2026 Der Text."
    first, second = (one.vendor_id for one in read(dump)[0])
    assert first != second
    assert [one.vendor_id for one in read(dump.replace("Eins", "Neu 7. Mai 20267. Mai 2026 Text.\nEins"))[0]][1:] == [
        first,
        second,
    ]


def test_text_that_belongs_to_no_release_is_not_lost() -> None:
    releases, (complaint, *_) = read(
        "Das steht noch von vorher da. Es ist ein Rest.\nPresse\n11.03.2026 – Der Rat hat beschlossen. Gut."
    )
    assert len(releases) == 1
    assert "Das steht noch von vorher da." in complaint.came
    assert complaint.body


@pytest.mark.parametrize("text", ["", "\n\n", "---\n***", "URL: https://x.de/"])
def test_nothing_in_it(text: str) -> None:
    releases, (complaint,) = read(text)
    assert releases == []
    assert complaint.severity == "error"


def test_old_windows_encoding() -> None:
    ((release,), _) = read("Für Räder 10. März 2026 Der Rat – „gut“.".encode("cp1252"))
    assert (release.title, release.text) == ("Für Räder", "Der Rat – „gut“.")


@pytest.mark.skipif(not CORPUS.exists(), reason="the recorded dumps (../shared/corpus) are not here")
class TestRecorded:
    def read(self, name: str) -> list[PressRelease]:
        return read((CORPUS / f"{name}.txt").read_bytes())[0]

    def test_the_release_the_project_began_with(self) -> None:
        (release,) = self.read("gruene-duesseldorf_integrationskonzept_2017")
        assert release.title == "GRÜNE sind Motor beim Integrationskonzept"
        assert release.published_text == "10. März 201716. März 2017"
        assert (release.text or "").startswith("Seit Anfang Januar wurde der Entwurf")
        assert (release.text or "").endswith("soll kein grünes Thema bleiben!")

    @pytest.mark.parametrize(
        ("name", "dates", "untitled"),
        [
            ("cdu-fraktion-duesseldorf_meldungen_2015-2018", ["07.12.2016", "01.12.2016", "30.11.2018"], 0),
            (
                "gruene-duesseldorf_kategorie_presse_page7_2020",
                ["11.03.2020", "04.03.2020", "03.03.2020", "17.12.2019"],
                4,
            ),
            ("gruene-duesseldorf_pm_radwege_2025", ["17. Juni 2025"], 0),
            (
                "gruene-duesseldorf_tag_mobilitaet_2018",
                ["21. Juni 20186. Februar 2019", "17. Mai 20184. Juli 2018", "4. Mai 201817. Oktober 2018"],
                0,
            ),
            ("gruene-duesseldorf_umweltspur_2019", ["09. Januar 2019"], 0),
            ("gruene-ratingen_2012", ["28. September 201213. Februar 2023"], 0),
            ("linksfraktion-duesseldorf_2025-10", [None], 0),
            ("spd-duesseldorf_2021-01-15", ["2021-01-15"], 1),
        ],
    )
    def test_days_and_titles(self, name: str, dates: list[str | None], untitled: int) -> None:
        releases = self.read(name)
        assert [one.published_text for one in releases] == dates
        assert sum(one.title is None for one in releases) == untitled

    def test_lists_give_each_release(self) -> None:
        assert len(self.read("gruene-duesseldorf_kategorie_presse_2025")) == 6
        assert [one.title is not None for one in self.read("gruene-duesseldorf_presse_lcp_page1-17")] == [True] * 7
