"""What goes wrong on the way to an answer, made by hand and met on real loopback servers."""

import socket
from contextlib import ExitStack
from gzip import compress
from pathlib import Path
from random import randrange
from typing import Any

import pytest
from OpenSSL import SSL
from scrapy import Request
from scrapy import exceptions as scrapy_errors
from scrapy.http import HtmlResponse
from scrapy.spidermiddlewares.httperror import HttpError
from service_identity import VerificationError
from twisted.internet import error as twisted_errors
from twisted.python.failure import Failure
from twisted.web._newclient import ParseError, ResponseFailed

from scraper.failures import RefusedError, complaint_of
from scraper.settings import DOWNLOAD_MAXSIZE
from tests.support.asker import arrived, ask_for, came
from tests.support.certificates import write_certificate
from tests.support.loopback import Answer, Asked, serving
from tests.support.raw_server import sending

# Twisted's classes are without annotations.
TxFailure: Any = Failure
TxResponseFailed: Any = ResponseFailed
TxParseError: Any = ParseError
TxNoRouteError: Any = twisted_errors.NoRouteError

ADDRESS = "https://ris.musterstadt.example/oparl/papers"


def failure(error: Exception) -> Failure:
    """As Scrapy hands it to an errback."""
    made = TxFailure(error)
    made.request = Request(ADDRESS, meta={"page_kind": "OParl list"})
    assert isinstance(made, Failure)
    return made


def wrapped(*reasons: Exception) -> Exception:
    """As Scrapy wraps what Twisted met."""
    error = scrapy_errors.DownloadFailedError("[<twisted.python.failure.Failure …>]")
    error.__cause__ = TxResponseFailed([TxFailure(reason) for reason in reasons])
    return error


def status(number: int) -> HttpError:
    return HttpError(HtmlResponse(ADDRESS, status=number, body=b"<h1>Fehler</h1>"))


@pytest.mark.parametrize(
    ("error", "came", "advice"),
    [
        (scrapy_errors.CannotResolveHostError("x"), "no server of that name (DNS)", "host's name in sources.yml"),
        (scrapy_errors.DownloadConnectionRefusedError("x"), "the server is down", "the next run asks again"),
        (scrapy_errors.DownloadTimeoutError("x"), "no answer in time", "the next run asks again"),
        (TxNoRouteError(), "the server cannot be reached", "the next run asks again"),
        (scrapy_errors.ResponseDataLossError(), "half an answer", "the next run asks again"),
        (scrapy_errors.DownloadCancelledError("x"), "an answer that is too large", "DOWNLOAD_MAXSIZE"),
        (wrapped(SSL.Error([("SSL routines", "", "certificate verify failed")])), "no safe connection", "intermediate"),
        (wrapped(VerificationError(errors=[])), "certificate is made for another name", "tls: unverified"),
        (wrapped(TxParseError("x", b"y")), "an answer that is not HTTP", "scheme and port"),
        (wrapped(twisted_errors.ConnectionDone()), "closed before an answer", "the next run asks again"),
        (wrapped(twisted_errors.ConnectionLost()), "lost before an answer", "the next run asks again"),
        (status(401), "HTTP status 401", "nothing behind a login"),
        (status(403), "HTTP status 403", "Ask the people of the site"),
        (status(404), "HTTP status 404", "whether the page has moved"),
        (status(410), "HTTP status 410", "taken away for good"),
        (status(418), "HTTP status 418", "in a browser"),
        (status(429), "HTTP status 429", "larger delay"),
        (status(500), "HTTP status 500", "The server has a fault"),
        (status(599), "HTTP status 599", "The server has a fault"),
        (scrapy_errors.IgnoreRequest("max redirections reached"), "redirects without an end", "in a browser"),
        (scrapy_errors.IgnoreRequest("its body exceeded DOWNLOAD_MAXSIZE"), "too large once it is unpacked", "browser"),
        (scrapy_errors.IgnoreRequest("Filtered offsite request"), "Filtered offsite request", "in a browser"),
        (RefusedError("robots.txt forbids it", "Ask them."), "robots.txt forbids it", "Ask them."),
        (KeyError("id"), "KeyError: 'id'", "fault in Ratsarchiv"),
    ],
)
def test_a_failure_says_what_came_and_what_to_do(error: Exception, came: str, advice: str) -> None:
    complaint = complaint_of(failure(error))
    assert came in complaint.came
    assert advice in complaint.advice
    assert (complaint.address, complaint.page_kind) == (ADDRESS, "OParl list")
    assert complaint.expected == "an answer with the OParl list"
    assert complaint.severity == "error"


