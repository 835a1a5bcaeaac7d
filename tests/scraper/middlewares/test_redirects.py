from tests.support.asker import arrived, ask_for, came
from tests.support.loopback import Answer, Asked, serving


def page_that_sends_on(seconds: int, to: str) -> Answer:
    head = f'<html><head><meta http-equiv="refresh" content="{seconds}; url={to}"></head><body></body></html>'
    return Answer(head.encode(), headers={"Content-Type": "text/html"})


def test_redirects_to_what_was_asked_before_arrive_too() -> None:
    def site(asked: Asked) -> Answer:
        match asked.path:
            case "/moved":
                return Answer(status=301, headers={"Location": "/here"})
            case "/start":
                return page_that_sends_on(0, "/here")
            case "/news":
                return page_that_sends_on(60, "/news")
            case "/circle":
                return page_that_sends_on(0, "/circle")
            case "/here":
                return Answer(b"here")
        return Answer(status=404)

    with serving(site) as server:
        addresses = [f"{server.url}/{path}" for path in ("here", "moved", "start", "news", "circle")]
        crawled = ask_for(addresses)
    assert arrived(crawled) == {f"{server.url}/here", f"{server.url}/news"}
    assert server.paths().count("/here") == 3
    assert came(crawled) == {f"{server.url}/circle": "redirects without an end"}
