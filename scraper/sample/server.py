"""Serves Musterstadt's faces on loopback, each at its own port, so that each is a site with its own root."""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from scraper.sample.faces.allris3.face import Allris3Face
from scraper.sample.faces.allris4.face import Allris4Face
from scraper.sample.faces.feed_site import FeedFace
from scraper.sample.faces.oparl import ROOT as OPARL_ROOT
from scraper.sample.faces.oparl import OparlFace
from scraper.sample.faces.rubin.face import RubinFace
from scraper.sample.faces.rubin.site import PAGES
from scraper.sample.faces.sdnet.face import SdnetFace
from scraper.sample.faces.sessionnet.face import CLASSIC, MODERN, SessionNetFace
from scraper.sample.faces.web import Face, Request, Response
from scraper.sample.faces.wordpress import WordpressFace
from scraper.sample.neighbour import NAME as NEIGHBOUR
from scraper.sample.neighbour import make_neighbour
from scraper.sample.town import Town
from scraper.sources import Source

HOST = "127.0.0.1"
PORT = 8017
LARGEST_FORM = 10_000
"""Bytes; the forms of a council's site have a number or two."""


@dataclass(frozen=True)
class Faces:
    """Where the faces are served: ``http://127.0.0.1:8017``, without a slash at the end."""

    council: str
    """OParl."""
    wordpress: str
    feed: str
    neighbour: str
    """Musterhausen's council, SessionNet in layout 6."""
    sessionnet: str
    """Layout 6; its scripts are in a folder: ``<sessionnet>/bi/info.php``."""
    sessionnet_classic: str
    """The old tables; ``<sessionnet_classic>/info.asp``."""
    allris3: str
    """``<allris3>/bi/allris.net.asp``"""
    allris4: str
    """``<allris4>/public/``"""
    sdnet: str
    rubin: str
    """gremien.info."""
    rubin_pages: str
    """PHP: ``<rubin_pages>/sitzungskalender.php``."""


class PortTakenError(Exception):
    """The message says which port, and what to do."""


@contextmanager
def serving(town: Town, port: int = PORT) -> Iterator[Faces]:
    """Serves `town` while the block runs: the faces at `port` and the ports after it, in the order of Faces.

    With port 0 each face takes any free port. Raises PortTakenError.
    """
    ports = [port + number if port else 0 for number in range(len(fields(Faces)))]
    with ExitStack() as running:
        servers = [running.enter_context(_listening(one)) for one in ports]
        bases = [f"http://{HOST}:{server.server_port}" for server in servers]
        faces = Faces(*bases)
        made: tuple[Face, ...] = (
            OparlFace(town, faces.council),
            WordpressFace(town),
            FeedFace(town),
            SessionNetFace(make_neighbour(town.seed), MODERN),
            SessionNetFace(town, MODERN),
            SessionNetFace(town, CLASSIC),
            Allris3Face(town),
            Allris4Face(town),
            SdnetFace(town),
            RubinFace(town),
            RubinFace(town, PAGES),
        )
        for server, base, face in zip(servers, bases, made, strict=True):
            server.base, server.face = base, face
            running.enter_context(_answering(server))
        yield faces


def serve_forever(town: Town, port: int = PORT) -> None:
    """Serves `town` until Ctrl-C. Raises PortTakenError."""
    try:
        with serving(town, port):
            Event().wait()
    except KeyboardInterrupt:  # also one that comes while the faces are being made
        return


def sample_sources(faces: Faces) -> list[Source]:
    """The entries of sources.yml for a town that is being served."""
    return [
        Source(
            key="musterstadt",
            name="Stadt Musterstadt",
            system="oparl",
            url=f"{faces.council}{OPARL_ROOT}/system",
            delay=0,
            files="all",
        ),
        Source(
            key="gruene-musterstadt",
            name="Grüne Musterstadt",
            system="press",
            url=f"{faces.wordpress}/",
            delay=0,
            party="Bündnis 90/Die Grünen",
            council="musterstadt",
        ),
        Source(
            key="cdu-musterstadt",
            name="CDU Musterstadt",
            system="press",
            url=f"{faces.feed}/",
            delay=0,
            party="CDU",
            council="musterstadt",
        ),
        Source(
            key="musterhausen",
            name=f"Stadt {NEIGHBOUR}",
            system="sessionnet",
            url=f"{faces.neighbour}/bi/info.php",
            delay=0,
            files="all",
        ),
    ]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # a full queue makes a client wait a second for its next try
    # a second server on a taken port must fail, not share it
    allow_reuse_port = False
    base: str
    face: Face

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is none of our errors; all others are printed with their traceback."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as we were given it


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    wbufsize = -1  # head and body leave in one packet
    disable_nagle_algorithm = True
    timeout = 60

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > LARGEST_FORM:
            self.close_connection = True  # what was sent is not read
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE if length.isdecimal() else HTTPStatus.LENGTH_REQUIRED)
            return
        self._answer(with_body=True, form=self.rfile.read(int(length)).decode("utf-8", "replace"))

    def _answer(self, *, with_body: bool, form: str | None = None) -> None:
        try:
            request = Request.of(
                self.server.base,
                self.path,
                form=form,
                cookies=self.headers.get("Cookie", ""),
                headers=dict(self.headers.items()),
            )
        except ValueError:  # no address at all: "http://["
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        response = self.server.face(request)
        etag = f'"{hashlib.sha1(response.body, usedforsecurity=False).hexdigest()}"'
        fresh = response.status == HTTPStatus.OK
        unchanged = fresh and etag in self.headers.get("If-None-Match", "")
        self.send_response(HTTPStatus.NOT_MODIFIED if unchanged else response.status)
        for name, value in self._headers(response, etag if fresh else None, unchanged=unchanged):
            self.send_header(name, value)
        self.end_headers()
        if with_body and not unchanged:
            self.wfile.write(response.body)

    def _headers(self, response: Response, etag: str | None, *, unchanged: bool) -> Iterator[tuple[str, str]]:
        if etag:
            yield "ETag", etag
        yield from response.headers.items()
        if not unchanged:
            yield "Content-Type", response.content_type
            yield "Content-Length", str(len(response.body))

    def log_message(self, *_: object) -> None:
        """Quiet: who scrapes the town says what it asks."""


@contextmanager
def _listening(port: int) -> Iterator[_Server]:
    try:
        server = _Server((HOST, port), _Handler)
    except (OSError, OverflowError) as error:
        raise PortTakenError(
            f"Port {port} on {HOST} can't be used ({error}). Is Musterstadt already being served? "
            "Stop that, or choose another port with --port (it takes that one and the ten after it)."
        ) from error
    try:
        yield server
    finally:
        server.server_close()


@contextmanager
def _answering(server: _Server) -> Iterator[None]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
