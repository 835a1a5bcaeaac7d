"""A paper with its stations, an item without a paper, and the list of papers."""

import pytest

from scraper.items import AgendaItem, Consultation, File, Paper
from tests.scraper.pages.sdnet.saved import SITE, changed, leads_to, of, read

SITTING = "werkausschuss-2027-03-02"
COUNCIL = "rat-der-stadt-klarhausen-2027-03-18"


def test_the_paper() -> None:
    reading = read("vorgang.html")
    (paper,) = of(reading, Paper)
    files = paper.pop("files")
    assert paper == {
        "vendor_id": "bv-17-2027",
        "source_url": f"{SITE}vorgang/?__=Vm9yZ2FuZw",
        "reference": "BV 17/2027",
        "name": "Neubau der Kläranlage Vergabe der Erdarbeiten",
        "paper_type": "Beschlussvorlage",
        "date_text": "15.02.2027",
        "main_file": "bv-17-2027-beschlussvorlage-bv-17-2027-pdf",
        "originators": [
            {
                "role": "originator",
                "name": "Fraktion Klares Wasser",
                "organization": "fraktion-klares-wasser",
                "person": None,
            },
            {"role": "direction", "name": "Amt für Tiefbau", "organization": None, "person": None},
        ],
        "other": {"Verfahren": "Ausschreibung"},  # and no name of a clerk
    }
    assert [link["role"] for link in files] == ["mainFile", "auxiliaryFile", "auxiliaryFile"]
    assert reading.complaints == []


def test_documents_have_the_names_that_the_agenda_gives_them() -> None:
    paper = {file["vendor_id"]: file for file in of(read("vorgang.html"), File)}
    agenda = {file["vendor_id"]: file for file in of(read("tops.html"), File)}
    common = paper.keys() & agenda.keys()
    assert common == {"bv-17-2027-beschlussvorlage-bv-17-2027-pdf", "bv-17-2027-lageplan-suedufer-pdf"}
    assert {name: paper[name] for name in common} == {name: agenda[name] for name in common}
    assert paper.keys() - common == {"bv-17-2027-lageplan-suedufer-pdfx2"}  # another document of that name


def test_the_stations() -> None:
    assert of(read("vorgang.html"), Consultation) == [
        {
            "vendor_id": f"bv-17-2027-{SITTING}",
            "paper": "bv-17-2027",
            "meeting": SITTING,
            "agenda_item": f"{SITTING}-bv-17-2027",
            "organization": "werkausschuss",
            "organizations": [{"organization": "werkausschuss"}],
            "position": 0,
        },
        {
            "vendor_id": f"bv-17-2027-{COUNCIL}",
            "paper": "bv-17-2027",
            "meeting": COUNCIL,
            "agenda_item": f"{COUNCIL}-bv-17-2027",
            "organization": "rat-der-stadt-klarhausen",
            "organizations": [{"organization": "rat-der-stadt-klarhausen"}],
            "position": 1,
        },
        {
            "vendor_id": "bv-17-2027-ausschuss-fuer-wald-feld-und-flur",
            "paper": "bv-17-2027",
            "organization": "ausschuss-fuer-wald-feld-und-flur",
            "organizations": [{"organization": "ausschuss-fuer-wald-feld-und-flur"}],
            "position": 2,
        },
    ]


def test_results_are_told_of_the_items_that_the_agendas_name() -> None:
    results = of(read("vorgang.html"), AgendaItem)
    assert results == [
        {"vendor_id": f"{SITTING}-bv-17-2027", "meeting": SITTING, "result": "Einstimmig, 1 Enthaltung(en)"},
        {
            "vendor_id": f"{COUNCIL}-bv-17-2027",
            "meeting": COUNCIL,
            "result": "Mehrheitlich dafür\nJa 12, Nein 3",
            "resolution_text": "Der Rat vergibt die Arbeiten.",
        },
    ]
    assert results[0]["vendor_id"] in {item["vendor_id"] for item in of(read("tops.html"), AgendaItem)}


def test_an_item_without_a_paper_is_the_one_of_the_agenda() -> None:
    reading = read("vorgang-item.html")
    (item,) = of(reading, AgendaItem)
    assert item == {"vendor_id": f"{SITTING}-200-801", "meeting": SITTING, "result": "Zur Kenntnis genommen"}
    assert item["vendor_id"] in {one["vendor_id"] for one in of(read("tops.html"), AgendaItem)}
    assert (len(reading.items), reading.complaints) == (1, [])


def test_an_item_without_a_paper_may_be_called_by_its_subject() -> None:
    reading = changed("vorgang-item.html", ">Vorgang<", ">Vorgang Fragen der Einwohner<")
    assert [item.vendor_id for item in reading.items] == [f"{SITTING}-200-801"]
    assert reading.complaints == []


