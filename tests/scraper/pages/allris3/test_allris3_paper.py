"""A paper in each skin with its stations, documents and texts; the list of papers."""

import pytest

from scraper.items import Consultation, File, Paper
from tests.scraper.pages.allris3.saved import SHOWN_AT, SITE, leads_to, of, read, read_as, text_of

CLASSIC, RESPONSIVE = "vo020-classic.html", "vo020-responsive.html"


@pytest.mark.parametrize("page", [CLASSIC, RESPONSIVE])
def test_both_skins_give_the_same_paper(page: str) -> None:
    reading = read(page)
    paper = of(reading, Paper)[0]
    assert (paper["vendor_id"], paper["reference"], paper["paper_type"]) == ("4711", "0017/2027", "Beschlussvorlage")
    assert paper["name"] == "Neubau der Kläranlage hier: Vergabe „Los 3“"
    assert [(one["role"], one["name"]) for one in paper["originators"]] == [
        ("originator", "Fraktion Mitte"),
        ("originator", "Fraktion Land"),
        ("direction", "Stadtwerke"),
    ]
    assert paper["main_file"] == "82001"
    assert {"82001", "82003"} <= {one["vendor_id"] for one in of(reading, File)}
    assert paper["other"]["Status"] == "öffentlich"
    assert paper["other"]["Sachverhalt"] == "Die Kläranlage ist 40 Jahre alt."
    assert not any("Sachbearbeitung" in str(value) for value in paper.values())
    assert reading.complaints == []


def test_the_stations_of_the_classic_skin() -> None:
    assert of(read(CLASSIC), Consultation) == [
        {
            "vendor_id": "4711-6999",
            "paper": "4711",
            "meeting": "6999",
            "agenda_item": "9001",
            "role": "Vorberatung",
            "position": 0,
            "other": {"Gremium": "Werkausschuss", "Status": "Erledigt", "Ergebnis": "vertagt"},
        },
        {
            "vendor_id": "4711-7001",
            "paper": "4711",
            "meeting": "7001",
            "agenda_item": "9102",
            "role": "Vorberatung",
            "position": 1,
            "other": {"Gremium": "Werkausschuss", "Status": "Erledigt", "Ergebnis": "mehrheitlich beschlossen"},
        },
        {  # the sitting has no agenda yet
            "vendor_id": "4711-Stadtrat",
            "paper": "4711",
            "role": "Entscheidung",
            "position": 2,
            "other": {"Gremium": "Stadtrat", "Status": "Geplant", "Datum": "18.03.2027"},
        },
        {  # no sitting yet
            "vendor_id": "4711-Beirat für Umwelt",
            "paper": "4711",
            "position": 3,
            "other": {"Gremium": "Beirat für Umwelt", "Status": "Bereit"},
        },
    ]


def test_the_stations_of_the_responsive_skin() -> None:
    stations = of(read(RESPONSIVE), Consultation)
    assert [(one["vendor_id"], one["role"], one["other"]) for one in stations] == [
        (
            "4711-7001",
            "Vorberatung",
            {"Gremium": "Werkausschuss", "Status": "Erledigt", "Ergebnis": "mehrheitlich beschlossen"},
        ),
        ("4711-Stadtrat", "Entscheidung", {"Gremium": "Stadtrat", "Status": "Geplant", "Datum": "18.03.2027"}),
    ]
    assert stations[0]["agenda_item"] == "9102"


def test_an_attachment_keeps_its_name_over_all_visits() -> None:
    """Its address has two tokens that are new each time; it stands on the page twice."""
    first = of(read(CLASSIC), File)
    again = of(read_as(text_of(CLASSIC).replace("Kx93/pQ7z", "b1/b2"), SITE + SHOWN_AT[CLASSIC]), File)
    assert first == again
    assert first[2] == {
        "vendor_id": "4711-LageplanKläranlage.pdf",
        "name": "Lageplan der Kläranlage",
        "mime_type": "application/pdf",
        "other": {"download": {"method": "LINK", "file_name": "LageplanKläranlage.pdf"}},
    }


