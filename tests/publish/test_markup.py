"""Results and resolutions that a server sends as HTML."""

import pytest

from publish.markup import without_markup


@pytest.mark.parametrize(
    "text", ["", "einstimmig", "Kosten < 5 Mio., Nutzen > 6", "Zeile 1\n\nZeile 2", "<Muster> GmbH"]
)
def test_text_without_tags_stays_as_it_is(text: str) -> None:
    assert without_markup(text) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "<p>Der Plan wird<br/>gebilligt.</p>\n<p>Er gilt &amp; wirkt.</p>",
            "Der Plan wird\ngebilligt.\nEr gilt & wirkt.",
        ),
        (
            "Beschlossen:<table><tr><th></th><th>Ja</th><th>Nein</th></tr><tr><td>CDU</td><td>9</td><td></td></tr></table>",
            "Beschlossen:\n| Ja | Nein\nCDU | 9 |",
        ),
        ("<ul><li>erstens</li><li>zweitens</li></ul>", "erstens\nzweitens"),
        ("<p>offen", "offen"),
    ],
)
def test_blocks_and_rows_are_lines(html: str, text: str) -> None:
    assert without_markup(html) == text
