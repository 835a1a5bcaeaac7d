"""Error pages in German. Datasette's own handler would print all local variables for every address that isn't there."""

import logging
import sqlite3
from typing import Any

from datasette.utils.asgi import Base400, Response
from datasette.views.base import DatasetteError

from publish.wording import ERRORS, TOOK_TOO_LONG

log = logging.getLogger(__name__)

INTERRUPTED = "SQL Interrupted"
"""The title of Datasette's error when a query ran out of time."""


async def error_page(datasette: Any, request: Any, exception: BaseException) -> Response:
    """The answer to a request that ended in `exception`: JSON for whoever asked for JSON, else a page."""
    status, detail, title = _facts(exception)
    if status == 500:
        log.error("%s", request.path, exc_info=exception)
    if request.path.endswith(".json"):
        return Response.json({"ok": False, "error": detail, "status": status, "title": title}, status=status)
    heading, advice = TOOK_TOO_LONG if title == INTERRUPTED else ERRORS.get(status, ERRORS[500])
    # for a page that isn't there, and for a query that took too long, the English detail tells a person nothing
    shown = "" if status == 404 or title == INTERRUPTED else detail
    body = await datasette.render_template(
        "error.html",
        {"status": status, "heading": heading, "advice": advice, "detail": shown},
        request=request,
        view_name="error",
    )
    return Response.html(body, status=status)


def _facts(exception: BaseException) -> tuple[int, str, str | None]:
    """Status, message and title of an exception of Datasette's; any other one is a 500."""
    if isinstance(exception, DatasetteError):
        # Datasette says 500 where nobody gave a status: for ?_sort=nosuch too, which is no fault of the archive
        is_ours = exception.status != 500 or isinstance(exception.__context__, sqlite3.Error)
        return exception.status if is_ours else 400, str(exception.message), exception.title
    if isinstance(exception, Base400):
        return exception.status, str(exception.args[0]) if exception.args else "", None
    return 500, f"{type(exception).__name__}: {exception}", None
