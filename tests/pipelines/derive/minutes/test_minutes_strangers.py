"""Items in the minutes that are on no agenda, or on that of another meeting."""

import pytest

from tests.pipelines.derive.minutes.minutes_of import cut, items, tied

ROWS = ("1 | Eröffnung", "2 | Haushalt der Stadt", "3 | Spielplatz am Wehr")


@pytest.mark.parametrize("number", ["4", "3a", "12"])
def test_an_urgent_item_wherever_it_was_taken(number: str) -> None:
    urgent, rest = (
        f"TOP {number} Freibad im Sommer\nB.\n",
        "TOP 2 Haushalt der Stadt\nC.\nTOP 3 Spielplatz am Wehr\nD.\n",
    )
    assert tied(cut(f"TOP 1 Eröffnung\nA.\n{rest}{urgent}", *ROWS)) == [
        ("1", "A."),
        ("2", "C."),
        ("3", "D."),
        ("", "B."),
    ]
    if number != "3a":  # is of the agenda's own numbers: out of their order it may be a reference
        found = cut(f"TOP 1 Eröffnung\nA.\n{urgent}{rest}", *ROWS)
        assert tied(found) == [("1", "A."), ("", "B."), ("2", "C."), ("3", "D.")]


@pytest.mark.parametrize(
    "said",
    [
        "Frau Lenz verweist auf\nTOP 12 Freibad der letzten Sitzung.",
        "TOP 12 der letzten Sitzung ist erledigt.",
        "TOP 12, sagt Herr Ott, sei offen.",
        "Das steht unter\nTOP 12.",
    ],
)
def test_a_number_beyond_the_agenda_in_a_sentence(said: str) -> None:
    text = f"TOP 1 Eröffnung\nA.\nTOP 2 Haushalt der Stadt\n{said}\nTOP 3 Spielplatz am Wehr\nD."
    assert items(cut(text, *ROWS)) == ["1", "2", "3"]


def test_minutes_of_another_meeting_follow() -> None:
    text = "TOP 1 Eröffnung\nA.\nTOP 2 Haushalt der Stadt\nB.\nTOP 3 Spielplatz am Wehr\nC.\n"
    other = "TOP 1 Baumpflege am Teich\nD.\nTOP 2 Luftqualität\nE.\nTOP 3 Anfragen\nF."
    found = tied(cut(text + other, *ROWS))
    assert found == [("1", "A."), ("2", "B."), ("3", "C."), ("", "D."), ("", "E."), ("", "F.")]


def test_the_first_item_under_another_title_is_still_the_first() -> None:
    text = "TOP 1 Begrüßung durch den Vorsitz\nA.\nTOP 2 Haushalt der Stadt\nB.\nTOP 3 Spielplatz am Wehr\nC."
    assert [one for one in items(cut(text, *ROWS)) if one] == ["2", "3"]
