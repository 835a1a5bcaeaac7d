"""The minutes of one agenda item, in the manner of several councils. Towns, people and papers are invented."""

import pytest

from pipelines.german.outcomes import Outcome, of_item, read_minutes_item

RESULT_LINES = """NIEDERSCHRIFT
Stadt Beispielstadt
Gremium: 12. Plenarsitzung

9.

Punkt 9 der Tagesordnung: Neubau der Sporthalle Nord, Vergabe
Vorlage: 2031/0242

Beschluss:
Der Gemeinderat stimmt nach Vorberatung im Bauausschuss der Vergabe der Roh-
bauarbeiten zu.

Abstimmungsergebnis:
Bei 39 Ja-Stimmen, 2 Nein-Stimmen und einer Enthaltung mehrheitlich zuge-
stimmt

– 2 –

Der Vorsitzende ruft Tagesordnungspunkt 9 zur Behandlung auf.

Stadträtin Muster (ABC): Wir lehnen das ab. Letztes Mal wurde der Antrag einstimmig abgelehnt, mit 0 Ja-Stimmen!

Der Vorsitzende: Dann stimmen wir ab. – Das ist mehrheitlich so beschlossen.

Zur Beurkundung:
Die Schriftführerin:
"""


def test_a_resolution_and_a_line_with_the_result() -> None:
    item = read_minutes_item(RESULT_LINES)

    [vote] = item.votes
    assert (vote.outcome, vote.majority, vote.yes, vote.no, vote.abstain) == ("accepted", "majority", 39, 2, 1)
    assert vote.words == "Bei 39 Ja-Stimmen, 2 Nein-Stimmen und einer Enthaltung mehrheitlich zuge-\nstimmt"
    assert RESULT_LINES[slice(*vote.span)] == vote.words
    assert item.resolution is not None
    words, span = item.resolution
    assert words.startswith("Der Gemeinderat stimmt")
    assert words.endswith("arbeiten zu.")
    assert RESULT_LINES[slice(*span)] == words


UNVOTED = "Beschluss:\n{resolution}\n\nAbstimmungsergebnis:\nKeine Abstimmung\n\n{tale}"


@pytest.mark.parametrize(
    ("resolution", "tale", "outcome", "referred_to"),
    [
        ("Kenntnisnahme", "", "noted", None),
        ("Behandlung im Schulbeirat am 30. Juni 2031", "", "referred", "Schulbeirat"),
        ("Kenntnisnahme und Verweisung an den Sozial-\nausschuss", "", "referred", "Sozialausschuss"),
        (
            "",
            "Der Vorsitzende teilt mit, der Antrag werde ohne Aussprache in den Umweltausschuss verwiesen.",
            "referred",
            "Umweltausschuss",
        ),
        ("Kenntnisnahme", "Der Vorsitzende vertagt den Punkt.", "postponed", None),
        ("Kenntnisnahme", "Der Antrag sei am 3. März 2031 in den Hauptausschuss verwiesen worden.", "noted", None),
        ("Kenntnisnahme", "Stadtrat Beispiel (ABC): Der Antrag wird zurückgezogen.", "noted", None),
        ("", "Der Vorsitzende stellt die Erledigung des Antrags fest.", "settled", None),
    ],
)
def test_what_happened_instead_of_a_vote(resolution: str, tale: str, outcome: Outcome, referred_to: str | None) -> None:
    whole = of_item(read_minutes_item(UNVOTED.format(resolution=resolution, tale=tale)).votes)

    assert whole is not None
    assert (whole.outcome, whole.referred_to) == (outcome, referred_to)


