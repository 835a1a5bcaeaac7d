"""Musterstadt holds together: whatever the seed and the size, nothing in it contradicts anything else."""

import hashlib
import re
import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from scraper.sample.generate import make_town
from scraper.sample.size import Size
from scraper.sample.town import AgendaItem, Record, Town, Vote

TOWNS = {
    "the sample": make_town(),
    "another seed": make_town(seed=7),
    "a village": make_town(seed=3, size=Size.of(200)),
    "a city": make_town(seed=2, size=Size.of(6000)),
}


@pytest.fixture(params=TOWNS, ids=str)
def town(request: pytest.FixtureRequest) -> Town:
    return TOWNS[request.param]


def all_records(town: Town) -> list[Record]:
    return [
        *town.locations, *town.terms, *town.organizations, *town.persons, *town.memberships, *town.meetings,
        *town.agenda_items, *town.papers, *town.consultations, *town.files, *town.releases, *town.deleted,
    ]  # fmt: skip


def with_paper(town: Town) -> list[AgendaItem]:
    return [item for item in town.agenda_items if item.paper_id]


def votes(town: Town) -> list[tuple[AgendaItem, Vote]]:
    return [(item, vote) for item in town.agenda_items for vote in item.votes]


def digest(town: Town) -> str:
    return hashlib.sha256(repr(town).encode()).hexdigest()


class TestSeedAndSize:
    def test_the_same_seed_makes_the_same_town_in_another_process(self) -> None:
        program = (
            "import hashlib; from scraper.sample.generate import make_town;"
            "print(hashlib.sha256(repr(make_town()).encode()).hexdigest())"
        )
        other = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert other.stdout.strip() == digest(TOWNS["the sample"])

    def test_another_seed_makes_another_town(self) -> None:
        assert digest(make_town(seed=1)) != digest(make_town(seed=2))

    @pytest.mark.parametrize("wanted", [200, 1_000, 6_000])
    def test_a_town_of_any_size(self, wanted: int) -> None:
        assert len(make_town(size=Size.of(wanted)).agenda_items) == pytest.approx(wanted, rel=0.25)

    def test_the_sample_is_small_and_rich(self) -> None:
        town = TOWNS["the sample"]
        assert 55 <= len(town.meetings) <= 95
        assert 450 <= len(town.agenda_items) <= 900
        assert 180 <= len(town.papers) <= 320
        assert 60 <= len(town.releases) <= 110
        assert {one.kind for one in town.papers} == {
            "proposal", "report", "notice", "motion", "amendment", "inquiry", "answer", "petition",
        }  # fmt: skip

    def test_a_city_has_every_outcome_and_some_of_everything(self) -> None:
        town = TOWNS["a city"]
        assert {item.outcome for item in town.agenda_items} == {
            None, "accepted", "amended", "partly", "rejected", "postponed", "referred", "withdrawn", "noted", "settled",
            "elected", "no_vote",
        }  # fmt: skip
        assert {vote.majority for _, vote in votes(town)} == {"unanimous", "majority", "tie"}
        assert any(vote.biased for _, vote in votes(town))
        assert any(item.en_bloc for item in town.agenda_items)
        assert any(item.late for item in town.agenda_items)
        assert any(meeting.cancelled for meeting in town.meetings)
        assert any(meeting.start.date() > town.today and meeting.agenda for meeting in town.meetings)
        assert any(len(item.votes) > 2 for item in town.agenda_items)
        assert any(repeats(meeting.agenda) for meeting in town.meetings)

    def test_a_town_too_young_for_a_settled_concept_is_refused(self) -> None:
        with pytest.raises(ValueError, match=r"at least 0\.7 years"):
            make_town(size=Size(years=0.1))


def repeats(agenda: tuple[AgendaItem, ...]) -> bool:
    return any(number > 1 for number in Counter(item.number for item in agenda).values())


