"""Results in the short forms that councils print: forms, boxes, columns. Towns, people and papers are invented."""

import pytest

from pipelines.german.outcomes import Outcome, read_minutes_item, read_result

Numbers = tuple[Outcome | None, int | None, int | None, int | None]


def numbers(text: str) -> Numbers:
    [vote] = read_result(text)
    return vote.outcome, vote.yes, vote.no, vote.abstain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anwesend 14 Ja 11 Nein 3", ("accepted", 11, 3, None)),
        ("Anwesend: 14 Ja: 11 Nein: 3", ("accepted", 11, 3, None)),
        ("Anw.: 14 Ja: 4 Nein: 10", ("rejected", 4, 10, None)),
        ("Ja: 11, Nein: 3, Anwesend: 14", ("accepted", 11, 3, None)),
        ("15 anwesend\n12 dafür\n3 dagegen", ("accepted", 12, 3, None)),
        ("Anzahl der Mitglieder: 17\ndavon anwesend: 15\nJa-Stimmen: 12\nNein-Stimmen: 3", ("accepted", 12, 3, None)),
        ("gesetzl. Mitgliederzahl 17, anwesend 15, dafür 12, dagegen 3", ("accepted", 12, 3, None)),
        ("von den Anwesenden 12 Ja-Stimmen, 3 Nein-Stimmen", ("accepted", 12, 3, None)),
        ("Stimmberechtigte: 6\nJa-Stimmen: 2\nNein-Stimmen: 3\nEnthaltungen: 1", ("rejected", 2, 3, 1)),
    ],
)
def test_those_who_were_there_are_no_votes(text: str, expected: Numbers) -> None:
    assert numbers(text) == expected
    assert read_result(text)[0].part is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Für: 9 Gegen: 2", ("accepted", 9, 2, None)),
        ("Für den Antrag: 4\nGegen den Antrag: 11\nEnthaltungen: 1", ("rejected", 4, 11, 1)),
        ("9 Stimmen für den Antrag, 12 Stimmen gegen den Antrag", ("rejected", 9, 12, None)),
        ("Zustimmung 5 Ablehnung 2 Enthaltung 1", ("accepted", 5, 2, 1)),
        ("Dafür stimmten 9, dagegen 2, Enthaltungen 1", ("accepted", 9, 2, 1)),
        ("J 9 / N 2 / E 1", ("accepted", 9, 2, 1)),
        ("18 dafür / 2 dagegen / 1 enthalten", ("accepted", 18, 2, 1)),
        ("bei einundzwanzig Ja-Stimmen und vierunddreißig Nein-Stimmen abgelehnt", ("rejected", 21, 34, None)),
        ("dafür: 2 (2 ABC)\n\ndagegen: 13 (4 DEF, 9 GHI)\n\nEnth.: 1 (Herr Muster)", ("rejected", 2, 13, 1)),
        ("Ja-Stimmen\n\n10\n\nNein-Stimmen\n\n3", ("accepted", 10, 3, None)),
    ],
)
def test_counts_by_other_names(text: str, expected: Numbers) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abstimmungsergebnis: 9/2/1", ("accepted", 9, 2, 1)),
        ("Abstimmung (Ja/Nein/Enthaltung): 4/7/0", ("rejected", 4, 7, 0)),
        ("Abstimmung: 6/6/0 (dafür/dagegen/enthalten)", ("rejected", 6, 6, 0)),
        ("einstimmig (9/0/0)", ("accepted", 9, 0, 0)),
        ("Mit 18 : 2 : 1 Stimmen beschlossen", ("accepted", 18, 2, 1)),
        ("Abstimmungsergebnis: 9 : 2", ("accepted", 9, 2, None)),
        ("Mit 9 : 2 Stimmen beschließt der Gemeinderat den Plan.", ("accepted", 9, 2, None)),
    ],
)
def test_numbers_in_a_row(text: str, expected: Numbers) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Abstimmungsergebnis: 12/10/2", id="12 may be those who were there"),
        pytest.param("Abstimmung (anwesend/dafür/dagegen): 12/9/3", id="the legend says something else"),
        pytest.param("Abstimmungsergebnis vom 12/3/2031", id="a date"),
        pytest.param("Anwesend: 16 + 1 / Ja-Stimmen: 16 + 1", id="council and mayor: no sum is printed"),
        pytest.param("Einstimmig / mit Stimmenmehrheit / Ja / Nein / Enthaltung", id="a form left blank"),
        pytest.param("Einstimmig  Mit Stimmenmehrheit  Ja  Nein", id="a form left blank, by spaces"),
        pytest.param("Abstimmungsergebnis:\nJA:\nNEIN:\n", id="columns left blank"),
        pytest.param("☐ Ja ☐ Nein ☐ Enthaltung", id="no box is ticked"),
        pytest.param("ABC, DEF gegen GHI (= Ablehnung)", id="how a group voted"),
    ],
)
def test_what_proves_nothing_is_not_read(text: str) -> None:
    assert read_result(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("☒ einstimmig ☐ mehrheitlich ☐ abgelehnt", ("accepted", "unanimous", None)),
        ("☐ einstimmig\n☒ mehrheitlich bei 2 Gegenstimmen\n☐ abgelehnt", ("accepted", "majority", 2)),
        ("[ ] einstimmig [x] mit Stimmenmehrheit", ("accepted", "majority", None)),
        ("<p>&#9746; einstimmig</p><p>&#9744; abgelehnt</p>", ("accepted", "unanimous", None)),
    ],
)
def test_only_ticked_boxes_say_something(text: str, expected: tuple[str, str, int | None]) -> None:
    [vote] = read_result(text)

    assert (vote.outcome, vote.majority, vote.no) == expected


def test_a_dash_is_nought_where_the_form_was_filled_in() -> None:
    assert numbers("Ja-Stimmen: 9\nNein-Stimmen: -\nStimmenthaltungen: -") == ("accepted", 9, 0, 0)
    assert read_result("Ja-Stimmen: -\nNein-Stimmen: -\nStimmenthaltungen: -") == []


def test_the_words_stay_as_they_were_printed() -> None:
    text = "Beschluss:\nDer Gemeinderat stimmt dem Plan zu.\n\nAbstimmung: Anwesend 14, J 11 / N 3\n"

    [vote] = read_minutes_item(text).votes

    assert (vote.yes, vote.no) == (11, 3)
    assert vote.words == "J 11 / N 3"
    assert text[slice(*vote.span)] == vote.words
