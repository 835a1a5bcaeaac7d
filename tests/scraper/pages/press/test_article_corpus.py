"""The eleven recorded press pages, against what a careful reader noted down from them."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from scraper.items import Complaint, PressRelease
from scraper.pages.press.article import read_article

CORPUS = Path(__file__).resolve().parents[4] / "../shared/corpus/press/html"
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the recorded pages (../shared/corpus) are not here")


@dataclass
class Noted:
    page: str
    title: str
    day: str
    """As the page has it: the beginning of an ISO moment, or the words it shows."""
    begins: str
    ends: str
    absent: tuple[str, ...]
    author: str | None = None


NOTED = [
    Noted(
        "Osthessen-news.de-Buergermeisterwahl.html",
        "Claudia Brandes und ihr links-grünes Bündnis müssen jetzt liefern",
        "2023-11-06",
        "06.11.23 - Sensation in der schwarzen Hochburg",
        "(Christian P. Stadtfeld) +++",
        ("Archivfoto", "Personalreferent", "DEN RICHTIGEN FINDEN", "Twittern", "Bensing", "Wetter"),
    ),
    Noted(
        "cdu-fraktion-erfurt.de.waldorfschule.html",
        "Entwicklung der Waldorfschule ermöglicht",
        "22.05.2014",
        "Ein positives Signal gab es diese Woche",
        "der steigenden Nachfrage gerecht zu werden.",
        ("Elefantengedächtnis", "weiter lesen", "Schlagworte", "Zurück", "Erstellt am", "Infobrief"),
        "CDU - Fraktion Erfurt",
    ),
    Noted(
        "dawo-dresden.de-Winterausstellung.html",
        "Drei Haselnüsse für Aschenbrödel: Jetzt Tickets sichern für Winterausstellung",
        "2023-10-30",
        "Die Winterausstellung „Drei Haselnüsse für Aschenbrödel“",
        "Am 24. und 31. Dezember ist geschlossen.",
        ("Post Views", "WortRaum", "Kommentar", "Sylvio", "Mehr Nachrichten", "Wochenmärkte"),
        "Carola Pönisch",
    ),
    Noted(
        "die-partei.net.luebeck.html",
        "Das Ministerium für Club-Kultur informiert…",
        "Donnerstag, 31. Mai 2012",
        "Die GEMA dreht völlig am Zeiger!",
        "gegen-die-tarifreform-2013-gema-verliert-augenmass",
        ("Steuerdarling", "Stammtisch", "Impressum", "Neuigkeiten", "31. Mai"),
    ),
    Noted(
        "fdpbt.de-epidemischenLage.html",
        "Beendigung der epidemischen Lage von nationaler Tragweite",
        "2021-10-27",
        "Die Bundestagsfraktionen von SPD, Bündnis 90/Die Grünen und FDP beenden",
        "Konzeptpapier zur Beendigung der epidemischen Lage von nationaler Tragweite",
        ("Teilen auf", "asdasd", "Newsletter", "Weltbeste Bildung", "Footer menu", "27.10.2021"),
    ),
    Noted(
        "gruene-bundestag.de-COP26.html",
        "COP26 in Glasgow",
        "03.11.2021",
        "Die Erwartungen an die 26. UN-Klimakonferenz",
        "zu stoppen und den Trend umzukehren.",
        (
            "picture alliance",
            "Klimaaußenpolitik",
            "Drucken",
            "Abgasskandal",
            "Youtube",
            "Mehr Klimaschutz",
            "03.11.2021",
        ),
        "Bündnis 90/Die Grünen Bundestagsfraktion",
    ),
    Noted(
        "linksfraktion.de-Abzocke.html",
        "»Abzocke wird als Klimaschutz verkauft«",
        "2021-11-02",
        "Viele Menschen könnten sich die steigenden Energiepreise",
        "Deutschlandfunk, 02. November 2021",
        ("Auch interessant", "Katja Kipping", "Platz der Republik", "Funktionszulagen", "Im Wortlaut"),
    ),
    Noted(
        "piratenpartei-marburg.de.fridays.html",
        "Wir unterstützen Fridays for Future",
        "2019-09-21",
        "Diese Seite war gestern nicht erreichbar",
        "auf der Straße waren, eindrucksvoll gezeigt.",
        ("Foto:", "Forum", "Stammtisch", "Schlagworte", "Vorheriger", "Staatstrojaner"),
        "flerche",
    ),
    Noted(
        "piratenpatei.de-Entlarvt.html",
        "Patrick Breyer: Haugen-Anhörung entlarvt den Unwillen der EU, das digitale Zeitalter in die eigene "
        "Hand zu nehmen",
        "2021-11-12",
        "Die Anhörung der Facebook-Whistleblowerin Francis Haugen",
        "profitgetriebenen Konzernen anzuvertrauen.“",
        ("Kommentar", "Diaspora", "Vorheriger", "Flaschenpost", "E-Mail-Adresse", "SaveYourInternet"),
    ),
    Noted(
        "presse-ausburg.de-Tarifverbund.html",
        "Augsburger Verkehrs- und Tarifverbund AVV erhöht die ÖPNV-Preise deutlich",
        "2023-11-06",
        "Die Ticketpreise im AVV werden ab 1. Januar 2024",
        "so Dr. Linda Kisabaka, AVV-Geschäftsführerin.",
        ("Ofarim", "Passwort", "Herzlich willkommen", "6. November 2023", "Farny", "Facebook"),
        "Presse Augsburg",
    ),
]


@pytest.mark.parametrize("noted", NOTED, ids=lambda noted: noted.page)
def test_recorded_release(noted: Noted) -> None:
    (release,) = read_article((CORPUS / noted.page).read_bytes(), "")
    assert isinstance(release, PressRelease)
    text = release.text or ""
    assert release.title == noted.title
    assert (release.published_text or "").startswith(noted.day)
    assert text.startswith(noted.begins)
    assert text.endswith(noted.ends)
    assert [phrase for phrase in noted.absent if phrase in text] == []
    assert release.author == noted.author


def test_a_front_page_is_no_release() -> None:
    (complaint,) = read_article((CORPUS / "bayern.de.html").read_bytes(), "")
    assert isinstance(complaint, Complaint)
    assert "front page" in complaint.came
    assert complaint.body


def test_every_recorded_page_is_noted() -> None:
    assert {path.name for path in CORPUS.glob("*.html")} == {noted.page for noted in NOTED} | {"bayern.de.html"}
