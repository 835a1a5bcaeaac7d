"""How good a page's text is."""

import pytest

from pipelines.derive.documents.quality import measure
from tests.pipelines.derive.documents.made import MINUTES

TEXT = " ".join(MINUTES)


def shifted(text: str) -> str:
    """As a font writes whose table of letters is lost: each the third behind it."""
    return "".join(chr(ord(sign) + 3) if sign.isalpha() and sign.isascii() else sign for sign in text)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.upper(),
        "1.234,56 EUR   12.03.2024\n" * 40,
        "Haushaltsstelle ............................................................ 1.200",
        "https://ratsinformation.lindenfurt.example/vorlagen/details/volltext/nummer/4711",
        "Straßenreinigungsgebührensatzungsänderung beschlossen von der Stadtverordnetenversammlung Lindenfurt",
        "Kto. 12/3 (a): 1.234,56 €; -7,5 %; " * 9,
        "BGM StR SPD CDU FDP GRÜNE LINKE AfD",
    ],
)
def test_real_text_is_readable(text: str) -> None:
    assert measure(text).readable


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "\ue012\ue034\ue056 Seite \ue011",
        "\x03\x05\x07\x0e Rat",
        TEXT.replace(" ", ""),
        shifted(TEXT),
        shifted(TEXT)[:120],
        "".join("!#$%&'()+,/:;<>?@"[ord(sign) % 17] if sign != " " else " " for sign in TEXT),
        "\ufffd" * 20 + TEXT[:60],
    ],
)
def test_garbage_is_not(text: str) -> None:
    assert not measure(text).readable


def test_shares_are_of_the_characters_that_are_seen() -> None:
    quality = measure("Rat \ue000\ue001\n")
    assert (quality.characters, quality.garbage, quality.missing_spaces) == (5, 0.4, 0.0)
    assert measure("").empty
