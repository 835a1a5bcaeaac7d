"""Minutes and results in the forms of many councils. The forms are theirs; what was decided, and who, is invented."""

import pytest

from pipelines.german.outcomes import Outcome, of_item, read_minutes_item, read_result

Told = tuple[Outcome | None, int | None, int | None, int | None]
NOTHING: Told = (None, None, None, None)

HEAD_AND_TALE = """Beschluss: mehrheitlich beschlossen

Abstimmung: Ja: 6, Nein: 3, Enthaltungen: 0

Diesem Vorgehen wird einvernehmlich zugestimmt.

Mitglied Muster beantragt namens der ABC-Fraktion eine weitere Stelle:

Abstimmungsergebnis:

Mehrheitlich abgelehnt

Ja 1  Nein 7  Enthaltung 1
"""
LIST_WITHOUT_LABEL = """Beschluss: mehrheitlich abgelehnt

Beschlussempfehlung an den Rat:

Wie Antrag

dafür:            2 (1 ABC, 1 DEF)

dagegen:       10 (6 GHI, 4 Sonstige)

Enth.:              1 (Herr Muster)
"""
ASKED_FOR_MORE = """Beschluss: mehrheitlich abgelehnt

Abstimmung: Ja: 10, Nein: 3, Enthaltungen: 2

Stadtrat Muster beantragte die namentliche Abstimmung. Darüber wurde wie folgt abgestimmt:

Abstimmungsergebnis:
JA-Stimmen 9
NEIN-Stimmen 6

Hinweis: Die Änderung bedarf der Mehrheit der Stimmen aller Mitglieder.

Abstimmungsergebnis:
JA-Stimmen 10
NEIN-Stimmen 3
Enthaltungen 2
"""
AS_A_TABLE = """Der Gemeinderat beschließt in seiner Sitzung am 27.08.2031:
Die Satzung wird in der vorliegenden Form beschlossen.
| Stimmabgabe: | offen |
| Gewählte Gemeinderatsmitglieder: | 20 |
| Anwesende Stimmberechtigte: | 20 |
| Ja - Stimmen: | 19 |
| Nein - Stimmen: | 1 |
| Enthaltungen: | keine |
"""
LEGAL_NUMBERS = """Abstimmungsergebnis:

Gesetzliche Zahl der Gremiumsmitglieder:           13

Zahl der anwesenden Gremiumsmitglieder:           9

Davon stimmberechtigt:                                      9

Ja-Stimmen:                                                      7

Nein-Stimmen:                                                   1

Stimmenenthaltungen:                                        1

Ungültige Stimmen:                                            0
"""
ADJOURNED = """Beschluss: zurückgestellt

Frau Muster stellt gemäß Geschäftsordnung den Antrag auf Vertagung.

Abstimmungsergebnis zum Antrag von Frau Muster:
Ja-Stimmen 15
Nein-Stimmen 13

Der Antrag ist angenommen.
"""
OTHER_BODY = """Beschluss:
Der Stadtrat beschließt
einstimmig,
1. einen Ausschuss zu bilden und
Der
Vorsitzende teilt mit, dass der Hauptausschuss bereits
mehrheitlich empfohlen habe (8 x ja, 5 x nein).
"""

