from scrapy import Request

from scraper.politeness.back_off import BackOff


def test_each_further_try_waits_twice_as_long_up_to_a_minute() -> None:
    back_off = BackOff(delay=1.0)
    waits = [back_off.wait(Request("http://127.0.0.1/", meta={"retry_times": tries})) for tries in range(9)]
    assert waits == [0.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0, 60.0]
    assert back_off.wait(Request("http://127.0.0.1/")) == 0.0