def test_the_body_of_an_error_page_is_kept() -> None:
    assert complaint_of(failure(status(500))).body == b"<h1>Fehler</h1>"


HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNK = b"x" * 65536


def half(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Content-Length: 1000\r\n\r\nthe first half")


def half_in_chunks(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nthe\r\n10\r\nfirst")


def half_a_head(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Content-Le")


def no_http(connection: socket.socket) -> None:
    connection.sendall(b"220 mail.example ESMTP\r\n\r\n")


def endless(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"\r\n")
    while True:
        connection.sendall(CHUNK)


def of_200_megabytes(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Content-Length: 209715200\r\n\r\n")
    for _ in range(209715200 // len(CHUNK)):
        connection.sendall(CHUNK)


def silent(connection: socket.socket) -> None:
    connection.recv(1)


def test_servers_at_fault_are_told_apart() -> None:
    expected = {
        half: "half an answer",
        half_in_chunks: "half an answer",
        half_a_head: "closed before an answer",
        no_http: "not HTTP",
        endless: "too large",
        of_200_megabytes: "too large",
        silent: "no answer in time",
    }
    with ExitStack() as servers:
        words = {f"http://127.0.0.1:{servers.enter_context(sending(send))}/": w for send, w in expected.items()}
        crawled = ask_for(list(words), {"DOWNLOAD_TIMEOUT": 3})
    told = came(crawled)
    assert {address: words[address] in told[address] for address in words} == dict.fromkeys(words, True), told
    assert arrived(crawled) == set()


def test_statuses_redirects_and_servers_that_are_not_there() -> None:
    def site(asked: Asked) -> Answer:
        if asked.path == "/circle":
            return Answer(status=302, headers={"Location": "/circle"})
        return Answer(b"<h1>Fehler</h1>", status=500 if asked.path == "/500" else 404)

    with sending(half) as port:
        down = f"http://127.0.0.1:{port}/"
    with serving(site) as server:
        addresses = [f"{server.url}/{path}" for path in ("404", "500", "circle")]
        told = came(ask_for([*addresses, down, "http://nowhere.localhost/", "file:///etc/hostname"]))
    assert told.pop(f"{server.url}/404") == "HTTP status 404"
    assert told.pop(f"{server.url}/500") == "HTTP status 500"
    assert "the server is down" in told.pop(down)
    assert "no server of that name" in told.pop("http://nowhere.localhost/")
    assert told.pop("file:///etc/hostname") == "the address is neither http nor https"
    assert told == {f"{server.url}/circle": "redirects without an end"}


def test_packed_answers_are_unpacked_whole_or_not_at_all() -> None:
    packed = compress(bytes(randrange(256) for _ in range(5000)))
    bodies = {
        "/whole": packed,
        "/empty": b"",
        "/half": packed[:3000],
        "/half-head": packed[:5],
        "/no-gzip": b"page",
        "/bomb": compress(bytes(DOWNLOAD_MAXSIZE + 1)),
    }

    def site(asked: Asked) -> Answer:
        status = 404 if asked.path == "/robots.txt" else 200
        return Answer(bodies.get(asked.path, b""), status, headers={"Content-Encoding": "gzip"})

    with serving(site) as server:
        crawled = ask_for([server.url + path for path in bodies], {"LOG_LEVEL": "ERROR"})
        told = {address.removeprefix(server.url): words for address, words in came(crawled).items()}
    assert arrived(crawled) == {f"{server.url}/whole", f"{server.url}/empty"}
    assert told == {
        "/half": "half an answer (the packed answer ends too early)",
        "/half-head": "half an answer (the packed answer ends too early)",
        "/no-gzip": "an answer that cannot be unpacked (Not a gzipped file (b'pa'))",
        "/bomb": "an answer that is too large once it is unpacked",
    }


def in_the_clear(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Content-Length: 2\r\n\r\nok")


def test_certificates_are_checked_unless_the_source_says_otherwise(tmp_path: Path) -> None:
    unknown = write_certificate(tmp_path / "unknown.pem")
    with sending(in_the_clear, unknown) as port:
        addresses = [f"https://127.0.0.1:{port}/", f"https://localhost:{port}/"]
        checked = ask_for(addresses)
        unchecked = ask_for(addresses, tls="unverified")
    assert arrived(checked) == set()
    assert all("no safe connection" in words for words in came(checked).values())
    assert arrived(unchecked) == set(addresses)
    assert unchecked.complaints == []
