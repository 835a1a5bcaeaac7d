from scraper.items import Membership
from scraper.pages.council.people import beginning, name_apart


def memberships(*starts: str | None) -> list[Membership]:
    return [Membership(vendor_id="7-1", person="7", organization="1", start_date=start) for start in starts]


def names(*starts: str | None) -> list[str]:
    found = memberships(*starts)
    name_apart(found)
    return [one.vendor_id for one in found]


def test_the_latest_keeps_the_name_that_a_page_without_dates_gives_it() -> None:
    assert names("01.11.2020", "01.11.2025") == ["7-1-01.11.2020", "7-1"]
    assert names("01.11.2025", "24.6.2014") == ["7-1", "7-1-24.6.2014"]
    assert names(None) == ["7-1"]


def test_no_two_have_the_same_name() -> None:
    assert names(None, None, None) == ["7-1", "7-1x2", "7-1x3"]
    assert names("01.11.2020", "01.11.2020", "01.11.2025") == ["7-1-01.11.2020", "7-1-01.11.2020x2", "7-1"]


def test_days_are_ordered_by_the_calendar() -> None:
    assert beginning("24.06.2014") < beginning("1.11.2020") < beginning("seit 02.11.2020")
    assert beginning(None) == beginning("unbekannt") < beginning("01.01.1990")
