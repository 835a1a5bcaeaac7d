"""Words broken at the ends of lines."""

import pytest

from pipelines.derive.documents.hyphens import Hyphens


def mended(*pages: str) -> list[str]:
    return Hyphens(pages).mended_pages()


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        # a word, with what stands behind it, goes to the line where it begins
        ("Der Rat hat beschlos-\nsen, den Plan", "Der Rat hat beschlossen,\nden Plan"),
        ("Der Rat hat beschlos-\nsen.", "Der Rat hat beschlossen."),
        ("Straßenreini-\ngungsgebühren-\nsatzung 2024", "Straßenreinigungsgebührensatzung\n2024"),
        ("Stadt\u00adver\u00adwal\u00ad\ntung der", "Stadtverwaltung\nder"),
        ("Bezirks\u2010\nvertretung", "Bezirksvertretung"),
        # hyphens that belong to the word
        ("die CDU-\nFraktion beantragt", "die CDU-Fraktion\nbeantragt"),
        ("eine EU-\nweite Vergabe", "eine EU-weite\nVergabe"),
        ("per E-\nmail an", "per E-mail\nan"),
        ("ein CO2-\nneutraler Bau", "ein CO2-neutraler\nBau"),
        ("in den Jahren 2016-\n2020 wurden", "in den Jahren 2016-2020\nwurden"),
        ("SPD-\nFDP", "SPD-FDP"),
        # a part of the next word
        ("Haupt-\nund Finanzausschuss", "Haupt-\nund Finanzausschuss"),
        ("Vor-\noder Nachteile", "Vor-\noder Nachteile"),
        ("Haupt-\nundurchsichtig", "Hauptundurchsichtig"),
        # dashes and lists
        ("Ein Gedanke -\nso heißt es - ist frei", "Ein Gedanke -\nso heißt es - ist frei"),
        ("-\nfür die Schule", "-\nfür die Schule"),
        ("Kosten: 100,-\n\nEinnahmen", "Kosten: 100,-\n\nEinnahmen"),
        ("Ziffer 3 -\n", "Ziffer 3 -\n"),
        ("", ""),
    ],
)  # fmt: skip
def test_words_become_whole_and_keep_their_own_hyphens(page: str, whole: str) -> None:
    assert mended(page) == [whole]


def test_the_document_decides_where_both_are_possible() -> None:
    page = "das nordrhein-\nwestfälische Recht. Wie alle nordrhein-westfälischen Städte"
    assert mended(page)[0].startswith("das nordrheinwestfälische")
    page = "das nordrhein-\nwestfälische Recht. Eine nordrhein-westfälische Stadt"
    assert mended(page)[0].startswith("das nordrhein-westfälische\nRecht")


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        ("BESCHLUSS-\nVORLAGE", "BESCHLUSS-VORLAGE"),
        ("BESCHLUSS-\nVORLAGE\nDie Beschlussvorlage", "BESCHLUSSVORLAGE\nDie Beschlussvorlage"),
    ],
)
def test_capitals_are_one_word_if_the_document_writes_it_so(page: str, whole: str) -> None:
    assert mended(page) == [whole]


def test_a_word_broken_between_two_pages_stands_on_the_first() -> None:
    assert mended("Der Ausschuss ist beschluss-", "fähig. Die Sitzung beginnt.") == [
        "Der Ausschuss ist beschlussfähig.",
        "Die Sitzung beginnt.",
    ]


@pytest.mark.parametrize("following", ["Die nächste Sitzung", "und Finanzausschuss", "", "- für"])
def test_pages_that_do_not_go_on_with_the_word_stay(following: str) -> None:
    assert mended("Bericht aus dem Haupt-", following) == ["Bericht aus dem Haupt-", following]


def test_words_are_neither_lost_nor_doubled() -> None:
    page = "Erste Zeile mit Um-\nbruch und der Ein-\nund Ausgabe-\n\nLeere Zeile-\nEnde"
    letters = "".join(filter(str.isalpha, page))
    assert "".join(filter(str.isalpha, mended(page)[0])) == letters
