"""What holds for every answer of the site: security headers, and what a search box means."""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import unquote_plus

App = Callable[[Any, Any, Any], Awaitable[None]]

HEADERS = {
    # The texts come from strangers' sites. Should one ever slip through unescaped, the browser still runs no script
    # of it and sends nothing anywhere.
    b"content-security-policy": b"default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    b"form-action 'self'; frame-ancestors 'none'",
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
}
LONGEST_LINK = 4096
"""Bytes of a Link header. Datasette repeats the whole address in it, and proxies refuse answers with a longer head; the
page has the same link once more."""
SEARCH = b"_search"
"""How the names of Datasette's search arguments begin."""


def guarded(app: App) -> App:
    """`app` with HEADERS on every answer."""

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        async def send_guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                kept = [
                    (name, value)
                    for name, value in message["headers"]
                    if name.lower() not in HEADERS and not (name.lower() == b"link" and len(value) > LONGEST_LINK)
                ]
                message = {**message, "headers": [*kept, *HEADERS.items()]}
            await send(message)

        await app(scope, receive, send_guarded)

    return wrapped


def plain_search(app: App) -> App:
    """`app` for which an empty search box is no search, and typed text is never a query in FTS5's own language.

    Datasette finds nothing for ``_search=``, and answers ``_searchmode=raw`` with an error for O'Neill or A-12.
    """

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and SEARCH in scope["query_string"]:
            parts = [part for part in scope["query_string"].split(b"&") if not _does_nothing_good(part)]
            scope = {**scope, "query_string": b"&".join(parts)}
        await app(scope, receive, send)

    return wrapped


def _does_nothing_good(argument: bytes) -> bool:
    """True for ``_search=`` and ``_searchmode=raw``."""
    name, _, value = unquote_plus(argument.decode("latin-1")).partition("=")
    return name == "_searchmode" or (name == "_search" and not value.strip())
