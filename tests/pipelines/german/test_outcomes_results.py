"""Results as servers and pages give them: one vote each."""

from dataclasses import dataclass

import pytest

from pipelines.german.outcomes import Majority, Outcome, Vote, read_result


@dataclass(frozen=True)
class Read:
    outcome: Outcome | None
    majority: Majority | None = None
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    biased: int | None = None


def only(text: str) -> Vote:
    [vote] = read_result(text)
    return vote


def numbers(vote: Vote) -> Read:
    return Read(vote.outcome, vote.majority, vote.yes, vote.no, vote.abstain, vote.biased)


IN_WORDS = [
    ("einstimmig beschlossen", Read("accepted", "unanimous")),
    ("Einstimmig", Read("accepted", "unanimous")),
    ("einstimmig unverändert beschlossen", Read("accepted", "unanimous")),
    ("ungeändert beschlossen", Read("accepted")),
    ("mehrheitlich zugestimmt", Read("accepted", "majority")),
    ("Mehrheitliche Ablehnung", Read("rejected", "majority")),
    ("mit Stimmenmehrheit angenommen", Read("accepted", "majority")),
    ("einvernehmlich", Read("accepted", "unanimous")),
    ("einstimmig empfohlen", Read("accepted", "unanimous")),
    ("bei Stimmengleichheit abgelehnt", Read("rejected", "tie")),
    ("nicht zugestimmt", Read("rejected")),
    ("mehrheitlich dagegen", Read("rejected", "majority")),
    ("unter Berücksichtigung der Änderungen einstimmig beschlossen", Read("amended", "unanimous")),
    ("findet keine Mehrheit", Read("rejected")),
    ("geändert beschlossen", Read("amended")),
    ("mit Änderungen im Ausschuss beschlossen", Read("amended")),
    ("Mehrheitliche Zustimmung zu geändertem Beschlusstext", Read("amended", "majority")),
    ("einstimmig zugestimmt zum modifizierten Antrag", Read("amended", "unanimous")),
    ("teilweise zugestimmt", Read("partly")),
    ("einstimmig gewählt", Read("elected", "unanimous")),
    ("zur Kenntnis genommen", Read("noted")),
    ("Zustimmende Kenntnisnahme", Read("noted")),
    ("Zustimmende Kenntnisnahme von der Stellungnahme der Verwaltung", Read("settled")),
    ("Der Ausschuss nimmt den Bericht einstimmig zur Kenntnis.", Read("noted", "unanimous")),
    ("zur Kenntnis genommen + mehrheitliche Zustimmung", Read("accepted", "majority")),
    ("Der Rat nimmt den Bericht zur Kenntnis und stimmt der Vergabe zu.", Read("accepted")),
    ("vertagt", Read("postponed")),
    ("von der Tagesordnung abgesetzt", Read("postponed")),
    ("in die nächste Sitzung vertagt", Read("postponed")),
    ("vom Antragsteller zurückgezogen", Read("withdrawn")),
    ("erledigt durch Antwort der Verwaltung", Read("settled")),
    ("mit Stellungnahme einverstanden", Read("settled")),
    ("ohne Abstimmung", Read("no_vote")),
    ("Es erfolgte keine Abstimmung.", Read("no_vote")),
    ("Ohne, da Mitteilungsvorlage. ", Read("no_vote")),
    ("ohne Beschlussempfehlung weitergeleitet", Read("no_vote")),
    ("Kenntnisnahme, keine Abstimmung", Read("noted")),
]

WITH_NUMBERS = [
    ("Ja: 4, Nein: 0, Enthaltungen: 6, Befangen: 0", Read("accepted", "unanimous", 4, 0, 6, 0)),
    ("Ja: 3, Nein: 9, Enthaltungen: 1", Read("rejected", "majority", 3, 9, 1)),
    ("Ja 10 Nein 3 Enthaltung 2", Read("accepted", "majority", 10, 3, 2)),
    ("10 Ja / 3 Nein / 2 Enth.", Read("accepted", "majority", 10, 3, 2)),
    ("12x ja, 1x nein, 1x Enthaltung", Read("accepted", "majority", 12, 1, 1)),
    ("Ja-Stimmen: 12\nNein-Stimmen: 3\nEnthaltungen: 1", Read("accepted", "majority", 12, 3, 1)),
    ("Dafür: 12 Dagegen: 4 Enthaltung: 1", Read("accepted", "majority", 12, 4, 1)),
    ("14 Stimmen dafür, 2 Stimmen dagegen", Read("accepted", "majority", 14, 2)),
    ("11 Ja-Stimmen: 1 Nein-Stimme; O Enthaltungen", Read("accepted", "majority", 11, 1, 0)),
    ("6 Ja-Stimmen, 6 Nein-Stimmen", Read("rejected", "tie", 6, 6)),
    ("Einstimmig, 0 Enthaltungen", Read("accepted", "unanimous", abstain=0)),
    ("enstimmig, 1 Entahltung", Read("accepted", "unanimous", abstain=1)),
    ("einstimmig, ohne Enthaltung", Read("accepted", "unanimous", abstain=0)),
    ("ohne Gegenstimmen und Enthaltungen angenommen", Read("accepted", "unanimous", no=0, abstain=0)),
    ("Einstimmig15-Ja-Stimmen, 0 Nein-Stimmen, 0 Enthaltungen", Read("accepted", "unanimous", 15, 0, 0)),
    (
        "mehrheitlich bei drei Gegenstimmen und einer Enthaltung beschlossen",
        Read("accepted", "majority", no=3, abstain=1),
    ),
    ("7 Ja-Stimmen, 0 Gegenstimmen, 2 Stimmenthaltungen", Read("accepted", "unanimous", 7, 0, 2)),
    ("Mehrheitliche Ablehnung (8 JA-Stimmen, 35 Nein-Stimmen)", Read("rejected", "majority", 8, 35)),
    ("Mehrheitliche Zustimmung (9 Nein-Stimmen)", Read("accepted", "majority", no=9)),
    ("Einstimmige Zustimmung (43 Ja, 3 Enthaltungen)", Read("accepted", "unanimous", 43, abstain=3)),
    ("14 Nein-Stimmen, Rest Ja-Stimmen", Read("accepted", None, no=14)),
    ("3 Ja-Stimmen, ansonsten Ablehnung", Read("rejected", None, yes=3)),
    ("mehrheitlich gegen 2 Stimmen angenommen", Read("accepted", "majority", no=2)),
    ("mit 12 zu 3 Stimmen angenommen", Read("accepted", "majority", 12, 3)),
    ("mit 12 zu 3 Stimmen abgelehnt", Read("rejected", "majority", 3, 12)),
    ("15 : 0", Read("accepted", "unanimous", 15, 0)),
    ("geändert beschlossen (Ja: 32, Nein: 0, Enthaltungen: 10)", Read("amended", "unanimous", 32, 0, 10)),
    ("beschlossen mit Änderungen: einstimmig", Read("amended", "unanimous")),
    (
        "Mehrheitliche Zustimmung (39 Ja-Stimmen, 8 Nein-\nStimmen, 1 Ent-\nhaltung)",
        Read("accepted", "majority", 39, 8, 1),
    ),
]

