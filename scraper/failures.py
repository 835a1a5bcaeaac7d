"""What a request met instead of an answer, as a Complaint that a person can act on."""

import zlib
from collections.abc import Iterator
from gzip import BadGzipFile

from OpenSSL import SSL
from scrapy import Request
from scrapy import exceptions as scrapy_errors
from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError
from service_identity import VerificationError
from twisted.internet import error as twisted_errors
from twisted.python.failure import Failure
from twisted.web._newclient import ParseError

from scraper.items import Complaint

NEXT_RUN = "Nothing is lost, the next run asks again. If it lasts, look at the address in a browser."
TLS_ADVICE = (
    "Open the address in a browser. Mostly the certificate has run out, or the server leaves out the intermediate"
    " certificate between its own and the authority's: tell the people of the site. To read the source all the same,"
    " write tls: unverified into its entry in sources.yml."
)

BY_ERROR: tuple[tuple[type[BaseException], str, str], ...] = (
    (
        scrapy_errors.CannotResolveHostError,
        "no server of that name (DNS)",
        "Check the host's name in sources.yml, and this machine's connection to the internet.",
    ),
    (scrapy_errors.DownloadConnectionRefusedError, "the server is down: it refused the connection", NEXT_RUN),
    (scrapy_errors.DownloadTimeoutError, "no answer in time", NEXT_RUN),
    (twisted_errors.ConnectError, "the server cannot be reached", NEXT_RUN),
    (scrapy_errors.ResponseDataLossError, "half an answer: the connection was cut before its end", NEXT_RUN),
    (EOFError, "half an answer", NEXT_RUN),
    (BadGzipFile, "an answer that cannot be unpacked", NEXT_RUN),
    (zlib.error, "an answer that cannot be unpacked", NEXT_RUN),
    (
        scrapy_errors.DownloadCancelledError,
        "an answer that is too large; reading was stopped",
        "Look at the address in a browser. If so much is right there, raise DOWNLOAD_MAXSIZE in scraper/settings.py.",
    ),
    (SSL.Error, "no safe connection: the server's certificate or its TLS is not accepted", TLS_ADVICE),
    (VerificationError, "no safe connection: the server's certificate is made for another name", TLS_ADVICE),
    (ParseError, "an answer that is not HTTP", "Check scheme and port of the address in sources.yml."),
    (twisted_errors.ConnectionDone, "the connection was closed before an answer", NEXT_RUN),
    (twisted_errors.ConnectionLost, "the connection was lost before an answer", NEXT_RUN),
)
"""The first exception of these among an error and its causes, what it means, and what to do."""

BY_STATUS: dict[int, str] = {
    401: "A login is wanted there, and nothing behind a login is archived. Leave the address out.",
    403: "The server does not let us in. Ask the people of the site; the contact of sources.yml tells them who we are.",
    404: "Look whether the page has moved, and correct sources.yml if the address is named there.",
    410: "The page was taken away for good. Correct sources.yml if the address is named there.",
    429: "We were too fast for the server. Set a larger delay for the source in sources.yml.",
}
"""HTTP status, and what to do."""
SERVER_FAULT = "The server has a fault. The next run asks again; if it lasts, tell the people of the site."
LOOK = "Look at the address in a browser."

IGNORED: tuple[tuple[str, str, str], ...] = (
    ("max redirections reached", "redirects without an end", LOOK),
    ("exceeded DOWNLOAD_MAXSIZE", "an answer that is too large once it is unpacked", LOOK),
)
"""Words of an IgnoreRequest of Scrapy's, what they mean, and what to do."""
NO_ADDRESS = "Missing scheme in request url: "
"""The beginning of a ValueError of Scrapy's: ``Location: mailto:post@example.org``."""


class NotAskedError(Exception):
    """We ask the site for nothing at present: `came` is what stands in the way of it all, `advice` what to do."""

    def __init__(self, came: str, advice: str) -> None:
        super().__init__(came)
        self.came = came
        self.advice = advice


class RefusedError(NotAskedError, IgnoreRequest):
    """We ourselves keep this one request from being sent; others to the site may go on."""


def complaint_of(failure: Failure) -> Complaint:
    """The Complaint for a Failure that reached an errback; ``request.meta["page_kind"]`` is what was expected."""
    return complaint_about(failure.value, getattr(failure, "request", None))


def complaint_about(error: BaseException | None, request: Request | None) -> Complaint:
    """The Complaint for `error`, which came instead of the answer to `request`."""
    response = error.response if isinstance(error, HttpError) else None
    page_kind = str(request.meta.get("page_kind", "page")) if request else "page"
    came, advice = explain(error)
    return Complaint(
        address=response.url if response else request.url if request else "",
        page_kind=page_kind,
        expected=f"an answer with the {page_kind}",
        came=came,
        advice=advice,
        body=response.body if response else None,
    )


def explain(error: BaseException | None) -> tuple[str, str]:
    """What came instead of an answer, and what to do about it."""
    if isinstance(error, NotAskedError):
        return error.came, error.advice
    if isinstance(error, HttpError):
        status = error.response.status
        return f"HTTP status {status}", BY_STATUS.get(status, SERVER_FAULT if status >= 500 else LOOK)
    if isinstance(error, IgnoreRequest):
        return next(((came, advice) for words, came, advice in IGNORED if words in str(error)), (str(error), LOOK))
    for cause in _causes(error):
        for kind, came, advice in BY_ERROR:
            if isinstance(cause, kind):
                detail = str(cause)
                return (f"{came} ({detail})" if detail else came), advice
    if isinstance(error, ValueError) and str(error).startswith(NO_ADDRESS):
        return f'it leads to "{str(error).removeprefix(NO_ADDRESS)}", which is no web address', LOOK
    return f"{type(error).__name__}: {error}", "This is a fault in Ratsarchiv. Please report it with the address."


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what lies behind it: Scrapy wraps Twisted's ResponseFailed, which holds a list of Failures."""
    if error is None:
        return
    yield error
    for reason in getattr(error, "reasons", None) or ():
        yield from _causes(getattr(reason, "value", None))
    yield from _causes(error.__cause__)
