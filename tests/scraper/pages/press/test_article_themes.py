"""Made-up pages in the markup of the systems that party sites run: what a reader takes from them."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scraper.items import PressRelease
from scraper.pages.press.article import read_article

THEMES = Path(__file__).parent / "themes"


@dataclass
class Expected:
    page: str
    title: str
    published: str | None
    text: str
    author: str | None = None
    modified: str | None = None
    tags: list[str] = field(default_factory=list)


CASES = [
    Expected(
        "sunflower_wordpress",
        "Mehr Bäume für die Südstadt",
        "10. März 202616. März 2026",
        "Die Südstadt bekommt 120 neue Bäume, das hat der Ausschuss für Umwelt gestern beschlossen.\n\n"
        "„Das ist ein Erfolg für alle, die im Sommer Schatten suchen“, sagt Ratsherr Max Beispiel.\n"
        "Er hatte den Antrag gestellt.\n\n"
        "Wie es weitergeht\n\n- Im Herbst wird gepflanzt.\n- Die Anwohner werden vorher gefragt.\n\n"
        "Mehr steht in der Vorlage VO/2026/0077.",
        author="Erika Mustermann",
        tags=["Umwelt", "Bäume"],
    ),
    Expected(
        "typo3_news",
        "Sozialticket muss bleiben",
        "2026-02-17",
        "Die Verwaltung will das Sozialticket streichen, wir sagen Nein zu dieser Kürzung.\n\n"
        "Im Sozialausschuss hat die Verwaltung ihre Pläne vorgestellt, nach denen das Ticket ab Juli entfällt.\n\n"
        "„Mobilität ist kein Luxus“, erklärt dazu die Fraktionsvorsitzende.",
        author="Fraktion DIE LINKE",
    ),
    Expected(
        "union_blog",
        "Haushalt ist solide",
        "27.03.2026",
        "Der Kämmerer hat den Haushalt für 2027 eingebracht, und die Fraktion hat ihn geprüft.\n\n"
        "Für uns zählt, dass keine neuen Schulden entstehen. Darum stimmen wir zu.",
    ),
    Expected(
        "elementor_page",
        "Wohnen muss bezahlbar sein",
        "2026-01-15T09:30:00+00:00",
        "In Musterstadt fehlen 800 Wohnungen, das zeigt der neue Bericht der Verwaltung an den Rat.\n\n"
        "Wir fordern, dass die Stadt selbst baut, und zwar auf dem Gelände der alten Kaserne.\n\n"
        "Der Antrag dazu wird im Februar beraten.",
        author="Olaf Beispiel",
        modified="2026-01-16T08:00:00+00:00",
        tags=["Wohnen", "Miete"],
    ),
    Expected(
        "divs_without_paragraphs",
        "Feuerwache im Norden nötig",
        "5. Mai 2026",
        "Die Freien Wähler fordern eine neue Feuerwache im Norden der Stadt, weil die Wege zu lang sind.\n\n"
        "Das Gutachten der Verwaltung gibt ihnen recht: Acht Minuten sind nicht zu schaffen.\n\n"
        "V.i.S.d.P.: Freie Wähler Musterstadt",
    ),
    Expected(
        "drupal_fdp",
        "Digitale Schule jetzt",
        "2026-04-02T12:00:00+0200",
        "Die Schulen der Stadt sollen bis 2027 ans Glasfasernetz, fordert die FDP im Rat.\n\n"
        "Bisher haben nur drei von zwölf Schulen einen schnellen Anschluss, und das reicht nicht.\n\n"
        "Schule | Anschluss\nGoetheschule | ja\n\n„Wir haben keine Zeit mehr.“",
        tags=["Schule"],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.page)
def test_what_a_reader_takes_from_the_page(case: Expected) -> None:
    body = (THEMES / f"{case.page}.html").read_bytes()
    if case.page == "union_blog":
        body = body.decode().encode("cp1252")
    (release,) = read_article(body, f"https://www.example.org/{case.page}/")
    assert isinstance(release, PressRelease)
    assert release.title == case.title
    assert release.published_text == case.published
    assert release.modified_text == case.modified
    assert release.text == case.text
    assert release.author == case.author
    assert release.tags == case.tags


def test_there_is_a_case_for_every_page() -> None:
    assert {path.stem for path in THEMES.glob("*.html")} == {case.page for case in CASES}