NOTHING_TO_READ = [
    "",
    "siehe Protokoll",
    "siehe Niederschrift",
    "(kein Text vorhanden)",
    "(offen)",
    "-.-",
    "Aushang im Foyer",
    "keine Mitteilungen",
    "12 : 3 : 1",
    "Die Verwaltung verweist auf die Vorlage. Es wird auf die Niederschrift verwiesen.",
]

NO_NUMBER_IS_INVENTED = [
    ("1.13 Ja-Stimmen, 1 Nein-Stimme", "a paragraph's number or thirteen votes?"),
    ("bei 3 Gegenstimmen abgelehnt", "three against the motion, or three against its rejection?"),
    ("einstimmig, 1 Enthaltung der X-Fraktion, 2 Enthaltungen der Y-Fraktion", "no sum is printed"),
    ("Vorlage 2023/0102 mehrheitlich beschlossen", "a reference"),
    ("Beschlossen um 16:30 Uhr gemäß § 24 am 3.5.2023", "a time, a section, a date"),
]


@pytest.mark.parametrize(("text", "expected"), [*IN_WORDS, *WITH_NUMBERS])
def test_outcome_majority_and_numbers(text: str, expected: Read) -> None:
    assert numbers(only(text)) == expected


@pytest.mark.parametrize("text", NOTHING_TO_READ)
def test_what_tells_no_result_is_none(text: str) -> None:
    assert read_result(text) == []


@pytest.mark.parametrize(("text", "why"), NO_NUMBER_IS_INVENTED)
def test_a_number_that_could_mean_something_else_stays_empty(text: str, why: str) -> None:
    for vote in read_result(text):
        assert vote.yes is None, why
        assert vote.abstain is None, why
        assert vote.no in (None, 1), why


def test_where_more_than_a_simple_majority_is_asked_for_numbers_alone_decide_nothing() -> None:
    vote = only("19 Ja-Stimmen, 8 Nein-Stimmen\nEine Abberufung bedarf einer Mehrheit von zwei Dritteln.")

    assert (vote.outcome, vote.yes, vote.no) == (None, 19, 8)


@pytest.mark.parametrize(
    ("text", "committee"),
    [
        ("in den Verkehrsausschuss verwiesen", "Verkehrsausschuss"),
        ("verwiesen in Planungsausschuss", "Planungsausschuss"),
        ("in die Bezirksvertretung 1 (Altstadt) verwiesen", "Bezirksvertretung 1 (Altstadt)"),
        ("Behandlung im Migrationsbeirat am 30. Juni 2021", "Migrationsbeirat"),
        ("Überweisung an den Ausschuss für Bauen, Planen und Umwelt", "Ausschuss für Bauen, Planen und Umwelt"),
        ("Kenntnisnahme und Weiterbehandlung im Haupt-\nausschuss", "Hauptausschuss"),
        ("zurückverwiesen", None),
    ],
)
def test_where_it_was_referred_to(text: str, committee: str | None) -> None:
    vote = only(text)

    assert (vote.outcome, vote.referred_to) == ("referred", committee)


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("geändert beschlossen", True),
        ("einstimmig entgegen dem Beschlussvorschlag beschlossen", True),
        ("unverändert beschlossen", False),
        ("einstimmig beschlossen", False),
    ],
)
def test_changed_against_the_proposal(text: str, against: bool) -> None:
    assert only(text).against_proposal is against


def test_the_words_stand_where_the_span_says() -> None:
    text = "Siehe auch die Anlage.\nMehrheitliche Zustim-\nmung (20 Ja, 3 Nein)\nFrau Muster verlässt den Saal."

    vote = only(text)

    assert vote.words == "Mehrheitliche Zustim-\nmung (20 Ja, 3 Nein)"
    assert text[slice(*vote.span)] == vote.words
