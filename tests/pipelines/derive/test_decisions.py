"""Which source goes before the others, and what each of them tells."""

import pytest

from pipelines.derive.decisions import Decision, Told, contradiction, decide

MINUTES = Told(
    origin="minutes",
    text="Der Vorsitzende ruft auf.\nBeschluss:\nDer Zaun wird gestrichen.\nAbstimmungsergebnis: Ja: 7, Nein: 2",
    file_id="town-file-1",
    start=100,
)
SERVER = Told(origin="oparl", text="mehrheitlich beschlossen", resolution_text="Der Zaun wird gestrichen.")


def preferred(decisions: list[Decision]) -> list[Decision]:
    return [one for one in decisions if one.preferred]


def test_minutes_go_before_what_the_server_says_and_both_stay() -> None:
    found = decide("Ö 7", [SERVER, MINUTES])
    assert [(one.origin, one.preferred) for one in found] == [("minutes", True), ("oparl", False)]
    minutes, server = found
    assert (minutes.vote.outcome, minutes.vote.yes, minutes.vote.no) == ("accepted", 7, 2)
    assert minutes.item_outcome == server.item_outcome == "accepted"
    assert (minutes.resolution_text, server.resolution_text) == ("Der Zaun wird gestrichen.",) * 2


def test_the_words_are_found_where_they_stand_in_the_file() -> None:
    (decision,) = decide("7", [MINUTES])
    assert decision.start is not None
    assert MINUTES.text[decision.start - MINUTES.start :].startswith(decision.vote.words)
    assert (decision.file_id, decide("7", [SERVER])[0].start) == ("town-file-1", None)


@pytest.mark.parametrize("text", ["Es gab eine Aussprache.", "Keine Abstimmung."])
def test_minutes_that_say_nothing_of_the_outcome_go_behind_a_source_that_does(text: str) -> None:
    found = decide("7", [Told(origin="minutes", text=text, file_id="f"), SERVER])
    assert [one.origin for one in preferred(found)] == ["oparl"]


def test_an_election_that_the_minutes_only_call_unanimous_is_one() -> None:
    minutes = Told(origin="minutes", text="Abstimmungsergebnis: einstimmig", file_id="f")
    found = decide("7", [minutes, Told(origin="html", text="einstimmig gewählt")])
    assert [one.item_outcome for one in preferred(found)] == ["elected"]
    assert contradiction(found) is None


def test_sources_that_disagree_are_told_of() -> None:
    found = decide("7", [MINUTES, Told(origin="oparl", text="abgelehnt")])
    assert [one.item_outcome for one in preferred(found)] == ["accepted"]
    assert contradiction(found) == "minutes: accepted, oparl: rejected"


def test_a_vote_that_names_another_of_the_items_taken_together_is_not_this_ones() -> None:
    text = "Abstimmungsergebnis:\nTOP 6: Mehrheitliche Ablehnung (8 Ja, 35 Nein)\nTOP 7: Einstimmige Zustimmung (43 Ja)"
    told = Told(origin="minutes", text=text, file_id="f", together=("town-agenda-item-7",))
    assert [one.vote.outcome for one in decide("Ö 6.", [told])] == ["rejected"]
    assert [one.vote.outcome for one in decide("7", [told])] == ["accepted"]


def test_votes_by_group_in_a_table_of_the_server() -> None:
    table = (
        "<table><tr><th></th><th>Ja</th><th>Nein</th><th>Enthaltung</th></tr>"
        "<tr><td>Stadtgrün</td><td>5</td><td>0</td><td>1</td></tr>"
        "<tr><td>Bürgerbund</td><td>0</td><td>3</td><td>0</td></tr></table>"
    )
    (decision,) = decide("7", [Told(origin="oparl", text="", resolution_text=table)])
    assert {(one.who, one.vote, one.count) for one in decision.vote.stances if one.count} == {
        ("Stadtgrün", "yes", 5),
        ("Stadtgrün", "abstain", 1),
        ("Bürgerbund", "no", 3),
    }


def test_nothing_told_is_no_decision() -> None:
    assert decide("7", []) == []
    assert decide("7", [Told(origin="oparl", text="(kein Text vorhanden)")]) == []


def on_a_page(result: str | None, text: str, resolution: str | None = None) -> list[Decision]:
    """Minutes that a page shows beside its own result."""
    shown = Told(origin="html_minutes", text=text, resolution_text=resolution, beside=result)
    return decide("Ö 5", [shown, Told(origin="html", text=result or "", resolution_text=resolution)])


@pytest.mark.parametrize(
    ("result", "outcome"),
    [
        ("abgelehnt", "rejected"),
        ("verwiesen", "referred"),
        ("zur Kenntnis genommen", "noted"),
        ("geändert beschlossen", "amended"),
        (None, "accepted"),
        ("siehe Protokoll", "accepted"),
    ],
)
def test_a_majority_alone_is_one_for_what_the_page_says(result: str | None, outcome: str) -> None:
    found = on_a_page(result, "Abstimmungsergebnis:\nmehrheitlich")
    (first,) = preferred(found)
    assert (first.origin, first.vote.outcome, first.item_outcome, first.vote.majority) == (
        *("html_minutes", outcome, outcome, "majority"),
    )
    assert contradiction(found) is None


