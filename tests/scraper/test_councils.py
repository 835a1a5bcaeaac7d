import pytest

from scraper.addresses import fault_of
from scraper.councils import all_councils, find_councils


def test_every_council_has_a_name_and_an_address_of_its_own() -> None:
    councils = all_councils()
    assert len(councils) > 150
    assert [one.name for one in councils if not one.name.strip() or fault_of(one.address)] == []
    assert len({one.address for one in councils}) == len(councils)
    assert [one.name for one in councils] == sorted((one.name for one in councils), key=str.casefold)


@pytest.mark.parametrize("words", ["Köln", "köln", "koeln", "koln", "KÖLN stadt", "Stadt Köln"])
def test_a_council_is_found_however_it_is_typed(words: str) -> None:
    assert "https://buergerinfo.stadt-koeln.de/oparl/system" in [one.address for one in find_councils(words)]


@pytest.mark.parametrize("words", ["Düsseldorf", "duesseldorf", "dusseldorf", "DU\u0308SSELDORF", "sseldorf landes"])
def test_umlauts_of_the_names_may_be_typed_in_every_way(words: str) -> None:
    assert [one.name for one in find_councils(words)] == ["Landeshauptstadt Düsseldorf"]


def test_all_words_must_stand_in_the_name() -> None:
    assert find_councils("Köln Karlsruhe") == []
