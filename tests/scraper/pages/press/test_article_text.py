"""Pieces of HTML -> the text a reader sees."""

import pytest

from scraper.pages.press.article_text import clean_text

CASES = [
    ("<p>Eins</p><p>Zwei</p>", "Eins\n\nZwei"),
    ("Eins<br>Zwei<br><br>Drei", "Eins\nZwei\n\nDrei"),
    ("<h2>Kopf</h2><ul><li>a</li><li>b <b>c</b></li></ul><p>Ende</p>", "Kopf\n\n- a\n- b c\n\nEnde"),
    ("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n- b"),
    ("Rats&shy;fraktion&nbsp;&nbsp;im   Rat", "Ratsfraktion im Rat"),
    ("<p>Ein&shy;zig\u200bartig</p>", "Einzigartig"),
    ("<p>eins <strong>zwei</strong>, drei</p>", "eins zwei, drei"),
    ("<table><tr><td>Ja</td><td>12</td></tr><tr><td>Nein</td><td>3</td></tr></table>", "Ja | 12\nNein | 3"),
    ("[vc_row][vc_column]<p>Text [1] bleibt</p>[/vc_column][/vc_row]", "Text [1] bleibt"),
    ('[caption id="a_1" width="300"]<img> Foto[/caption]<p>Text</p>', "Foto\n\nText"),
    ("<figure><img><figcaption>Foto: X</figcaption></figure><p>Text</p>", "Text"),
    ("<p>a</p><p>&nbsp;</p><p></p><p>***</p><p>b</p>", "a\n\nb"),
    ("<p>R&uuml;ck &#8211; &bdquo;so&ldquo;</p><script>x()</script><style>p{}</style>", "Rück – „so“"),
    ("<pre>a\n  b</pre>", "a\nb"),
    ("<!-- wp:paragraph --><p>Text</p><!-- /wp:paragraph -->", "Text"),
    ("nur Text", "nur Text"),
    ("", ""),
]


@pytest.mark.parametrize(("html", "text"), CASES)
def test_clean_text(html: str, text: str) -> None:
    assert clean_text(html) == text