MINUTES: list[tuple[str, str, Told]] = [
    ("SessionNet head, and a motion below", HEAD_AND_TALE, ("accepted", 6, 3, 0)),
    ("Leverkusen: numbers without a label", LIST_WITHOUT_LABEL, ("rejected", 2, 10, 1)),
    ("Heidenau: a majority of all members asked for", ASKED_FOR_MORE, ("rejected", 10, 3, 2)),
    ("Thuringia: a table as text", AS_A_TABLE, ("accepted", 19, 1, 0)),
    ("Mecklenburg: who might have voted", LEGAL_NUMBERS, ("accepted", 7, 1, 1)),
    ("Laubach: a motion to adjourn won", ADJOURNED, ("postponed", None, None, None)),
    ("Ottweiler: another body's vote in the tale", OTHER_BODY, ("accepted", None, None, None)),
    ("Schwelm", "Beschluss: vertagt zur nächsten Sitzung\n\nHerr Muster berichtet.", ("postponed", None, None, None)),
    (
        "Rhein-Kreis Neuss: a vote on adjourning",
        "Beschluss:\n\nDie Angelegenheit wird vertagt.\n\nProtokoll:\n\nEs gab "
        "Fragen.\n\nAbstimmungsergebnis:\n\neinstimmig",
        ("postponed", None, None, None),
    ),
    (
        "Erlangen-Höchstadt: adjourned before",
        "Beschluss: vertagt\n\nAbstimmung: Ja: 14, Nein: 0, Anwesend: 14\n\nDer Punkt wurde entsprechend dem "
        "Antrag, der vor "
        "Eintritt in die Tagesordnung mit 14:0 Stimmen beschlossen wurde, nicht behandelt.",
        ("postponed", 14, 0, None),
    ),
    (
        "Aichach: words, numbers, resolution",
        "Beschluss: Annahme\n\nAbstimmung: Ja: 55, Nein: 0\n\n1.    Der Austritt von Frau Muster wird zur "
        "Kenntnis genommen.",
        ("accepted", 55, 0, None),
    ),
    (
        "Lower Saxony",
        "Der Ortsrat empfiehlt den Ausbau.\n\n- einstimmig beschlossen -\n",
        ("accepted", None, None, None),
    ),
    (
        "Haan",
        "Abstimmungsergebnis:\n\n \n\nmehrheitlich abgelehnt\n\n4 Ja  /  14 Nein  /  0 Enthaltungen",
        ("rejected", 4, 14, 0),
    ),
    (
        "Klützer Winkel: dots before the numbers",
        "Abstimmungsergebnis:\n\ngesetzl. Anzahl der Vertreter:      .6\n\ndavon anwesend:      "
        ".6\n\nZustimmung:     .5\n\n"
        "Ablehnung:    .1\n\nEnthaltung:    .0\n",
        ("accepted", 5, 1, 0),
    ),
    (
        "Probstei: not enough",
        "Stimmberechtigte:\n\n11\n\nJa-Stimmen:  5\n\nNein-Stimmen:  5\n\nEnthaltungen: 1\n\nDie "
        "erforderliche Mehrheit "
        "wurde somit nicht erreicht.",
        ("rejected", 5, 5, 1),
    ),
    (
        "Emmerich: content with adjourning, and a label left blank",
        "Herr Muster stellt den Antrag, den Punkt abzusetzen.\n\nDie Ausschussmitglieder sind einstimmig mit "
        "der Vertagung "
        "einverstanden.\n\n\nAbstimmungsergebnis:",
        ("postponed", None, None, None),
    ),
    (
        "Leverkusen: in favour of adjourning",
        "Die Ausschussmitglieder sprechen sich einstimmig für den Vertagungsantrag aus.",
        ("postponed", None, None, None),
    ),
    ("Thalfang", "Dem Antrag wurde entsprochen.\n\nDer Beschluss erfolgte einstimmig.", ("accepted", None, None, None)),
    (
        "Nalbach: the council stands last",
        "Der geänderten Tagesordnung stimmte der Gemeinderat einstimmig zu!",
        ("amended", None, None, None),
    ),
    ("Heidelberg", "Mit 15 zu 22 Stimmen lehnte der Gemeinderat die Anbindung ab.", ("rejected", 15, 22, None)),
    (
        "Heidelberg, in words",
        "Der Gemeinderat beschloss mit 26 zu zwölf Stimmen die Einleitung des Verfahrens.",
        ("accepted", 26, 12, None),
    ),
    (
        "what was decided is told with dass",
        "Der Gemeinderat beschloss mit 7 Ja-Stimmen, 2 Nein-Stimmen und 1 Enthaltung, dass der Widerspruch bleibt.",
        ("accepted", 7, 2, 1),
    ),
    (
        "Saxony",
        "Der Stadtrat fasst mit 12 Ja-Stimmen und 2 Nein-Stimmen folgenden Beschluss:\nDie Satzung wird beschlossen.",
        ("accepted", 12, 2, None),
    ),
    ("a building permit", "Einem Baugesuch wurde das Einvernehmen erteilt.", ("accepted", None, None, None)),
    (
        "a building permit refused",
        "Beschluss:\nDer Antrag auf Vorbescheid wird abgelehnt.\n\nAbstimmungsergebnis: einstimmig",
        ("rejected", None, None, None),
    ),
    ("Bavaria: rejected by 9 : 0", "Der Gemeinderat lehnt den Bauantrag ab.\n\n9 : 0", ("rejected", 9, 0, None)),
    (
        "a remark on zoning rejected: the plan goes on",
        "Beschluss:\nDie Einwendung wird abgelehnt.\n\nAbstimmung: 9 : 0",
        ("accepted", 9, 0, None),
    ),
    ("Brandenburg", "Beschluss-Nr. 03/31: Abstimmung: 8 / 1 / 0 (Ja / Nein / Enthaltung)", ("accepted", 8, 1, 0)),
    (
        "columns named above",
        "Beschluss:\nDer Plan gilt.\n\nDafür  Dagegen  Enthaltung\n5      2        1\n",
        ("accepted", 5, 2, 1),
    ),
    ("three numbers", "Der Rat beschließt die Satzung mit 18:2:1 Stimmen.", ("accepted", 18, 2, 1)),
    ("three numbers in brackets", "Der Rat beschließt den Haushalt mehrheitlich (9/2/1).", ("accepted", 9, 2, 1)),
    (
        "Baden-Württemberg",
        "Der Gemeinderat fasst einstimmig folgenden Beschluss: Dem Gesuch wird zugestimmt.",
        ("accepted", None, None, None),
    ),
    (
        "no majority found",
        "Der Antrag findet bei 4 Ja-Stimmen und 12 Nein-Stimmen keine Mehrheit.",
        ("rejected", 4, 12, None),
    ),
    ("rejecting was decided", "Der Rat beschließt einstimmig, den Antrag abzulehnen.", ("rejected", None, None, None)),
    (
        "postponing was decided",
        "Der Rat beschließt mehrheitlich, die Vorlage zurückzustellen.",
        ("postponed", None, None, None),
    ),
    (
        "referring was decided",
        "Der Rat beschließt einstimmig, den Antrag in den Bauausschuss zu verweisen.",
        ("referred", None, None, None),
    ),
    (
        "Helmstadt: confirmed in its opinion",
        "Der Marktgemeinderat sieht sich in seiner Auffassung bestätigt und nimmt das Urteil zur Kenntnis.",
        ("noted", None, None, None),
    ),
    ("Cloppenburg: a form left blank", "Abstimmungsergebnis:\n\nJa:\n\nNein:\n\nEnthaltung:", NOTHING),
    (
        "Peitz: a form left blank, with dots",
        "Abstimmungsergebnis:\nDavon anwesend ……\n\nAbstimmung  …… JA- Stimmen   …… NEIN-Stimmen    …… Enthaltungen",
        NOTHING,
    ),
    (
        "Denklingen: only a motion to adjourn was voted on",
        "Beschluss:\n\nDas Einvernehmen ist zu erteilen.\n\nEin Antrag von Herrn Muster auf Vertagung wurde "
        "mit 1 : 12 Stimmen "
        "abgelehnt.",
        NOTHING,
    ),
    ("a time", "Der Vorsitzende unterbricht die Sitzung.\n\n18 : 30\n\nDie Sitzung wird fortgesetzt.", NOTHING),
    ("times below their names", "Beginn:\n18:30\nEnde:\n21 : 15\n", NOTHING),
    ("no time: a vote", "Der Gemeinderat beschließt den Plan.\n\n18 : 10", ("accepted", 18, 10, None)),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, told, id=name) for name, text, told in MINUTES])
