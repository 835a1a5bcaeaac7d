"""More forms of councils, from a second round. The forms are theirs; what was decided, and who, is invented."""

import pytest

from pipelines.german.outcomes import Outcome, of_item, read_minutes_item, read_result

Told = tuple[Outcome | None, int | None, int | None, int | None]
NOTHING: Told = (None, None, None, None)

ELECTED = """Beschluss: Personenwahl

Abstimmung: Ja: 29

Der Kreistag wählt

Herrn Erik Muster

zum Vertreter des Landrates.

anwesende Kreistagsmitglieder: 41+1

Ja-Stimmen: 29

ungültige Stimmen: 9

Mit dieser einfachen Mehrheit wurde Herr Erik Muster als Stellvertreter gewählt.
"""
REJECTING_WON = """Beschluss: mehrheitlich beschlossen

Abstimmung: Ja: 44, Nein: 4, Anwesend: 48

Der Kreistag fasst folgenden Beschluss:

Der Antrag der ABC-Fraktion wird abgelehnt.

Die Beschlussfassung erfolgt mehrheitlich mit einem Stimmenverhältnis von 44 : 4.
"""
ADJOURNED = """Herr Muster lässt
abstimmen.
Beschluss:
Die Bezirksvertretung vertagt den Tagesordnungspunkt bis
zur nächsten Sitzung.
Abstimmungsergebnis:
Einstimmig zugestimmt.
"""
URGENT = """Beschluss: zurückgestellt

Der Vorsitzende lässt über die Dringlichkeit des Antrages abstimmen:

Abstimmungsergebnis:

Die Dringlichkeit wurde mehrheitlich bei Gegenstimmen der ABC-Fraktion abgelehnt.
"""
BALLOTS = """Nach Ablauf des Wahlverfahrens gibt die Vorsitzende nachstehendes Ergebnis bekannt:

Abgegebene Stimmzettel: 61

Mehr als die Hälfte der abgegebenen gültigen Stimmen hat erhalten:

Erik Muster, 46 Stimmen.

Kreisrat Erik Muster ist damit zum Stellvertreter des Landrats gewählt.
"""
BLANK_FORM = """Abstimmungsergebnis:
JA:
NEIN:
***

Der Gemeinderat hat in der Sitzung vom 15.09.2031 beschlossen, das Verfahren einzuleiten.
"""
REPORTED = """Der Marktgemeinderat hat beschlossen, die Arbeiten an die Firma Beispiel zu vergeben.
| Zur Kenntnis genommen | Anwesend 17 |
"""
SECOND_CHANCE = """GR Muster stellt den Antrag, die Vorlage in die nächste Sitzung zu verschieben. Der Antrag wird bei
4 Ja-Stimmen und 9 Nein-Stimmen abgelehnt.

Der Gemeinderat beschließt bei 3 Enthaltungen einstimmig die Satzung.
"""

