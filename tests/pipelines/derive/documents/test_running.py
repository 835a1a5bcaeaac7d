"""Heads, feet and page numbers that run over pages."""

from collections.abc import Callable

import pytest

from pipelines.derive.documents.running import without_running_lines

BODIES = ("Der Rat tagt öffentlich.", "Frau Berg berichtet.", "Die Kosten steigen.", "Es gibt Fragen.", "Ende: 19 Uhr.")


def test_heads_and_numbered_feet_are_taken_off() -> None:
    pages = [
        ["Stadt Lindenfurt", "Niederschrift vom 3. Mai 2023", "", body, "", f"Seite {number} von 5"]
        for number, body in enumerate(BODIES, start=1)
    ]
    assert [[line for line in page if line] for page in without_running_lines(pages)] == [[body] for body in BODIES]


@pytest.mark.parametrize(
    "foot",
    [
        "{0}",
        "- {0} -",
        "{0}/5",
        "Seite {0}",
        "Ratssitzung am 3. Mai, Seite {0} (Entwurf)",
        "Lindenfurt | {0}",
        "{0} | Lindenfurt",
        "[{0}]",
        "({0})",
        "~ {0} ~",
        "- Seite {0} -",
    ],
)
def test_numbers_may_stand_in_many_ways(foot: str) -> None:
    pages = [[body, foot.format(number)] for number, body in enumerate(BODIES, start=1)]
    assert without_running_lines(pages) == [[body] for body in BODIES]


@pytest.mark.parametrize("foot", ["{0}", "- {0} -", "Seite {0}", "({0})"])
@pytest.mark.parametrize("write", [str.upper, str.lower])
def test_pages_before_the_text_have_roman_numbers(foot: str, write: Callable[[str], str]) -> None:
    numbers = ["iii", "iv", "v", "vi", "vii"]
    pages = [[body, foot.format(write(number))] for number, body in zip(numbers, BODIES, strict=True)]
    assert without_running_lines(pages) == [[body] for body in BODIES]


@pytest.mark.parametrize("numbers", [("I", "II"), ("I", "IV", "II"), ("I.", "II.", "III.")])
def test_roman_numbers_that_may_count_something_else_stay(numbers: tuple[str, ...]) -> None:
    pages = [[number, body] for number, body in zip(numbers, BODIES, strict=False)]
    assert without_running_lines(pages) == pages


def test_an_extract_counts_the_pages_of_the_whole() -> None:
    pages = [[str(number), body] for number, body in enumerate(BODIES, start=118)]
    assert without_running_lines(pages) == [[body] for body in BODIES]


def test_left_and_right_pages_have_heads_of_their_own() -> None:
    pages = [[("Stadt Auental", "Protokoll")[number % 2], body] for number, body in enumerate(BODIES * 2)]
    assert without_running_lines(pages) == [[body] for body in BODIES * 2]


def test_the_title_page_may_lack_them() -> None:
    pages = [["Niederschrift", BODIES[0]]] + [
        ["Stadt Auental", body, f"- {n} -"] for n, body in enumerate(BODIES[1:], 2)
    ]
    assert without_running_lines(pages) == [["Niederschrift", BODIES[0]]] + [[body] for body in BODIES[1:]]


@pytest.mark.parametrize(
    "line",
    [
        "Abstimmungsergebnis: einstimmig",
        "mehrheitlich beschlossen",
        "Ja: 12",
        "TOP {0}",
        "Punkt {0} der Tagesordnung",
        "{0}. Wahl der Schriftführung",
        "Antrag {0}",
    ],
)  # fmt: skip
def test_what_was_decided_and_what_counts_items_stays(line: str) -> None:
    for pages in (
        [[line.format(number), body] for number, body in enumerate(BODIES, start=1)],
        [[body, line.format(number)] for number, body in enumerate(BODIES, start=1)],
    ):
        assert without_running_lines(pages) == pages


@pytest.mark.parametrize("line", ["(Beifall)", "Es gibt keine Wortmeldungen.", "Beratungsverlauf:"])
def test_what_people_say_again_and_again_stays(line: str) -> None:
    pages = [[body, line] if number % 2 else [body, f"Wort {body}"] for number, body in enumerate(BODIES * 2)]
    assert without_running_lines(pages) == pages
    assert without_running_lines([[line, BODIES[0]], [line, BODIES[1]]]) == [[line, BODIES[0]], [line, BODIES[1]]]


def test_a_foot_may_be_a_sentence_if_it_is_on_nearly_all_pages() -> None:
    pages = [[body, "Markt 1, Tel. 0123 456, Termine nach Vereinbarung."] for body in BODIES]
    assert without_running_lines(pages) == [[body] for body in BODIES]


def test_only_the_edge_is_searched() -> None:
    pages = [[body, "Es besteht kein Beratungsbedarf.", body[::-1]] for body in BODIES]
    assert without_running_lines(pages) == pages


def test_two_pages_lose_a_common_line_once_and_their_numbers_both() -> None:
    pages = [["Stadt Auental", "Antrag", BODIES[0], "- 1 -"], ["Stadt Auental", BODIES[1], "- 2 -"]]
    assert without_running_lines(pages) == [["Stadt Auental", "Antrag", BODIES[0]], [BODIES[1]]]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Seite 1 von 1", False),
        ("- 1 -", False),
        ("- Seite 1 -", False),
        ("Seite 7", False),
        ("1", True),
        ("[1]", True),
        ("1/3", True),
        ("II", True),
    ],
)
def test_a_single_page_has_only_what_can_be_nothing_else(line: str, stays: bool) -> None:
    assert without_running_lines([[BODIES[0], line]]) == [[BODIES[0], line] if stays else [BODIES[0]]]


def test_pages_that_only_repeat_themselves_are_not_wiped_out_by_chance() -> None:
    """A line that three of many pages begin with is one that people write."""
    pages = [[f"Wortmeldung {'abcdefghijklmnop'[n]}", body] for n, body in enumerate(BODIES * 3)]
    for page in (0, 7, 14):
        pages[page][0] = "Es folgt eine Aussprache."
    assert without_running_lines(pages) == pages
