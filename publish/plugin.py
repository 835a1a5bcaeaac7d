"""The Datasette plugin (entry point `datasette` in pyproject.toml). Only hooks stand here; each calls one function.

Datasette finds templates and static files by itself only beside plugins that are packages, so this one brings its own:
the template loader and the route below.
"""

from collections.abc import Awaitable, Callable, Generator
from pathlib import Path
from typing import Any

import jinja2
import pluggy
from datasette.utils.asgi import Forbidden, Response, asgi_static

from publish import cells, errors, exports, german, web, wording
from publish.context import page_context
from publish.fts import match_expression
from publish.labels import ARCHIVE, Labels
from publish.markup import without_markup
from publish.pages import search_page
from publish.tables import refuse_column_search

hookimpl = pluggy.HookimplMarker("datasette")
HERE = Path(__file__).parent


@hookimpl(trylast=True)
def prepare_connection(conn: Any) -> None:
    """Puts our reading of typed text in the place of Datasette's, which finds nothing for ``haushalt*``."""
    conn.create_function("escape_fts", 1, match_expression)


@hookimpl
def get_metadata() -> dict[str, Any]:
    """Hides the books that sqlite-utils keeps of the migrations; metadata.yml describes what is for people."""
    return {"databases": {ARCHIVE: {"tables": {"_sqlite_migrations": {"hidden": True}}}}}


@hookimpl
def prepare_jinja2_environment(env: jinja2.Environment, datasette: Any) -> None:
    own = [HERE / "templates"]
    if datasette.template_dir:
        own.insert(0, Path(datasette.template_dir))
    before = [env.loader] if env.loader else []
    env.loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(own), *before])
    env.filters.update(
        day_in_words=german.day_in_words,
        short_day=german.short_day,
        number=german.number,
        listed=german.listed,
        file_size=german.size,
        outside_link=cells.outside_link,
        web_address=cells.web_address,
        shortened=cells.shortened,
        without_markup=without_markup,
        code_word=lambda value, column: wording.code_word(column, value),
        in_words=lambda value, table, column: cells.plain(table, column, value) or value,
    )
    env.globals.update(
        counted=german.counted,
        span_in_words=german.span_in_words,
        operators=wording.OPERATORS,
    )


@hookimpl
def extra_template_vars(
    template: str, database: str | None, table: str | None, request: Any, datasette: Any
) -> Callable[[], Awaitable[dict[str, Any]]]:
    async def inner() -> dict[str, Any]:
        return await page_context(datasette, template, database, table, request)

    return inner


@hookimpl(tryfirst=True)
def filters_from_request(request: Any, database: str) -> None:
    if database == ARCHIVE:
        refuse_column_search(request.args)


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    if database != ARCHIVE or table is None:
        return None
    return cells.render(datasette.urls, Labels(datasette), table, column, value, row)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [
        (r"^/suche$", search_page),
        (r"^/export/(?P<table>[^/]+)\.(?P<format>csv|json|ndjson)$", exports.export),
        (r"^/-/ratsarchiv/(?P<path>.*)$", asgi_static(HERE / "static")),
    ]


@hookimpl
def asgi_wrapper() -> Callable[[web.App], web.App]:
    return lambda app: web.guarded(web.plain_search(app))


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Any, request: Any, exception: BaseException) -> Generator[None, Any, None]:
    """Ours instead of Datasette's; pluggy would ask both."""
    outcome = yield

    async def inner() -> Response:
        return await errors.error_page(datasette, request, exception)

    outcome.force_result([inner])


@hookimpl
def forbidden(datasette: Any, request: Any, message: str) -> Callable[[], Awaitable[Response]]:
    async def inner() -> Response:
        return await errors.error_page(datasette, request, Forbidden(message))

    return inner
