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
