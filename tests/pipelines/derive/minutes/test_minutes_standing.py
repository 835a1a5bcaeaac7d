"""Corrected minutes and drafts."""

import pytest

from pipelines.derive.minutes import standing_of


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Stadt Emsbach\nNiederschrift (berichtigte Fassung)\nüber die Sitzung des Rates", 1),
        ("Korrigiertes Protokoll der 3. Sitzung", 1),
        ("Protokoll, 2. Fassung", 1),
        ("Berichtigung\nder Niederschrift vom 3. März 2027", 1),
        ("Entwurf der Niederschrift", -1),
        ("ENTWURF\nNiederschrift über die Sitzung", -1),
        ("Protokoll - noch nicht genehmigt", -1),
        ("Vorläufige Niederschrift", -1),
        ("Niederschrift über die Sitzung des Rates", 0),
        ("Niederschrift\nGenehmigung der geänderten Fassung der Niederschrift", 0),
        ("Niederschrift\n1. Berichtigung der Niederschrift vom 5. Februar", 0),
        ("Niederschrift\n2. Entwurf des Haushaltsplans", 0),
        ("Niederschrift\nEntwurf des Haushaltsplans", 0),
        ("\n".join(["Niederschrift", *"abcdef", "Korrektur des Protokolls"]), 0),
        ("", 0),
    ],
)
def test_what_the_first_lines_say(text: str, standing: int) -> None:
    assert standing_of(text) == standing