class TestReferences:
    def test_ids_are_unique_within_a_kind(self, town: Town) -> None:
        assert max(Counter((type(one), one.id) for one in all_records(town)).values()) == 1

    def test_every_reference_leads_somewhere(self, town: Town) -> None:
        """By the names of the fields: every ..._id and ..._ids of every record."""
        lookups: dict[str, dict[int, Record]] = {
            "organization": dict(town.organization_of), "group": dict(town.organization_of),
            "originator": dict(town.organization_of), "lead": dict(town.organization_of),
            "referred_to": dict(town.organization_of), "person": dict(town.person_of), "chair": dict(town.person_of),
            "present": dict(town.person_of), "originator_person": dict(town.person_of),
            "meeting": dict(town.meeting_of), "paper": dict(town.paper_of), "related": dict(town.paper_of),
            "agenda_item": dict(town.agenda_item_of), "file": dict(town.file_of), "invitation": dict(town.file_of),
            "minutes": dict(town.file_of), "extract": dict(town.file_of), "attachment": dict(town.file_of),
            "location": dict(town.location_of),
            "consultation": {one.id: one for one in town.consultations},
        }  # fmt: skip
        for record in all_records(town):
            for name, value in vars(record).items():
                if name.endswith("_id") and value is not None:
                    assert value in lookups[name.removesuffix("_id")], (record, name)
                if name.endswith("_ids"):
                    assert set(value) <= set(lookups[name.removesuffix("_ids")]), (record, name)

    def test_deleted_records_are_nowhere_else(self, town: Town) -> None:
        for stub in town.deleted:
            assert stub.id not in (town.paper_of if stub.kind == "paper" else town.meeting_of)

    def test_a_consultation_and_its_agenda_item_agree(self, town: Town) -> None:
        stations = {station.id: station for station in town.consultations}
        for item in with_paper(town):
            station = stations[item.consultation_id or 0]
            assert (station.paper_id, station.meeting_id, station.agenda_item_id) == (
                item.paper_id, item.meeting_id, item.id,
            )  # fmt: skip
            assert town.meeting_of[item.meeting_id].organization_id == station.organization_id


class TestTimes:
    def test_nothing_was_entered_after_today(self, town: Town) -> None:
        for one in all_records(town):
            assert one.created <= one.modified, one
            assert one.modified.date() <= town.today, one

    def test_meetings_end_after_they_start_and_only_once_they_are_over(self, town: Town) -> None:
        for meeting in town.meetings:
            if meeting.end is None:
                assert meeting.cancelled or meeting.start.date() >= town.today
            else:
                assert meeting.start < meeting.end
                assert meeting.start.date() < town.today

    def test_meetings_are_in_order_and_an_organ_meets_once_a_day(self, town: Town) -> None:
        days = Counter((meeting.organization_id, meeting.start.date()) for meeting in town.meetings)
        assert all(one.start.date() <= two.start.date() for one, two in pairwise(town.meetings))
        assert max(days.values()) == 1

    def test_the_way_of_a_paper_goes_forward_in_time_and_starts_after_it_was_written(self, town: Town) -> None:
        for paper in town.papers:
            days = [town.meeting_of[one.meeting_id].start.date() for one in paper.consultations if one.meeting_id]
            assert days == sorted(days), paper
            assert not days or paper.day <= days[0], paper

    def test_minutes_are_written_after_the_meeting(self, town: Town) -> None:
        for meeting in town.meetings:
            if meeting.minutes_id:
                assert town.file_of[meeting.minutes_id].created.date() > meeting.start.date()


class TestVotes:
    def test_numbers_add_up_to_those_present(self, town: Town) -> None:
        for item, vote in votes(town):
            present = town.meeting_of[item.meeting_id].present_ids
            assert vote.yes + vote.no + vote.abstain + vote.biased == len(present), item

    def test_groups_add_up_to_the_numbers(self, town: Town) -> None:
        for _, vote in votes(town):
            assert sum(one.yes for one in vote.groups) == vote.yes
            assert sum(one.no for one in vote.groups) == vote.no
            assert sum(one.abstain for one in vote.groups) == vote.abstain

    def test_outcome_and_majority_follow_from_the_count(self, town: Town) -> None:
        for _, vote in votes(town):
            assert (vote.outcome in ("accepted", "amended", "elected")) == (vote.yes > vote.no)
            assert (vote.majority == "tie") == (vote.yes == vote.no)
            assert (vote.majority == "unanimous") == (0 in (vote.yes, vote.no) and vote.yes != vote.no)

    def test_the_item_has_the_outcome_of_its_main_vote(self, town: Town) -> None:
        for item in town.agenda_items:
            main = [vote for vote in item.votes if not vote.is_amendment]
            if len(main) == 1:
                assert main[0].outcome == item.outcome

    def test_an_item_voted_on_in_parts_is_accepted_partly_or_rejected(self, town: Town) -> None:
        for item in town.agenda_items:
            parts = [vote.outcome for vote in item.votes if vote.subject and vote.subject.startswith("Ziffer")]
            if parts:
                expected = {1: parts[0], 2: "partly"}[len(set(parts))]
                assert item.outcome == expected

    def test_amended_means_that_an_amendment_was_carried(self, town: Town) -> None:
        outcome_of = {item.id: item.outcome for item in town.agenda_items}
        for item in town.agenda_items:
            spoken = any(vote.is_amendment and vote.outcome == "accepted" for vote in item.votes)
            written = any(
                outcome_of[one.id] == "accepted"
                for one in town.meeting_of[item.meeting_id].agenda
                if one.paper_id
                and town.paper_of[one.paper_id].kind == "amendment"
                and town.paper_of[one.paper_id].related_id == item.paper_id
            )
            assert item.outcome != "amended" or spoken or written, item

    def test_nothing_is_decided_before_the_meeting_and_nothing_hidden_is_published(self, town: Town) -> None:
        for item in town.agenda_items:
            if not item.public or town.meeting_of[item.meeting_id].end is None:
                assert (item.outcome, item.votes, item.result, item.paper_id if not item.public else None) == (
                    None, (), None, None,
                )  # fmt: skip


