import pytest

from evaluation.scoring import Item, Judged, Remark, by_result, confusion, expected, explained, judge, overall
from pipelines.german.outcomes import Outcome

ITEMS = [
    Item("1", "4", "einstimmig beschlossen", "Abstimmungsergebnis:\nEinstimmige Zustimmung"),
    Item("2", "5", "mehrheitlich abgelehnt", "Abstimmungsergebnis:\neinstimmig zugestimmt"),
    Item("3", "6", "Kenntnisnahme", "Abstimmungsergebnis:\nmit Stellungnahme erledigt"),
    Item("4", None, "keine Abstimmung", "Nichts."),
]


def test_what_was_read_is_held_against_the_key() -> None:
    assert [(one.key, one.read, one.same, one.same_meaning) for one in judge(ITEMS)] == [
        ("accepted", "accepted", True, True),
        ("rejected", "accepted", False, False),
        ("noted", "settled", False, True),
        ("no_vote", None, False, False),
    ]


@pytest.mark.parametrize(
    ("key", "read", "same_meaning"),
    [
        ("noted", "settled", True),
        ("settled", "no_vote", True),
        ("no_vote", "referred", True),
        ("elected", "accepted", True),
        ("noted", "referred", False),
        ("no_vote", "accepted", False),
        ("accepted", "amended", False),
        ("accepted", None, False),
    ],
)
def test_meaning(key: Outcome, read: Outcome | None, same_meaning: bool) -> None:
    assert Judged("1", None, "", key, read).same_meaning is same_meaning


def test_words_that_one_council_uses_otherwise() -> None:
    assert expected("einverstanden") == "settled"
    assert expected("siehe Protokoll") is None


def test_the_tables() -> None:
    judged = judge(ITEMS)

    assert "| voted on, same outcome | 2 | 1 | 50.0 % |" in overall(judged)
    assert "| all, same meaning | 4 | 2 | 50.0 % |" in overall(judged)
    assert "| mehrheitlich abgelehnt: rejected | 1 | 0 | 0.0 % |" in by_result(judged)
    assert confusion(judged).splitlines()[0] == "| key \\ read | accepted | none | settled |"
    remarks = {"2": Remark("key", "the line says otherwise")}
    assert explained(judged, remarks).splitlines()[2:] == ["| the key is wrong | 1 |", "| not looked at | 1 |"]


def test_nothing_is_no_share() -> None:
    assert "| all, same outcome | 0 | 0 | – |" in overall([])