def test_what_became_of_the_item(text: str, expected: Told) -> None:
    whole = of_item(read_minutes_item(text).votes)

    assert ((whole.outcome, whole.yes, whole.no, whole.abstain) if whole else NOTHING) == expected


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # Wuppertal's words
        ("Die Anfrage ist mündlich beantwortet worden.", "settled"),
        ("Die Verwaltung zieht die Vorlage zurück.", "withdrawn"),
        ("Die Vorlage wird zurück überwiesen.", "referred"),
        ("Die Entscheidung über die Vorlage wird zurückgestellt.", "postponed"),
        ("Der Antrag ist gegenstandslos, daher keine Abstimmung.", "settled"),
        ("Einstimmig nach Beschlussvorschlag", "accepted"),
        ("Einstimmig nach Ergänzung des Beschlussvorschlages", "amended"),
        ("Mehrheitlich nach Änderung des Beschlussvorschlages", "amended"),
        ("Mehrheitlich gegen Beschlussvorschlag", "rejected"),
        ("Mehrheitlich gegen den Beschlussvorschlag beschlossen", "accepted"),
        # Berlin's
        ("in der BVV abgelehnt", "rejected"),
        ("mit Änderungen in der BVV beschlossen", "amended"),
        ("ohne Änderungen in der BVV beschlossen", "accepted"),
    ],
)
def test_results_in_words(text: str, outcome: Outcome) -> None:
    [vote] = read_result(text)

    assert vote.outcome == outcome


def test_a_tie_in_brackets() -> None:
    [vote] = read_result("Der Antrag wurde mit Stimmengleichheit (7:7) abgelehnt.")

    assert (vote.outcome, vote.majority, vote.yes, vote.no) == ("rejected", "tie", 7, 7)


def test_a_number_of_members_elected_is_no_election() -> None:
    [vote] = read_result("Gewählte Gemeinderatsmitglieder: 22\nJa-Stimmen: 20\nNein-Stimmen: keine")

    assert (vote.outcome, vote.yes, vote.no) == ("accepted", 20, 0)


def test_a_motion_taken_into_the_proposal_changes_it() -> None:
    item = read_minutes_item(
        "Abstimmungsergebnis:\nBeschlussvorlage: mehrheitlich zugestimmt.\nAntrag ABC: mehrheitlich zugestimmt. "
        "Aufnahme als Ziffer 5 in den Beschlussvorschlag."
    )
    apart = read_minutes_item(
        "Abstimmungsergebnis:\nBeschlussvorlage: mehrheitlich zugestimmt.\nAntrag ABC: mehrheitlich zugestimmt."
    )

    assert (whole := of_item(item.votes)) is not None
    assert whole.outcome == "amended"
    assert (whole := of_item(apart.votes)) is not None
    assert whole.outcome == "accepted"


def test_words_and_numbers_of_one_vote_are_one_proof() -> None:
    text = (
        "Beschluss: mehrheitlich beschlossen\n\nAbstimmung: Ja: 22, Nein: 3, Anwesend: 25\n\nDie Satzung gilt weiter."
    )

    [vote] = read_minutes_item(text).votes

    assert (vote.outcome, vote.majority, vote.yes, vote.no) == ("accepted", "majority", 22, 3)
    assert text[slice(*vote.span)] == vote.words
    assert vote.words.startswith("mehrheitlich beschlossen")
    assert "Nein: 3" in vote.words