def test_two_attachments_of_one_file_name_are_two() -> None:
    page = text_of(CLASSIC).replace("01/LageplanKl", "02/LageplanKl", 1)
    files = of(read_as(page, SITE + SHOWN_AT[CLASSIC]), File)
    assert [one["vendor_id"] for one in files[2:]] == ["4711-LageplanKläranlage.pdf", "4711-LageplanKläranlage.pdfx2"]


def test_further_columns_of_stations_do_no_harm() -> None:
    page = text_of(RESPONSIVE).replace('<th scope="col"><span>Gremium', '<th>TOP</th><th scope="col"><span>Gremium')
    page = page.replace("<td>\n<div>Werk", "<td></td>\n<td>\n<div>Werk").replace(
        "<td>\n<div>Stadt", "<td></td>\n<td>\n<div>Stadt"
    )
    page = page.replace('<td>\n<div><a href="to010', '<td>Ö 2.1</td>\n<td>\n<div><a href="to010')
    stations = of(read_as(page, SITE + SHOWN_AT[RESPONSIVE]), Consultation)
    assert stations[0]["other"]["Ergebnis"] == "mehrheitlich beschlossen"
    assert [one["role"] for one in stations] == ["Vorberatung", "Entscheidung"]


def test_the_proposal_is_text_without_its_heading() -> None:
    paper = of(read(CLASSIC), Paper)[0]
    assert paper["other"]["Beschlussvorschlag"] == "Der Auftrag wird vergeben.\nDer Rat wird unterrichtet."


def test_the_list_of_papers() -> None:
    reading = read("vo040-classic.html")
    assert of(reading, Paper) == [
        {
            "vendor_id": "4711",
            "reference": "0017/2027",
            "name": "Neubau der Kläranlage hier: Vergabe „Los 3“",
            "paper_type": "Beschlussvorlage",
            "date_text": "24.02.2027",
        },
        {
            "vendor_id": "4709",
            "reference": "0016/2027",
            "name": "Bänke am Fluss",
            "paper_type": "Anfrage",
            "date_text": "19.02.2027",
        },
    ]
    assert leads_to(reading)["papers", "53"] == "vo040.asp?shownext=true"
    assert leads_to(reading)["paper", "4709"] == "vo020.asp?VOLFDNR=4709"
    assert reading.complaints == []


def test_list_and_paper_say_the_same() -> None:
    listed, paper = of(read("vo040-classic.html"), Paper)[0], of(read(CLASSIC), Paper)[0]
    for field in listed.keys() & paper.keys():
        assert listed[field] == paper[field]


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        (CLASSIC, "Betreff:", "Titel:", "the paper's subject"),
        (CLASSIC, "<h1>Vorlage - 0017/2027", "<h1>", "the paper's reference"),
        (CLASSIC, "Vorlage-Art:", "Form:", "the paper's kind"),
        (CLASSIC, ">öffentlich<", "><", "a paper's status"),
        (CLASSIC, 'content="4711"', 'content="4712"', "paper 4711"),
        (CLASSIC, "02.03.2027&nbsp;", "", "a committee or a sitting in each row"),
        (CLASSIC, "SILFDNR", "NUMMER", "links and forms with the number of a sitting"),
        (CLASSIC, "</html>", "", "a whole page"),
        (RESPONSIVE, 'href="to010_r', 'name="" data-href="to010_r', "all stations to be read"),
        ("vo040-classic.html", "&nbsp;Bänke", " Bänke", "reference and subject of each paper"),
        ("vo040-classic.html", "<th nowrap", "<td nowrap", "3 cells under as many headings"),
        ("vo040-classic.html", "VOLFDNR=", "NR=", "papers in the list"),
    ],
)
def test_a_layout_that_changed_is_noticed(page: str, old: str, new: str, expected: str) -> None:
    assert old in text_of(page)
    complaints = read_as(text_of(page).replace(old, new), SITE + SHOWN_AT[page]).complaints
    assert any(complaint.expected.startswith(expected) for complaint in complaints), complaints
