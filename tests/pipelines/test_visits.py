import pytest

from pipelines.visits import lasting


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("https://x.example/tops/?__=UGhVMA", "https://x.example/tops/?__=UGhVMQ%3D"),
        ("https://x.example/sdnetrim/UGhVMA/Plan.pdf", "https://x.example/sdnetrim/UGhV-_1/Plan.pdf"),
        ("/bi/___tmp/tmp/45-181/a1/b2/7-Anlagen/01/Plan.pdf", "/bi/___tmp/tmp/45-9/c3/d4/7-Anlagen/01/Plan.pdf"),
        ("/public/vo020?12--link-0&VOLFDNR=7", "/public/vo020?3--link-0&VOLFDNR=7"),
        ("/public/si010;jsessionid=0A1B?MM=3", "/public/si010;jsessionid=FF.node2?MM=3"),
    ],
)
def test_addresses_of_two_visits_are_the_same(one: str, another: str) -> None:
    assert lasting("download_url", one) == lasting("download_url", another)


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("https://x.example/sdnetrim/UGhVMA/Plan.pdf", "https://x.example/sdnetrim/UGhVMA/Antrag.pdf"),
        ("/bi/___tmp/tmp/45-181/a1/b2/7-Anlagen/01/Plan.pdf", "/bi/___tmp/tmp/45-181/a1/b2/8-Anlagen/01/Plan.pdf"),
        ("/public/vo020?12--link-0&VOLFDNR=7", "/public/vo020?12--link-0&VOLFDNR=8"),
        ("https://x.example/getfile.php?id=7", "https://x.example/getfile.php?id=8"),
    ],
)
def test_other_addresses_are_not(one: str, another: str) -> None:
    assert lasting("download_url", one) != lasting("download_url", another)


def test_what_is_no_address_stays() -> None:
    assert lasting("name", "/tops/?__=UGhVMA") == "/tops/?__=UGhVMA"
    assert lasting("source_url", None) is None
