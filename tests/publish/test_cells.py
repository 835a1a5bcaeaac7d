import pytest
from markupsafe import Markup

from publish.cells import outside_link, shortened, web_address


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//evil.example.org/x",
        "https:",
        "https:///pfad",
        "http://[",
        "/archive",
        "Rathaus",
        "",
        None,
        12,
    ],
)
def test_only_web_addresses_become_links(value: object) -> None:
    assert web_address(value) is None
    assert not isinstance(outside_link(value), Markup)


def test_links_are_called_after_their_host_and_escaped() -> None:
    link = outside_link('https://ris.example.org/a?b="><script>')
    assert "<script>" not in link
    assert ">ris.example.org</a>" in link
    assert outside_link("https://a.example", "<b>") == (
        '<a class="outside" href="https://a.example" rel="noreferrer noopener">&lt;b&gt;</a>'
    )


def test_long_texts_are_cut_with_a_sign() -> None:
    assert shortened("kurz", 10) == "kurz"
    assert shortened("ein langer Titel", 10) == "ein lange…"
