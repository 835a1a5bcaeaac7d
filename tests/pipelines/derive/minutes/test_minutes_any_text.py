"""Whatever the pages hold: nothing is lost, nothing crashes, and only items of the agenda are named."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.derive.minutes import cut_minutes
from tests.pipelines.derive.minutes.minutes_of import agenda

AGENDA = agenda(
    "Ö 1 | Eröffnung", "Ö 2 | Haushalt 2024", "Ö 2.1 | Antrag der CDU", " | Verschiedenes", "-- N --", "N 1 | Kauf"
)
WORDS = st.sampled_from(
    (
        *("TOP 1", "Ö 2", "zu 2.1", "§ 3", "TOP 2 und 2.1", "2.", "II.", "Eröffnung", "Haushalt 2024", "Haushalt"),
        *("Verschiedenes", "Antrag der SPD", "Kauf", "Nichtöffentlicher Teil", "Tagesordnung", "Beschluss:", "unter"),
        *("einstimmig", "abgesetzt", "Seite 3", "Anwesend:", "gez. Ott", "Die Sitzung ist geschlossen."),
        *(" ", "\n", "\n\n", "\r\n", "\ufffe", "-\n"),
    )
)
PAGE = st.lists(WORDS | st.text(max_size=8), max_size=25).map(" ".join) | st.lists(WORDS, max_size=25).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(PAGE, max_size=4))
def test_head_parts_and_tail_are_the_text(pages: list[str]) -> None:
    text = "\n".join(pages)
    found = cut_minutes(pages, AGENDA)
    assert found.head + "".join(text[slice(*part.span)] for part in found.parts) + found.tail == text
    for part in found.parts:
        assert text[: part.span[1]].endswith(part.text)
        assert 1 <= part.first_page <= part.last_page <= len(pages)
        assert set(part.agenda_items) <= {entry.id for entry in AGENDA}
    assert found.attendance is None or found.attendance in text