@pytest.mark.parametrize(
    ("result", "text", "goes_first"),
    [
        ("geändert beschlossen", "Der Ausschuss nimmt den Bericht zur Kenntnis.", "html"),
        ("ungeändert beschlossen\nDafür: 9 Dagegen: 2", "Der Antrag wird angenommen.", "html"),
        ("ungeändert beschlossen", "Der Antrag wird angenommen.", "html_minutes"),
        ("abgelehnt", "Abstimmungsergebnis:\nJa: 4 Nein: 9", "html_minutes"),
        ("beschlossen", "Der Antrag wird mit 4 Ja-Stimmen gegen 9 Nein-Stimmen abgelehnt.", "html_minutes"),
        ("gewählt", "Abstimmungsergebnis:\n18 Ja-Stimmen, 2 Nein-Stimmen", "html_minutes"),
    ],
)
def test_minutes_on_a_page_that_count_nothing_go_behind_a_result_that_says_more(
    result: str, text: str, goes_first: str
) -> None:
    assert {one.origin for one in preferred(on_a_page(result, text))} == {goes_first}


@pytest.mark.parametrize(
    ("result", "resolution", "numbers", "rest"),
    [
        ("", "Der Zaun wird blau.\nAbstimmungsergebnis: 20 Ja, 3 Nein", (20, 3), "Der Zaun wird blau."),
        ("beschlossen", "Der Zaun wird blau.\nAbstimmungsergebnis: 20 Ja, 3 Nein", (20, 3), "Der Zaun wird blau."),
        ("20 Ja, 3 Nein", "Der Zaun wird blau.\nAbstimmung: siehe oben", (20, 3), None),
        ("abgelehnt", "Der Zaun wird blau.\nAbstimmungsergebnis: 20 Ja, 3 Nein", (None, None), None),
    ],
)
def test_a_vote_below_the_resolution(
    result: str, resolution: str, numbers: tuple[int | None, int | None], rest: str | None
) -> None:
    (decision,) = decide("5", [Told(origin="oparl", text=result, resolution_text=resolution)])
    assert (decision.vote.yes, decision.vote.no) == numbers
    assert decision.resolution_text == (rest or resolution)


def test_a_resolution_that_tells_no_vote_is_none() -> None:
    for text in ("Der Zaun wird gestrichen.", "Der Rat beschließt die Satzung."):
        assert decide("5", [Told(origin="oparl", text="", resolution_text=text)]) == []


@pytest.mark.parametrize(
    ("text", "number", "printed", "count"),
    [
        ("Dem Antrag zu TOP 3 wird einstimmig zugestimmt.", "Ö 5", None, 0),
        ("Abstimmungsergebnis zu TOP 3: einstimmig", "Ö 5", None, 0),
        ("Abstimmungsergebnis zu TOP 5: einstimmig", "Ö 5.", "5", 1),
        ("Abstimmungsergebnis zu TOP 5.1: einstimmig", "5", None, 1),
        ("Abstimmungsergebnis zu TOP 5: einstimmig", "5.1", None, 1),
        ("Abstimmungsergebnis zu TOP 5: einstimmig", "Ö 6", "5", 1),
        ("Abstimmungsergebnis zu TOP 5: einstimmig", None, None, 1),
    ],
)
def test_a_vote_on_another_item_is_not_this_ones(
    text: str, number: str | None, printed: str | None, count: int
) -> None:
    told = Told(origin="minutes", text=text, file_id="f", number=printed)
    assert len(decide(number, [told])) == count


def test_stretches_of_one_file_are_one_reading_and_keep_their_places() -> None:
    first = Told(origin="minutes", text="Der Punkt wird zurückgestellt.", file_id="f", start=10)
    again = Told(
        origin="minutes",
        text="Beschluss:\nDer Zaun wird blau.\nAbstimmungsergebnis: Ja: 7, Nein: 2",
        file_id="f",
        start=90,
    )
    found = decide("7", [first, SERVER, again])
    assert [(one.origin, one.item_outcome, one.start) for one in found] == [
        ("minutes", None, 10),
        ("minutes", "accepted", 90 + again.text.index("Ja: 7")),
        ("oparl", "accepted", None),
    ]
    assert [one.resolution_text for one in preferred(found)] == [None, "Der Zaun wird blau."]


def test_two_minutes_that_disagree_are_told_of_and_corrected_ones_go_first() -> None:
    corrected = Told(origin="minutes", text="Abstimmungsergebnis: Ja: 2, Nein: 7", file_id="g", standing=1)
    found = decide("7", [MINUTES, corrected])
    assert [one.file_id for one in preferred(found)] == ["g"]
    assert contradiction(found) == "minutes: rejected, minutes: accepted"
