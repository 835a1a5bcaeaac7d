"""Several votes in one text: parts, amendments, agenda items; and what they mean for the item as a whole."""

import pytest

from pipelines.german.outcomes import Outcome, of_item, read_result

PARTS: list[tuple[str, list[tuple[str | None, Outcome | None]]]] = [
    (
        "Ziffer 1: einstimmig beschlossen; Ziffer 2: mehrheitlich abgelehnt",
        [("Ziffer 1", "accepted"), ("Ziffer 2", "rejected")],
    ),
    ("Ziffer 1: einstimmig beschlossen Ziffer 2: vertagt", [("Ziffer 1", "accepted"), ("Ziffer 2", "postponed")]),
    (
        "Ziffern 1 - 3 mehrheitlich angenommen\nZiffer 4 erledigt",
        [("Ziffern 1 - 3", "accepted"), ("Ziffer 4", "settled")],
    ),
    ("a) einstimmig, 0 Enthaltungenb) 3 Ja-Stimmen, 9 Nein-Stimmen", [("a)", "accepted"), ("b)", "rejected")]),
    (
        "1. Antrag der X-Fraktiona) einstimmig, 0 Enthaltungenb) 1 Ja-Stimme, 13 Nein-Stimmen2. Antrag der Y-Fraktion\n"
        "a) einstimmig",
        [
            ("1. Antrag der X-Fraktion, a)", "accepted"),
            ("1. Antrag der X-Fraktion, b)", "rejected"),
            ("2. Antrag der Y-Fraktion, a)", "accepted"),
        ],
    ),
    (
        "Beschlussvorlage: Ziffer 1 bei 30 Ja-Stimmen und 9 Nein-Stimmen mehrheitlich zuge-\nstimmt.\n"
        "Ziffer 2 einstimmig zugestimmt\nAntrag Z: Ziffer 1 zurückgezogen",
        [
            ("Beschlussvorlage, Ziffer 1", "accepted"),
            ("Beschlussvorlage, Ziffer 2", "accepted"),
            ("Antrag Z, Ziffer 1", "withdrawn"),
        ],
    ),
    (
        "Grundsteuer A:   10 Ja-Stimmen, 2 Nein-StimmenGewerbesteuer:  4 Ja-Stimmen, 8 Nein-Stimmen",
        [("Grundsteuer A", "accepted"), ("Gewerbesteuer", "rejected")],
    ),
    (
        "Vorlage: 2014/0494: Mehrheitliche Zustimmung (9 Nein-Stimmen)\nVorlage: 2014/0512: erledigt",
        [("Vorlage: 2014/0494", "accepted"), ("Vorlage: 2014/0512", "settled")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_each_part_is_a_vote(text: str, expected: list[tuple[str | None, Outcome | None]]) -> None:
    assert [(vote.part, vote.outcome) for vote in read_result(text)] == expected


@pytest.mark.parametrize(
    ("text", "amendments", "outcome"),
    [
        (
            "Änderungsantrag der FDP-Fraktion: mehrheitlich abgelehnt; Vorlage: einstimmig beschlossen",
            [True, False],
            "accepted",
        ),
        (
            "Ergänzungsantrag A: Ja: 22, Nein: 14 Vorlage: einstimmig mit Änderungen beschlossen",
            [True, False],
            "amended",
        ),
        (
            "Beschlussvorlage: mehrheitlich zugestimmt\nErgänzungsantrag: einstimmig zugestimmt",
            [False, True],
            "amended",
        ),
        (
            "14 Nein-Stimmen, Rest Ja-Stimmen\nÄnderungsantrag: 3 Ja-Stimmen, ansonsten Ablehnung",
            [False, True],
            "accepted",
        ),
        (
            "Geschäftsordnungsantrag auf Vertagung: abgelehnt\nHauptantrag: mehrheitlich abgelehnt",
            [True, False],
            "rejected",
        ),
        ("Einstimmige Zustimmung\nDer Ergänzungsantrag ist mit der Stellungnahme erledigt.", [False, True], "accepted"),
    ],
)
def test_amendments_are_told_from_the_main_motion(text: str, amendments: list[bool], outcome: Outcome) -> None:
    votes = read_result(text)

    assert [vote.is_amendment for vote in votes] == amendments
    assert (whole := of_item(votes)) is not None
    assert whole.outcome == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Ziffer 1: einstimmig beschlossen; Ziffer 2: mehrheitlich beschlossen", "accepted"),
        ("Ziffer 1: einstimmig beschlossen; Ziffer 2: mehrheitlich abgelehnt", "partly"),
        ("Ziffer 1: abgelehnt; Ziffer 2: mehrheitlich abgelehnt", "rejected"),
        ("Ziffer 1: einstimmig beschlossen; Ziffer 2: in den Schulausschuss verwiesen", "partly"),
        ("Geänderte Beschlussvorlage: einstimmig beschlossen\nAntrag der X-Fraktion: abgelehnt", "amended"),
        ("zur Kenntnis genommen\nZiffer 2: in den Schulausschuss verwiesen", "referred"),
        ("keine Abstimmung", "no_vote"),
    ],
)
def test_what_happened_to_the_item_as_a_whole(text: str, outcome: Outcome) -> None:
    assert (whole := of_item(read_result(text))) is not None
    assert whole.outcome == outcome


def test_an_amendment_alone_says_nothing_of_the_item() -> None:
    assert of_item(read_result("Änderungsantrag der X-Fraktion: mehrheitlich abgelehnt")) is None
    assert of_item([]) is None


def test_several_agenda_items_in_one_result() -> None:
    votes = read_result(
        "TOP 6: Mehrheitliche Zustimmung (37 Ja, 8 Nein, 1 Enthaltung) TOP 7 und 7.1: Einstimmige Zustimmung (43 Ja)\n"
        "TOP 8: Kenntnisnahme von der Stellungnahme der Verwaltung"
    )

    assert [(vote.items, vote.yes, vote.outcome) for vote in votes] == [
        (("6",), 37, "accepted"),
        (("7", "7.1"), 43, "accepted"),
        (("8",), None, "noted"),
    ]
    assert [one.outcome for number in ("6", "7.1", "8") if (one := of_item(votes, item=number))] == [
        "accepted",
        "accepted",
        "noted",
    ]
    assert of_item(votes, item="9") is None
