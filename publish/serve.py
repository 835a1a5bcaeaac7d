"""Serves archive.db as a site: Datasette with our plugin, our settings and the German metadata."""

import errno
import socket
import sqlite3
from pathlib import Path
from typing import Any

import uvicorn
import yaml
from datasette.app import Datasette
from datasette.database import Database

from publish.labels import ARCHIVE

METADATA = Path(__file__).with_name("metadata.yml")
"""A link to the file at the root of the repository, so that a wheel carries it."""

SETTINGS = {
    "default_page_size": 50,
    "max_csv_mb": 0,  # Datasette writes an error text into the last line of a longer file
    "suggest_facets": False,  # counts every column of a table at every look at it
    "sql_time_limit_ms": 3000,
    "facet_time_limit_ms": 500,
    "truncate_cells_html": 240,
    "allow_download": False,  # archive.db is written to while it is served; /export has everything
}
LONGEST_REQUEST_HEAD = 256 * 1024
"""Bytes of an address with everything typed into it: 10,000 letters that are nine bytes each in an address."""


class ServeError(Exception):
    """The site can't start; the message says why and what to do."""


def site(db: Path, metadata: Path = METADATA) -> Any:
    """The Datasette instance for the archive at `db`, described by the file `metadata`.

    Raises ServeError for an archive or metadata that isn't there, can't be read or is something else.
    """
    described = _read_metadata(metadata)
    _check_archive(db, set(described["databases"][ARCHIVE]["tables"]))
    datasette = Datasette([], metadata=described, settings=SETTINGS)
    # under its own name, whatever the file is called: addresses and metadata.yml rely on it
    datasette.remove_database("_memory")
    datasette.add_database(Database(datasette, path=str(db), is_mutable=True), name=ARCHIVE)
    return datasette


def run(db: Path, host: str = "127.0.0.1", port: int = 8001, metadata: Path = METADATA) -> None:
    """Serves the archive at `db` until interrupted. Raises ServeError like `site`, and when the port is taken."""
    datasette = site(db, metadata)
    _check_port(host, port)
    uvicorn.run(
        datasette.app(),
        host=host,
        port=port,
        log_level="info",
        access_log=False,
        lifespan="on",
        h11_max_incomplete_event_size=LONGEST_REQUEST_HEAD,
        http="h11",
    )


def _read_metadata(path: Path) -> dict[str, Any]:
    try:
        described = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ServeError(
            f"{path} can't be read: {error}. It comes with the project; get it back from there."
        ) from error
    if not isinstance(described, dict) or ARCHIVE not in (described.get("databases") or {}):
        raise ServeError(f"{path} describes no database {ARCHIVE!r}. Get the file back from the project.")
    return described


def _check_archive(path: Path, wanted: set[str]) -> None:
    if not path.is_file():
        raise ServeError(
            f"There is no archive {path}. `make archive` makes one of the sample town, "
            "`ratsarchiv scrape` one of the towns in your sources.yml."
        )
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise ServeError(f"{path} can't be read as an archive: {error}. Is it another kind of file?") from error
    if "sources" not in present or "runs" not in present:
        raise ServeError(f"{path} is a database, but no archive of this project. Give another file with --db.")
    if missing := sorted(wanted - present):
        raise ServeError(
            f"{path} was made by an older Ratsarchiv and lacks {', '.join(missing)}. "
            "`ratsarchiv status` or a scrape brings it up to date."
        )


def _check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            advice = "choose another with --port" if error.errno == errno.EADDRINUSE else "check --host and --port"
            raise ServeError(f"Can't listen on {host}:{port}: {error.strerror}; {advice}.") from error
