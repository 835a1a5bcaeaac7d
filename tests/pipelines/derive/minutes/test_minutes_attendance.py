"""Lists of who was there, as offices head them."""

import pytest

from tests.pipelines.derive.minutes.minutes_of import cut

ITEMS = "\nTOP 1 Eröffnung\nFrau Ott eröffnet die Sitzung und stellt fest, dass alle anwesend sind.\n"


@pytest.mark.parametrize(
    "listed",
    [
        "Anwesend sind:\nBürgermeisterin Ott\nGemeindevertreter Brandt",
        "Anwesenheitsliste\nVorsitz\nFrau Ott\nMitglieder\nHerr Brandt\nEntschuldigt\nHerr Lund",
        "Teilnehmerverzeichnis\nFrau Ott\nHerr Brandt",
        "Mitglieder:\nFrau Ott\nVerwaltung:\nHerr Brandt",
        "Vorsitzende: Frau Ott\nStimmberechtigte Mitglieder: 12\nEs fehlten: niemand",
        "1. Anwesende Mitglieder\nFrau Ott\n2. Es fehlten entschuldigt\nHerr Lund",
    ],
)
@pytest.mark.parametrize(
    "after", ["", "\nBeginn: 18 Uhr", "\nDie Vorsitzende eröffnet die Sitzung.", "\nTagesordnung\n1 Eröffnung"]
)
def test_in_the_head(listed: str, after: str) -> None:
    found = cut(f"Niederschrift über die 3. Sitzung\n{listed}{after}{ITEMS}", "1 | Eröffnung")
    assert found.attendance == listed
    assert listed in found.head


def test_behind_the_last_item() -> None:
    found = cut(
        f"Niederschrift{ITEMS}Ende der Sitzung: 19 Uhr\nAnwesenheitsliste\nFrau Ott\nHerr Lund", "1 | Eröffnung"
    )
    assert found.attendance == "Anwesenheitsliste\nFrau Ott\nHerr Lund"


def test_words_about_it_in_an_item_are_no_list() -> None:
    assert cut(f"Niederschrift{ITEMS}Es fehlten Angaben zu den Kosten.", "1 | Eröffnung").attendance is None