class TestResultsInWords:
    NUMBERS = re.compile(r"Ja: (\d+), Nein: (\d+), Enthaltungen: (\d+), Befangen: (\d+)")
    AGAINST = re.compile(r"(\d+) (?:Gegenstimme|Nein-Stimme)")

    def test_numbers_are_those_of_the_vote(self, town: Town) -> None:
        for item in town.agenda_items:
            if item.result and len(item.votes) == 1:
                vote = item.votes[0]
                for found in self.NUMBERS.findall(item.result):
                    assert [int(one) for one in found] == [vote.yes, vote.no, vote.abstain, vote.biased]
                for found in self.AGAINST.findall(item.result):
                    assert int(found) == vote.no

    def test_words_fit_the_outcome(self, town: Town) -> None:
        for item in town.agenda_items:
            if item.result and len(item.votes) == 1 and item.outcome:
                text = item.result.lower()
                assert "abgelehnt" not in text or item.outcome == "rejected"
                assert "ablehnung" not in text or item.outcome == "rejected"
                assert "einstimmig" not in text or item.votes[0].majority == "unanimous"
                assert "stimmengleichheit" not in text or item.votes[0].majority == "tie"

    def test_some_results_are_left_to_the_minutes(self) -> None:
        voted = [item for item in TOWNS["a city"].agenda_items if item.votes]
        assert 0.02 < sum(item.result is None for item in voted) / len(voted) < 0.3


class TestPapers:
    def test_references_are_unique_and_of_many_shapes(self, town: Town) -> None:
        references = [paper.reference for paper in town.papers]
        assert max(Counter(references).values()) == 1
        assert len({re.sub(r"\d+", "0", one) for one in references}) >= 6

    def test_amendments_and_answers_carry_the_number_of_their_paper(self, town: Town) -> None:
        for paper in town.papers:
            assert (paper.related_id is not None) == (paper.kind in ("amendment", "answer"))
            if paper.related_id:
                assert paper.reference.startswith(town.paper_of[paper.related_id].reference)

    def test_no_blank_was_left_in_a_text(self, town: Town) -> None:
        texts = [text for paper in town.papers for text in (paper.name, paper.resolution, *paper.reasons)]
        texts += [text for release in town.releases for text in (release.title, *release.paragraphs)]
        texts += [item.name for item in town.agenda_items]
        assert [text for text in texts if re.search(r"[{}]|\bNone\b", text)] == []


class TestReleases:
    def test_a_release_names_its_paper_as_it_says(self, town: Town) -> None:
        for release in town.releases:
            text = " ".join(release.paragraphs)
            paper = town.paper_of[release.paper_id] if release.paper_id else None
            if paper is None:
                assert release.mention == "none"
                continue
            assert (release.mention == "number") == (paper.reference in text)
            assert release.mention != "title" or paper.name in text

    def test_slugs_are_unique_on_a_site(self, town: Town) -> None:
        assert max(Counter((one.site, one.slug) for one in town.releases).values()) == 1

    def test_a_release_about_a_decision_comes_after_it(self, town: Town) -> None:
        for release in town.releases:
            if release.agenda_item_id:
                meeting = town.meeting_of[town.agenda_item_of[release.agenda_item_id].meeting_id]
                assert meeting.start < release.created


class TestConceptDay:
    def test_the_council_decides_a_concept_and_a_party_reports_it_the_same_day(self, town: Town) -> None:
        day = town.concept_day
        meeting, item = town.meeting_of[day.meeting_id], town.agenda_item_of[day.agenda_item_id]
        paper, release = town.paper_of[day.paper_id], town.release_of[day.release_id]
        assert meeting.organization_id == town.council.id
        assert (item.meeting_id, item.paper_id, item.outcome) == (meeting.id, paper.id, "amended")
        assert paper.consultations[-1].agenda_item_id == item.id
        assert len(paper.consultations) > 2
        assert release.created.date() == meeting.start.date()
        assert release.modified - release.created > timedelta(days=5)
        assert (release.paper_id, release.agenda_item_id) == (paper.id, item.id)

    def test_the_minutes_of_the_day_are_there(self, town: Town) -> None:
        minutes = town.file_of[town.meeting_of[town.concept_day.meeting_id].minutes_id or 0]
        assert isinstance(minutes.created, datetime)
        assert minutes.kind == "minutes"