STYLES = [
    # a results protocol of the Samtgemeinde kind
    (
        "TOP 4 Protokoll\n\nBeschluss:\n\nDas Protokoll wird genehmigt.\n\nABSTIMMUNGSERGEBNIS:    Einstimmig",
        "accepted",
    ),
    # a municipality in Schleswig-Holstein
    (
        "5. Wegebau\nDie Gemeindevertretung spricht sich dafür aus.\n\nAbstimmung: 5 dafür 0 dagegen 1 Enthaltung",
        "accepted",
    ),
    # a Bavarian council
    ("Der Gemeinderat stimmt dem Bauantrag zu.\n\nAbstimmungsergebnis: 15 : 2", "accepted"),
    # ALLRIS, saved as text
    ("Gremium: Sportausschuss Beschlussart: mit Änderungen im Ausschuss beschlossen\nDatum: Di, 27.04.2004", "amended"),
    ("Gremium: Bürgerschaft Beschlussart: (offen)\nDatum: Do, 31.08.2023", None),
    # Beschluss: with the result below it
    ("Beschluss: einstimmig zugestimmt", "accepted"),
    (
        "Änderungsantrag der X-Fraktion:\nmehrheitlich abgelehnt\nVorschlag der Stadt:\neinstimmig beschlossen",
        "accepted",
    ),
    # changed
    ("Beschluss (geändert):\nDie Halle wird gebaut.\n\nAbstimmungsergebnis: einstimmig", "amended"),
    (
        "Beschluss: Die Halle wird gebaut. Die Änderungen\nsind eingearbeitet.\nAbstimmungsergebnis: Ja: 9, Nein: 1",
        "amended",
    ),
    # sentences only
    ("Der Ausschuss beschließt einstimmig gemäß Beschlussvorschlag.", "accepted"),
    ("Der Rat nimmt den Bericht zur Kenntnis.", "noted"),
    ("Die Vorlage wird ohne Votum in den Rat verwiesen.", "referred"),
    ("Der Gemeinderat lehnt den Antrag mit 3 Ja- und 12 Nein-Stimmen ab.", "rejected"),
    ("Auf Antrag von Frau Muster wird der Punkt von der Tagesordnung abgesetzt.", "postponed"),
    ("Die Antragstellerin zieht ihren Antrag zurück. Der Antrag ist damit zurückgezogen.", "withdrawn"),
    # nothing decided
    ("Es wird um Zustimmung gebeten. Herr Beispiel bittet darum, den Punkt zu vertagen.", None),
    ("Stadtrat Beispiel (ABC): Der Antrag wurde im Ausschuss einstimmig abgelehnt.", None),
    ("Wenn der Antrag angenommen wird, könne man bauen. Wurde er nicht bereits abgelehnt?", None),
    ("Die Niederschrift liegt aus. Keine Wortmeldungen.", None),
]


@pytest.mark.parametrize(("text", "outcome"), STYLES)
def test_minutes_of_other_councils(text: str, outcome: Outcome | None) -> None:
    whole = of_item(read_minutes_item(text).votes)

    assert (whole.outcome if whole else None) == outcome


def test_several_items_taken_together() -> None:
    item = read_minutes_item(
        "Punkt 5 der Tagesordnung: Haushalt\nVorlage: 2031/0100\n\nPunkt 5.1 der Tagesordnung: Haushalt\n"
        "Änderungsantrag: ABC\nVorlage: 2031/0100/1\n\nPunkt 6 der Tagesordnung: Stellenplan\nVorlage: 2031/0101\n\n"
        "Beschluss:\nDer Rat beschließt.\n\nAbstimmungsergebnis:\nPunkt 5: Einstimmige Zustimmung (20 Ja)\n"
        "2031/0100/1: mehrheitlich abgelehnt\nPunkt 6: keine Abstimmung\n\nDer Vorsitzende ruft die Punkte auf."
    )

    assert [(vote.items, vote.is_amendment, vote.outcome) for vote in item.votes] == [
        (("5",), False, "accepted"),
        (("5.1",), True, "rejected"),
        (("6",), False, "no_vote"),
    ]


def test_a_label_names_what_was_voted_on() -> None:
    item = read_minutes_item(
        "Abstimmungsergebnis Änderungsantrag der X-Fraktion: abgelehnt (Ja: 3, Nein: 8)\n"
        "Abstimmungsergebnis zu Ziffer 2: einstimmig\nAbstimmungsergebnis: einstimmig beschlossen"
    )

    assert [(vote.part, vote.is_amendment, vote.outcome) for vote in item.votes] == [
        ("Änderungsantrag der X-Fraktion", True, "rejected"),
        ("Ziffer 2", False, "accepted"),
        (None, False, "accepted"),
    ]


def test_two_sentences_tell_one_vote() -> None:
    text = "Der Ortsrat beschließt die Satzung. Einstimmig bei 2 Enthaltungen."

    [vote] = read_minutes_item(text).votes

    assert (vote.outcome, vote.majority, vote.abstain, vote.words) == ("accepted", "unanimous", 2, text)


def test_a_result_goes_on_behind_a_page_break() -> None:
    item = read_minutes_item(
        "Abstimmungsergebnis:\nZiffer 1: Bei 20 Ja-Stimmen einstimmig zugestimmt\n\n– 2 –\n\nPunkt 2\n"
        "Ziffern 5 und 6: Bei 18 Ja-Stimmen und 2 Nein-Stimmen mehrheitlich zugestimmt\n\nDer Vorsitzende ruft auf."
    )

    assert [(vote.yes, vote.no) for vote in item.votes] == [(20, None), (18, 2)]
