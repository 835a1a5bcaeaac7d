"""Numbers of agenda items as agendas and minutes print them."""

import pytest

from pipelines.derive.minutes.numbers import read_mark, read_number


@pytest.mark.parametrize(
    ("printed", "key", "public"),
    [
        ("Ö 7.1", "7.1", True),
        ("N 17", "17", False),
        ("NÖ 3", "3", False),
        ("Ö7", "7", True),
        ("7.1.", "7.1", None),
        ("03", "3", None),
        ("TOP 5", "5", None),
        ("3.1 Nachtrag: 01.09.2026 *", "3.1", None),
        ("II.", "II", None),
        ("A", "A", None),
        ("7a", "7a", None),
    ],
)
def test_on_the_agenda(printed: str, key: str, public: bool | None) -> None:
    number = read_number(printed)
    assert number is not None
    assert (number.key, number.public) == (key, public)


@pytest.mark.parametrize("printed", [None, "", "*", "Nachtrag"])
def test_no_number(printed: str | None) -> None:
    assert read_number(printed) is None


@pytest.mark.parametrize(
    ("line", "strength", "keys", "rest"),
    [
        ("TOP 7.1 Haushalt", "item", ["7.1"], "Haushalt"),
        ("TOP: Ö 4.2", "item", ["4.2"], ""),
        ("Punkt 9 der Tagesordnung: Haushalt", "item", ["9"], "Haushalt"),
        ("zu TOP 4 bis 6", "item", ["4", "6"], ""),
        ("TOP 3, 5 und 7 Anträge", "item", ["3", "5", "7"], "Anträge"),
        ("TOP 4 - 2. Änderung der Satzung", "item", ["4"], "2. Änderung der Satzung"),
        ("zu 7.1 Haushalt", "weak", ["7.1"], "Haushalt"),
        ("§ 7 Haushalt", "weak", ["7"], "Haushalt"),
        ("Punkt 7: Haushalt", "weak", ["7"], "Haushalt"),
        ("7. Haushalt", "bare", ["7"], "Haushalt"),
        ("IV. Haushalt", "bare", ["IV"], "Haushalt"),
    ],
)
def test_at_the_beginning_of_a_line(line: str, strength: str, keys: list[str], rest: str) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert (mark.strength, [number.key for number in mark.numbers], line[mark.rest_at :]) == (strength, keys, rest)


@pytest.mark.parametrize(
    "line",
    ["12.03.2024", "3.500 Euro", "4,5 Prozent", "2024/17", "Topf 3", "Der Rat", "In 3 Jahren", "zurück", "I love"],
)
def test_a_line_that_begins_with_no_number(line: str) -> None:
    assert read_mark(line) is None
