import pytest

from scraper.pages.council.publicity import publicity_in


@pytest.mark.parametrize(
    ("heading", "public"),
    [
        ("Öffentlicher Teil: Beginn 17:00 Uhr", True),
        ("Oeffentliche Sitzung", True),
        ("Nichtöffentlicher Teil", False),
        ("Nicht-öffentlicher Teil", False),
        ("Nicht öffentlicher Teil (bis 19:25 Uhr)", False),
        ("Nicht oeffentlicher Teil", False),
        ("nicht\N{SOFT HYPHEN}öffentlich", False),
        ("Unöffentlicher Teil", False),
        ("Vertraulicher Teil", False),
        ("Geschlossene Sitzung", False),
        ("Öffentlicher und nicht öffentlicher Teil", False),
        ("Tagesordnung", None),
        ("", None),
    ],
)
def test_what_stands_above_a_part(heading: str, public: bool | None) -> None:
    assert publicity_in(heading) is public
