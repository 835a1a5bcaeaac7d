"""A web server on loopback that answers what a test tells it to, and remembers what it was asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import monotonic
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it. `at` is in seconds of a monotonic clock."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    at: float

    @property
    def target(self) -> str:
        return self.path + ("?" + "&".join(f"{k}={v}" for k, v in self.query.items()) if self.query else "")


@dataclass
class Answer:
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    claimed_length: int | None = None
    """A Content-Length that is not the body's: the client sees a connection cut off in the middle."""


Site = Callable[[Asked], Answer]


@dataclass
class Loopback:
    url: str
    """``http://127.0.0.1:PORT``, no slash at the end."""
    asked: list[Asked] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [one.path for one in self.asked if one.path != "/robots.txt"]


@contextmanager
def serving(site: Site) -> Iterator[Loopback]:
    """Serves `site` on a free port of 127.0.0.1 while the block runs.

    A site that does not know the path returns ``Answer(status=404)``; robots.txt is asked for like any other page.
    """
    loopback = Loopback(url="")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            asked = Asked(parts.path, dict(parse_qsl(parts.query)), dict(self.headers.items()), monotonic())
            loopback.asked.append(asked)
            answer = site(asked)
            self.send_response(answer.status)
            length = len(answer.body) if answer.claimed_length is None else answer.claimed_length
            for name, value in {"Content-Length": str(length), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Quiet: pytest shows what failed."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 128  # a full queue makes a client wait a second for its next try

    server = Server(("127.0.0.1", 0), Handler)
    loopback.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield loopback
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
