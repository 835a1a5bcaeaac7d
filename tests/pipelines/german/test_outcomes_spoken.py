"""Verbatim minutes: the chair asks for hands and closes the vote. All of it is invented."""

from pathlib import Path

import pytest

from pipelines.derive.documents import read_document
from pipelines.german.outcomes import Outcome, of_item, read_minutes_item

CORPUS = Path(__file__).resolve().parents[3] / "../shared/corpus"

MOTION_FIRST = """Ich lasse über den Änderungsantrag der ABC-Fraktion abstimmen. Wer stimmt zu? - Das ist die
ABC. Gegenstimmen? - Das ist die Mehrheit. Dann ist der
Änderungsantrag abgelehnt.
Wir kommen zur Vorlage. Gibt es Gegenstimmen? - Keine. Enthaltungen? - Die ABC. Damit ist die Vorlage so beschlossen.
"""
ELECTION = """In den letzten Ratsperioden wurden jeweils vier Stellvertreter gewählt. Ich rufe die Listen auf.
Wer stimmt für Liste 1? - Das sind die ABC und die DEF. Gibt es Enthaltungen? - Von der GHI.
75 Stimmen wurden abgegeben, 13 Enthaltungen. Damit ergibt sich folgende Sitzverteilung: Alle in
den Listen 1 bis 5 vorgeschlagenen Personen sind gewählt worden.
"""
COUNTED_BEHIND = """Wer den Vorschlägen folgt, den bitte ich um das Handzeichen. Die drei Vertreter wurden
gewählt. 63 Stimmen wurden abgegeben, und es gab 25 Enthaltungen. Damit sind - ich sage es noch einmal - alle gewählt.
"""
APPOINTED = """Am 13. Juni wurden 22 der Mitglieder direkt gewählt. Gibt es weitere Vorschläge? - Nein.
Vorschlag 1. - Die Stimmen der ABC. Es wurden 89 Stimmen abgegeben. Enthaltungen gab es keine. Damit sind
alle Personen aus den Vorschlägen 1 bis 6 als Mitglieder bestellt.
"""
AGENDA = """Wir kommen zur Einführung von Frau Muster. Dann lasse ich über die Änderungen der Tagesordnung abstimmen.
Gibt es Gegenstimmen? - Keine. Dann ist die so geänderte Tagesordnung beschlossen.
"""
TOLD_IN_DEBATE = """Der Rat hat in seiner Sitzung im April 2031 beschlossen, die Sitzungen zu übertragen. Wie erläutert,
werden die Mitglieder unter TOP 2.3 gewählt. Die Bezirksvertretung Musterau hat abgelehnt. Die Bildung der
weiteren Ausschüsse wird in die nächste Sitzung vertagt.
Karin Beispiel (ABC): Dann ist der Antrag im Mai vom Land abgelehnt worden.
"""


@pytest.mark.parametrize(
    ("closing", "outcome"),
    [
        ("Dann ist der Antrag abgelehnt.", "rejected"),
        ("Damit ist er abgelehnt.", "rejected"),
        ("Dann ist\ndieser Antrag so beschlossen. Ich bedanke mich.", "accepted"),
        ("Damit ist der Vorschlag\nso angenommen.", "accepted"),
        ("Dann ist auch dem so zugestimmt.", "accepted"),
        ("Dann ist das so zur Kenntnis genommen.", "noted"),
        ("Dann ist die Überweisung einstimmig erfolgt.", "referred"),
        ("Damit ist Herr Dr. Muster zum neuen Vorsitzenden berufen worden.", "accepted"),
        ("Ich stelle fest, dass Herr Muster mit großer Mehrheit zum Beigeordneten gewählt wurde.", "elected"),
    ],
)
def test_the_chairs_closing_words(closing: str, outcome: Outcome) -> None:
    [vote] = read_minutes_item(f"{TOLD_IN_DEBATE}Gibt es Gegenstimmen? - Keine. Enthaltungen? - ABC. {closing}").votes

    assert vote.outcome == outcome
    assert vote.words in closing
    assert vote.majority == {"referred": "unanimous", "elected": "majority"}.get(outcome)


def test_debate_alone_tells_no_vote() -> None:
    text = f"{TOLD_IN_DEBATE}Gibt es Wortmeldungen? - Nein. Wir kommen zum nächsten Punkt. Ich rufe ihn auf.\n"

    assert read_minutes_item(text).votes == []


def test_a_motion_voted_down_first_is_not_the_item() -> None:
    motion, vote = read_minutes_item(MOTION_FIRST).votes
    whole = of_item([motion, vote])

    assert (motion.outcome, motion.part, motion.is_amendment) == ("rejected", "Änderungsantrag der ABC-Fraktion", True)
    assert whole is not None
    assert whole.outcome == "accepted"


@pytest.mark.parametrize(("text", "abstain"), [(ELECTION, 13), (COUNTED_BEHIND, 25), (APPOINTED, None)])
def test_an_election_with_the_numbers_that_the_chair_says(text: str, abstain: int | None) -> None:
    [vote] = read_minutes_item(text).votes

    assert (vote.outcome, vote.yes, vote.abstain, vote.stances) == ("elected", None, abstain, ())


def test_an_agenda_is_not_the_item_below_which_it_was_agreed() -> None:
    [vote] = read_minutes_item(AGENDA).votes

    assert (vote.outcome, vote.part, vote.is_amendment) == ("amended", "Tagesordnung", True)
    assert of_item([vote]) is None


@pytest.mark.parametrize(
    ("proposed", "outcome", "committee"),
    [
        ("Die Vorlage soll zur Beratung in den Finanzausschuss verwiesen werden.", "referred", "Finanzausschuss"),
        ("Der Antrag soll vertagt werden.", "postponed", None),
        ("Die Festlegung der Vorsitze wird in die nächste Sitzung vertagt.", "accepted", None),
    ],
)
def test_so_decided_is_what_was_proposed(proposed: str, outcome: Outcome, committee: str | None) -> None:
    text = f"{proposed}\nGibt es hierzu Gegenstimmen? - Keine. Enthaltungen?\n- Keine. Dann ist so beschlossen."
    [vote] = read_minutes_item(text).votes

    assert (vote.outcome, vote.referred_to) == (outcome, committee)


def test_who_abstained_where_the_closing_words_say_so() -> None:
    [vote] = read_minutes_item(
        "Enthaltungen? - Die ABC enthält sich. Dann ist das bei Enthaltung der ABC so beschlossen."
    ).votes

    assert [(one.who, one.vote) for one in vote.stances] == [("ABC", "abstain")]


@pytest.mark.skipif(not CORPUS.exists(), reason="no verbatim minutes in ../shared/corpus")
def test_real_verbatim_minutes() -> None:
    """Each vote ends with the chair's closing words; what is only talked of is none."""
    votes = []
    for path in sorted((CORPUS / "pdf/wortprotokolle").glob("*.pdf")):
        text = "\n".join(page.text for page in read_document(path.read_bytes(), name=path.name).pages)
        votes += read_minutes_item(text).votes
    talked_of = ("letzten Ratsperioden", "direkt gewählt", "April 2017", "unter TOP 2.3", "Bezirksvertretung Porz")

    assert len(votes) >= 90
    assert [vote.words for vote in votes if vote.outcome is None] == []
    assert [vote.words for vote in votes if any(words in vote.words for words in talked_of)] == []
    assert sum(vote.outcome == "rejected" for vote in votes) == 6