MINUTES: list[tuple[str, str, Told]] = [
    (
        "Mittelsachsen",
        "Der Kreistag stellt einen Hinderungsgrund fest.\n\nBefangen: 1, Stimmberechtigte: 76, Stimmen dafür: 76\n",
        ("accepted", 76, None, None),
    ),
    (
        "Mittelsachsen: fewer than half of them",
        "Der Kreistag stellt etwas fest.\n\nStimmberechtigte: 76, Stimmen dafür: 38\n",
        (None, None, None, None),
    ),
    (
        "Mittelsachsen: an election",
        "Der Kreistag wählt Frau Muster.\n\nStimmberechtigte: 87, Abgegebene Stimmzettel: 87, davon gültige "
        "Stimmzettel: 87, ungültige Stimmzettel: 0, Stimmen dafür: 77, Stimmenthaltungen/Ablehnungen: 10",
        ("elected", 77, None, None),
    ),
    (
        "Mittelsachsen: in brackets",
        "Der Kreistag beschließt die Verleihung.\n(offene Wahl - Stimmberechtigte: 79, dafür: 78, dagegen: 0, "
        "Stimmenthaltungen: 1)",
        ("accepted", 78, 0, 1),
    ),
    ("Anhalt-Bitterfeld: the number above, the outcome below", ELECTED, ("elected", 29, None, None)),
    (
        "Anhalt-Bitterfeld: confirmed",
        "Die geänderte Tagesordnung wurde einstimmig mit 43 Ja-Stimmen, bei 1 Enthaltung, bestätigt.",
        ("amended", 43, None, 1),
    ),
    (
        "Zapfendorf: a row as the result",
        "Beschluss:\nMit der Niederschrift besteht Einverständnis.\n"
        "| Einstimmig beschlossen | Ja 17 Nein 0 Anwesend 17 |",
        ("accepted", 17, 0, None),
    ),
    ("Zapfendorf: what was decided elsewhere", REPORTED, ("noted", None, None, None)),
    (
        "Eisenach: each number above its noun",
        "Abstimmung:\n\n7\n\nStimmen dafür\n\n0\n\nStimmen dagegen\n\n1\n\nStimmenthaltung\n\nDamit wird es behandelt.",
        ("accepted", 7, 0, 1),
    ),
    (
        "cells in the usual order",
        "Ja-Stimmen:\n\n12\n\nNein-Stimmen:\n\n3\n\nEnthaltungen:\n\n1",
        ("accepted", 12, 3, 1),
    ),
    (
        "Tambach-Dietharz: a row of numbers",
        "anwesend: 14\n| Stimmergebnis: | ||\n| 14 Ja-Stimmen | 0 Gegenstimmen | 0 Enthaltungen |\ngez. Muster",
        ("accepted", 14, 0, 0),
    ),
    (
        "Bad Lauchstädt: a motion to take it off stands beside",
        "Abstimmungsergebnis: 16 mal Ja, 3 mal Nein, 2 Enthaltung\n\nDer Abstimmung ist unser Antrag zur Absetzung des "
        "TOP vorausgegangen. Unser Antrag wurde abgelehnt.",
        ("accepted", 16, 3, 2),
    ),
    ("Coburg: ballots", BALLOTS, ("elected", None, None, None)),
    ("Köln: a vote on adjourning", ADJOURNED, ("postponed", None, None, None)),
    ("Köln: urgency denied", URGENT, ("postponed", None, None, None)),
    (
        "urgency is not the item",
        "Der Dringlichkeit wird mit 20 Ja-Stimmen zugestimmt.\n\nDer Antrag wird einstimmig angenommen.",
        ("accepted", None, None, None),
    ),
    ("Regen: 44 for rejecting", REJECTING_WON, ("rejected", 44, 4, None)),
    (
        "the same in one line: the numbers stay as printed",
        "Beschluss: Der Antrag wird abgelehnt. 12 : 4",
        ("rejected", 12, 4, None),
    ),
    ("Türkenfeld: an earlier sitting", BLANK_FORM, NOTHING),
    ("adjourning was lost, the item goes on", SECOND_CHANCE, ("accepted", None, None, 3)),
    (
        "the same in one sentence",
        "Der Antrag von Frau Muster, diesen Punkt zu vertagen, wird mehrheitlich abgelehnt.\nDer Rat beschließt die "
        "Satzung mit 12 Ja-Stimmen und 3 Nein-Stimmen.",
        ("accepted", 12, 3, None),
    ),
    (
        "adjourning was won",
        "Der Antrag der ABC-Fraktion auf Vertagung wird einstimmig angenommen.",
        ("postponed", None, None, None),
    ),
    (
        "the minutes of an earlier day",
        "Die Niederschrift der Sitzung vom 12.03.2031 wird einstimmig genehmigt.",
        ("accepted", None, None, None),
    ),
    (
        "a motion of an earlier day",
        "Der Antrag der ABC-Fraktion vom 17.01.2031 wird mit 8 Ja-Stimmen und 14 Nein-Stimmen abgelehnt.",
        ("rejected", 8, 14, None),
    ),
    ("a resolution is passed", "Der Rat verabschiedet die Resolution einstimmig.", ("accepted", None, None, None)),
    ("nobody voted", "Der Tagesordnungspunkt wurde ohne Beschlussfassung beendet.", ("no_vote", None, None, None)),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, told, id=name) for name, text, told in MINUTES])
def test_what_became_of_the_item(text: str, expected: Told) -> None:
    whole = of_item(read_minutes_item(text).votes)

    assert ((whole.outcome, whole.yes, whole.no, whole.abstain) if whole else NOTHING) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bürgermeister Muster verabschiedet die Herren Adler und Beispiel.",
        "Frau Muster wird mit Dank verabschiedet.",
        "Im April 2031 hat der Gemeinderat mehrheitlich beschlossen, die Zuschüsse zu erhöhen.",
        "In der Sitzung vom 26. April 2031 hat der Gemeinderat mehrheitlich beschlossen, die Maßnahme zu prüfen.",
        "Im Jahr 2029 wurde der Antrag im Gemeinderat mit 20 Ja-Stimmen und 5 Nein-Stimmen abgelehnt.",
        "Der Entwurf wurde von der Verwaltung aus Kostengründen abgelehnt.",
        "Die Erhöhung wurde durch den Deutschen Bundestag beschlossen.",
        "Es ist unklar: Die Eigentümer haben keine Kenntnis von dem Plan.",
        "Der Standort ist richtig gewählt.",
        "Mehrheitlich Tempo 30 gewünscht;",
        "Mehrheitlich wünschen die Anwohner Tempo 30.",
        "Gemäß § 36 Absatz 3 ruht das Stimmrecht des Vorsitzenden bei Wahlen.",
    ],
)
def test_no_vote_is_told(text: str) -> None:
    assert read_minutes_item(text).votes == []


def test_several_numbers_of_the_resolution_in_one_line() -> None:
    first, rest = read_result("1.JaNeinEnthaltungBM1CDU92SPD6FDP11Hr. Muster1Gesamt16322. – 4.einstimmig")

    assert (first.part, first.yes, rest.part, rest.majority) == ("1.", 16, "2. – 4.", "unanimous")


def test_a_motion_to_adjourn_that_was_lost_is_one_of_procedure() -> None:
    table = "JaNeinEnthaltungBMCDU48SPD33B‘90/Die Grünen2FFH3FDP2Hr. Muster1Gesamt12140"
    [vote] = read_result(f"{table}Damit ist der Antrag der FFH, diesen Top zu vertagen, abgelehnt.")

    assert (vote.outcome, vote.yes, vote.no, vote.is_amendment) == ("rejected", 12, 14, True)
    assert of_item([vote]) is None


def test_a_remark_behind_a_name_is_no_part_of_it() -> None:
    text = (
        "Der Ausschuss stimmt dem Antrag zu, der Ziffer 1 bei Enthaltung der ABC-Fraktion "
        "(Drucksache 21/19 siehe Anlage)."
    )
    [vote] = read_minutes_item(text).votes

    assert [(one.who, one.vote) for one in vote.stances] == [("ABC-Fraktion", "abstain")]
