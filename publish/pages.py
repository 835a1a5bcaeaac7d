"""Pages of our own beside Datasette's: the search."""

import sqlite3
from typing import Any

from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import NotFound, Response

from publish.labels import ARCHIVE
from publish.search import KINDS, Answer, Question, ask

TIME_LIMIT_MS = 5000


async def search_page(request: Any, datasette: Any) -> Response:
    """/suche?q=…&art=…&quelle=…&von=…&bis=…&seite=…"""
    if ARCHIVE not in datasette.databases:
        raise NotFound("no archive")
    archive = datasette.databases[ARCHIVE]
    question = Question.of({name: request.args.get(name) for name in request.args})

    def answer(connection: sqlite3.Connection) -> Answer:
        with sqlite_timelimit(connection, TIME_LIMIT_MS):
            return ask(connection, question)

    too_slow = False
    try:
        found = await archive.execute_fn(answer)
    except sqlite3.OperationalError as error:
        if error.args != ("interrupted",):
            raise
        found, too_slow = Answer(question), True
    sources = await archive.execute("SELECT key, name FROM sources ORDER BY name")
    context = {"question": question, "answer": found, "kinds": KINDS, "sources": sources.rows, "too_slow": too_slow}
    return Response.html(await datasette.render_template("suche.html", context, request=request, view_name="search"))
