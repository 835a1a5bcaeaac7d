"""Bytes of pages that Beautiful Soup would warn of: XML in front, or words that look like an address."""

import pytest

from scraper.pages.press.document import parsed


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b'<?xml version="1.0"?><!DOCTYPE html><html><p>Guten Tag</p></html>', "Guten Tag"),
        (b'\n <?xml version="1.0"?>\n<?xml version="1.0"?><error>Wartung</error>', "Wartung"),
        (b'\x00<?xml version="1.0"?><error>Wartung</error>', "Wartung"),
        (b'<?xml version="1.0" <error>Wartung</error>', "Wartung"),
        (b'<?xml-stylesheet href="a.xsl"?><error>Wartung</error>', "Wartung"),
        (b"https://www.example.org/presse", "https://www.example.org/presse"),
        (b"presse/radweg.html", "presse/radweg.html"),
        (b"<?xml", ""),
        (b"", ""),
    ],
)
def test_odd_pages_are_parsed_without_a_warning(page: bytes, words: str) -> None:
    assert parsed(page).get_text().strip() == words
