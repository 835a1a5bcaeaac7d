"""Every decision of Musterstadt, read from its result and from its minutes: the generator knows how they were taken."""

from collections.abc import Iterator, Sequence

import pytest

from pipelines.german.outcomes import Outcome, Vote, of_item, read_minutes_item, read_result
from scraper.sample.faces.documents import blocks_of
from scraper.sample.generate import make_town
from scraper.sample.making.decisions import SEE_MINUTES
from scraper.sample.town import AgendaItem, Meeting, Town
from scraper.sample.town import Vote as Taken


@pytest.fixture(scope="module")
def town() -> Town:
    return make_town()


def minutes_of(town: Town, meeting: Meeting) -> Iterator[tuple[AgendaItem, str]]:
    """The public items of a meeting with their text, cut at the headings."""
    assert meeting.minutes_id is not None
    texts: dict[str, list[str]] = {}
    lines: list[str] = []
    for block in blocks_of(town, town.file_of[meeting.minutes_id]):
        if block.kind == "heading":
            lines = texts.setdefault(block.text, [])
        lines.append(f"{block.label}: {block.text}" if block.kind == "field" else block.text)
    for item in meeting.agenda:
        if item.public and not item.heading:
            yield item, "\n".join(texts[f"TOP {item.number} {item.name}"])


def said(outcome: Outcome | None, text: str) -> Outcome | None:
    """An election whose words say only that it was agreed to is read as that."""
    return "accepted" if outcome == "elected" and "gewählt" not in text else outcome


def assert_read_right(town: Town, taken: Sequence[Taken], read: Sequence[Vote], text: str) -> None:
    assert len(read) == len(taken), text
    for true, vote in zip(taken, read, strict=True):
        assert vote.outcome == said(true.outcome, text), text
        assert vote.is_amendment == true.is_amendment, text
        assert vote.majority in (true.majority, None), text
        for number in ("yes", "no", "abstain", "biased"):
            assert getattr(vote, number) in (getattr(true, number), None), text
        for stance in vote.stances:
            groups = [group for group in true.groups if group.group_id is not None]
            names = {town.organization_of[group.group_id or 0]: group for group in groups}
            [voted] = [group for one, group in names.items() if stance.who in (one.name, one.short_name)]
            assert getattr(voted, stance.vote) > 0, text


def test_every_result_of_the_towns_system(town: Town) -> None:
    results = [item for item in town.agenda_items if item.result and item.result not in SEE_MINUTES]
    assert len(results) > 300
    for item in results:
        votes = read_result(item.result or "")
        whole = of_item(votes)
        assert whole is not None, item.result
        assert whole.outcome == item.outcome, item.result
        if len(votes) == len(item.votes):
            assert_read_right(town, item.votes, votes, item.result or "")


def test_a_result_that_only_points_to_the_minutes_is_none() -> None:
    assert [read_result(words) for words in SEE_MINUTES] == [[]] * len(SEE_MINUTES)


def test_every_decision_in_the_minutes(town: Town) -> None:
    decided = 0
    for meeting in town.meetings:
        for item, text in minutes_of(town, meeting) if meeting.minutes_id else ():
            votes = read_minutes_item(text).votes
            whole = of_item(votes)
            assert (whole.outcome if whole else None) == said(item.outcome, text), text
            if item.votes:
                assert_read_right(town, item.votes, votes, text)
                assert [vote.part for vote in votes] == [vote.subject for vote in item.votes]
                decided += 1
    assert decided > 200


def test_the_resolution_in_the_minutes(town: Town) -> None:
    for meeting in town.meetings:
        for item, text in minutes_of(town, meeting) if meeting.minutes_id else ():
            resolution = read_minutes_item(text).resolution
            assert (resolution[0] if resolution else None) == item.resolution
