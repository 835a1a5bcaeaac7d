"""Who voted how: only what the text says outright."""

import pytest

from pipelines.german.outcomes import read_result

CASES = [
    (
        "mehrheitlich gegen die Stimmen der Fraktionen AfD, FDP und Volt beschlossen",
        [("AfD", "group", "no", None), ("FDP", "group", "no", None), ("Volt", "group", "no", None)],
    ),
    ("mehrheitlich gegen die Stimmen der SPD-Fraktion abgelehnt", [("SPD-Fraktion", "group", "yes", None)]),
    (
        "Mit den Stimmen von SPD und Volt gegen die Stimmen der CDU bei Enthaltung der FDP-Fraktion angenommen",
        [
            ("CDU", "group", "no", None),
            ("SPD", "group", "yes", None),
            ("Volt", "group", "yes", None),
            ("FDP-Fraktion", "group", "abstain", None),
        ],
    ),
    ("einstimmig bei Enthaltung der Fraktion SPD/Volt", [("Fraktion SPD/Volt", "group", "abstain", None)]),
    (
        "einstimmig bei Enthaltung der Fraktion Freie Wähler und Piraten",
        [("Fraktion Freie Wähler und Piraten", "group", "abstain", None)],
    ),
    ("einstimmig, 2 Enthaltungen der FDP-Fraktion", [("FDP-Fraktion", "group", "abstain", 2)]),
    ("26 Ja-Stimmen, 1 Nein-Stimme UWG-Fraktion", [("UWG-Fraktion", "group", "no", 1)]),
    (
        "einstimmig, 3 Enthaltungen (1 SPD, 2x B‘90/Die Grünen)",
        [("SPD", "group", "abstain", 1), ("B‘90/Die Grünen", "group", "abstain", 2)],
    ),
    ("einstimmig, 1 Enthaltung (Herr Beispiel)", [("Herr Beispiel", "person", "abstain", 1)]),
    (
        "einstimmig bei Enthaltung von Frau Dr. Sommer (FDP) und gegen die Stimme von Herrn Winter (Die Linke)",
        [("Herrn Winter (Die Linke)", "person", "no", None), ("Frau Dr. Sommer (FDP)", "person", "abstain", None)],
    ),
    (
        "beschlossen\nJa: 9, Nein: 5, Enthaltungen: 0\nGegenstimmen: CDU, FDP",
        [("CDU", "group", "no", None), ("FDP", "group", "no", None)],
    ),
    ("einstimmig, 0 EnthaltungenBürgermeister Muster verabschiedet Herrn Beispiel.", []),
    ("mehrheitlich abgelehnt, Gegenstimmen: FDP", []),
    ("mehrheitlich bei Gegenstimmen aus den Reihen der CDU-Fraktion beschlossen", []),
    ("mehrheitlich bei 3 Gegenstimmen beschlossen", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_voted_how(text: str, expected: list[tuple[str, str, str, int | None]]) -> None:
    [vote] = read_result(text)

    assert [(one.who, one.kind, one.vote, one.count) for one in vote.stances] == expected


def test_a_party_table_as_html() -> None:
    html = """<p>Beratungsergebnis:</p>
    <table><tr><td>&nbsp;</td><td>Ja</td><td>Nein</td><td>Enthaltung</td></tr>
    <tr><td>BM</td><td>1</td><td></td><td></td></tr>
    <tr><td><p>CDU</p></td><td>8</td><td>1</td><td>&nbsp;</td></tr>
    <tr><td>B&#8216;90/Die Gr&uuml;nen</td><td></td><td>3</td><td></td></tr>
    <tr><td><strong>Gesamt</strong></td><td>9</td><td>4</td><td>0</td></tr></table>
    <p>Herr Beispiel verl&auml;sst den Saal.</p>"""

    [vote] = read_result(html)

    assert (vote.outcome, vote.majority, vote.yes, vote.no, vote.abstain) == ("accepted", "majority", 9, 4, 0)
    assert [(one.who, one.kind, one.vote, one.count) for one in vote.stances] == [
        ("BM", "person", "yes", 1),
        ("CDU", "group", "yes", 8),
        ("CDU", "group", "no", 1),
        ("B‘90/Die Grünen", "group", "no", 3),
    ]
    assert vote.words == "Ja Nein Enthaltung BM 1 CDU 8 1 B‘90/Die Grünen 3 Gesamt 9 4 0"
    assert html[slice(*vote.span)].startswith("<table>")
    assert html[slice(*vote.span)].endswith("</table>")


def test_a_table_without_sums_gives_no_sums() -> None:
    [vote] = read_result(
        "<table><tr><th></th><th>Ja</th><th>Nein</th></tr><tr><td>SPD</td><td>5</td><td>0</td></tr></table>"
    )

    assert (vote.outcome, vote.yes, vote.no) == (None, None, None)
    assert [(one.who, one.count) for one in vote.stances] == [("SPD", 5)]


def test_html_without_a_table_is_read_as_its_text() -> None:
    text = "<p>a) einstimmig</p><p>b) 3 Ja-Stimmen,&nbsp;9&nbsp;Nein-Stimmen</p>"

    first, second = read_result(text)

    assert second.words == "b) 3 Ja-Stimmen, 9 Nein-Stimmen"
    assert (first.part, first.outcome) == ("a)", "accepted")
    assert (second.part, second.yes, second.no, second.outcome) == ("b)", 3, 9, "rejected")