def test_several_attachments_of_an_item_without_a_paper_are_its_documents() -> None:
    link = (
        '<a href="https://rim.example.org/sdnetrim/R3Jh/{}.pdf"><span class="attachment-link vorlage-attachment-link">'
    )
    many = "".join(link.format(name) + f"</span><span>{name} (90 KB)</span></a>" for name in ("Karte", "Foto"))
    row = (
        '<tr><th scope="row">Dokument:</th><td class="document-icon-margin">{}</td></tr>\n        </table>\n    </div>'
    )
    reading = changed("vorgang-item.html", "        </table>\n    </div>", row.format(many))
    assert [(file["vendor_id"], file["name"]) for file in of(reading, File)] == [
        (f"{SITTING}-200-801-karte-pdf", "Karte"),
        (f"{SITTING}-200-801-foto-pdf", "Foto"),
    ]
    assert [link["role"] for link in of(reading, AgendaItem)[0]["files"]] == ["auxiliaryFile", "auxiliaryFile"]
    assert reading.complaints == []


def test_the_way_on_from_a_paper() -> None:
    assert leads_to(read("vorgang.html")) == {
        ("agenda", SITTING): "tops/?__=S2xhckFscE1lZXRpbmcwMQ",
        ("agenda", COUNCIL): "tops/?__=S2xhckFscE1lZXRpbmcwNA",
        ("organization", "werkausschuss"): "gremien/?__=S2xhckFscE9yZ2FuMDAx",
        ("organization", "rat-der-stadt-klarhausen"): "gremien/?__=S2xhckFscE9yZ2FuMDAy",
        ("organization", "ausschuss-fuer-wald-feld-und-flur"): "gremien/?__=S2xhckFscE9yZ2FuMDAz",
    }


def test_the_list_names_papers_and_leads_to_sittings_and_to_papers_without_one() -> None:
    reading = read("vorlagen.html")
    assert of(reading, Paper) == [
        {
            "vendor_id": "bv-40-2027",
            "reference": "BV 40/2027",
            "name": "Zaun am Bach",
            "paper_type": "Beschlussvorlage",
        },
        {
            "vendor_id": "bv-17-2027",
            "reference": "BV 17/2027",
            "name": "Neubau der Kläranlage Vergabe der Erdarbeiten",
            "paper_type": "Beschlussvorlage",
        },
    ]
    assert leads_to(reading) == {
        ("paper", "bv-40-2027"): "vorgang/?__=S2xhckFscFBhcGVyMDQ",
        ("agenda", SITTING): "tops/?__=S2xhckFscE1lZXRpbmcwMQ",
        ("papers", "papers-2"): "vorlagen?__=S2xhckFscFBhZ2UwMDI",
    }
    assert reading.complaints == []


def test_the_subject_of_a_listed_paper_is_not_a_part_of_its_number() -> None:
    reading = changed("vorlagen.html", ">BV 40/2027<", "><span>BV 40/2027</span><")
    paper = of(reading, Paper)[0]
    assert (paper["reference"], paper["name"], paper["paper_type"]) == (
        "BV 40/2027",
        "Zaun am Bach",
        "Beschlussvorlage",
    )


def test_the_last_page_of_the_list_leads_to_no_further_one() -> None:
    last = changed("vorlagen.html", 'aria-current="page">1<', 'aria-current="page">3<')
    assert not any(kind == "papers" for kind, _ in leads_to(last))


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        ("vorgang.html", "Vorgang BV 17/2027", "Sitzungsgeld", "a paper with its number and its subject"),
        ("vorgang.html", "Betreff:", "Thema:", "a paper with its number and its subject"),
        ("vorgang.html", "                    BV 17/2027  ", "  BV 99/2027 ", "what kind of paper 'BV 17/2027' is"),
        ("vorgang.html", "column-gremium", "x", "a station with its sitting, committee and result"),
        ("vorgang.html", "column-ergebnis", "x", "a station with its sitting, committee and result"),
        ("vorgang.html", ">Di, 02.03.2027 16:03 Uhr<", ">bald<", "the date of a sitting"),
        ("vorgang.html", 'href="https://rim.example.org/tops/', 'x="', "a link to the sitting"),
        (
            "vorgang.html",
            '"heading">Vorgang BV 17/2027<',
            '"heading">Vorgang<',
            "the number of the paper whose documents",
        ),
        ("vorgang-item.html", "data-vorgang-id", "data-x", "the item that the page is about"),
        ("vorgang-item.html", "</html>", "", "a whole page"),
        ("vorlagen.html", "column-betreff", "x", "a paper with its number, its link and its sitting"),
        ("vorlagen.html", "column-termin", "x", "a paper with its number, its link and its sitting"),
        ("vorlagen.html", "Di, 02.03.2027 16:03 Uhr", "bald", "a sitting with its date and its committee"),
    ],
)
def test_a_layout_that_changed_is_noticed(page: str, old: str, new: str, expected: str) -> None:
    complaints = changed(page, old, new).complaints
    assert any(complaint.expected.startswith(expected) for complaint in complaints), complaints
