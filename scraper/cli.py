"""The command `ratsarchiv`. Each subcommand reads its options and calls one function.

Exit codes: 0 good, 1 suspicious (read, but something is odd), 2 failed.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from scraper.sources import Source

EXIT_FAILED = 2

sources_option = click.option(
    "--sources", "sources_file", type=click.Path(path_type=Path), default=Path("sources.yml"), show_default=True
)
db_option = click.option("--db", type=click.Path(path_type=Path), default=Path("archive.db"), show_default=True)


def fail(error: object) -> NoReturn:
    """Says what went wrong and ends the command as failed."""
    click.echo(f"ratsarchiv: {error}", err=True)
    sys.exit(EXIT_FAILED)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ratsarchiv")
def main() -> None:
    """An archive of what German councils decide and what parties say about it."""


def given_options(command: Callable[..., None]) -> Callable[..., None]:
    """What a person may say about a source that is looked at."""
    for option in (
        click.option("--contact", help="Your address for the operators of the sites; needed once."),
        click.option("--council", help="Key of the council that the party's releases are about."),
        click.option("--party", help="The party whose releases the site holds."),
        click.option("--system", help="As in sources.yml; found by looking at the address by default."),
        click.option("--key", help="First part of every id; made of the name by default."),
        click.option("--name", help="How people call the town or the party; taken from the site by default."),
    ):
        command = option(command)
    return command


@main.command()
@click.argument("url")
@given_options
@sources_option
def detect(url: str, sources_file: Path, **given: str | None) -> None:
    """Show which system stands at URL, by which evidence, and what of it answers."""
    source = look(url, sources_file, given, err=False)
    if source is None:
        sys.exit(EXIT_FAILED)
    from scraper.sources import entry_of

    click.echo("Entry for sources.yml (ratsarchiv add writes it):")
    click.echo(indent(entry_of(source), "  "), nl=False)


@main.command()
@click.argument("url")
@given_options
@sources_option
def add(url: str, sources_file: Path, **given: str | None) -> None:
    """Look at URL and write it into sources.yml."""
    from scraper.sources import SourcesError, add_source

    source = look(url, sources_file, given, err=True)
    if source is None:
        sys.exit(EXIT_FAILED)
    try:
        add_source(sources_file, source)
    except SourcesError as error:
        fail(error)
    click.echo(f"{sources_file}: added {source.key} ({source.system}, {source.url}).")
    click.echo(f"Next: ratsarchiv scrape {source.key}")


def look(url: str, sources_file: Path, given: dict[str, str | None], *, err: bool) -> "Source | None":
    """Says what stands at `url`, on standard error if `err`; returns the source that it makes."""
    from scraper.commands.detect import Given, find_source
    from scraper.detection.findings import lines_of
    from scraper.sources import SourcesError

    try:
        findings, source = find_source(sources_file, url, Given(**given))
    except (SourcesError, ValueError) as error:
        fail(error)
    for line in lines_of(findings):
        click.echo(line, err=err)
    return source


@main.command()
@click.argument("words", nargs=-1)
def councils(words: tuple[str, ...]) -> None:
    """Show the known OParl servers of councils whose name holds WORDS; all of them without WORDS."""
    from scraper.councils import all_councils, find_councils

    wanted = " ".join(words)
    found = find_councils(wanted)
    for one in found:
        answered = f"answered {one.answered}" if one.answered else "did not answer when last tried"
        click.echo(f"{one.name}  ({one.system or 'system unknown'}, {answered})\n  ratsarchiv add {one.address}")
    if not found:
        fail(
            f'no OParl server of that name is known: "{wanted}" is in none of the {len(all_councils())} names of towns,'
            " districts and assemblies (states and systems are not searched). Councils without OParl are read by their"
            " pages: ratsarchiv detect ADDRESS shows what stands at an address"
        )


@main.command()
@click.argument("keys", metavar="[SOURCE]...", nargs=-1)
@click.option("--full", is_flag=True, help="Read everything again, not only what changed since the last good run.")
@click.option("-v", "--verbose", is_flag=True, help="Log what the spiders do.")
@sources_option
@db_option
def scrape(keys: tuple[str, ...], full: bool, verbose: bool, sources_file: Path, db: Path) -> None:
    """Read the sources (all of them, or those named) into the archive."""
    from pipelines.archive import ArchiveError
    from scraper.commands.scrape import scrape_sources
    from scraper.sources import SourcesError

    try:
        sys.exit(scrape_sources(keys, sources_file, db, full=full, verbose=verbose))
    except (SourcesError, ArchiveError) as error:
        fail(error)


@main.command(name="import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--source", "key", required=True, help="Key of the source in sources.yml that the pages belong to.")
@click.option("--url", help="The address that a single FILE was saved from, where the file does not say it.")
@sources_option
@db_option
def import_(files: tuple[Path, ...], key: str, url: str | None, sources_file: Path, db: Path) -> None:
    """Read saved press pages (HTML or plain text) of a site that is gone."""
    from pipelines.archive import ArchiveError
    from scraper.commands.import_pages import import_files
    from scraper.sources import SourcesError, load_sources

    if url and len(files) > 1:
        fail("--url names the address of one FILE; import the files one by one")
    try:
        sys.exit(import_files(files, load_sources(sources_file).by_key(key), db, url, say=click.echo))
    except (SourcesError, ArchiveError) as error:
        fail(error)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--url", required=True, help="The address of the page.")
@click.option("--system", help="As in sources.yml; told from the page by default.")
def read(file: Path, url: str, system: str | None) -> None:
    """Show what a stored page is read as: one JSON object an item, complaints on standard error.

    Fails where an error is all that there is to show.
    """
    from scraper.commands.read import ReadError, read_file

    items = errors = 0
    try:
        for shown in read_file(file, url, system):
            click.echo(shown.text, err=not shown.is_item)
            items += shown.is_item
            errors += shown.is_error
    except ReadError as error:
        fail(error)
    if errors and not items:
        sys.exit(EXIT_FAILED)


@main.command()
@db_option
def status(db: Path) -> None:
    """Show what the archive holds and how the last runs went."""
    from pipelines.archive import ArchiveError
    from scraper.commands.status import status_lines

    try:
        for line in status_lines(db):
            click.echo(line)
    except ArchiveError as error:
        fail(error)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8001, show_default=True)
@db_option
def serve(db: Path, host: str, port: int) -> None:
    """Show the archive as a site."""
    from publish.serve import ServeError, run

    try:
        run(db, host=host, port=port)
    except ServeError as error:
        fail(error)


@main.command()
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@click.option("--context", help="The year, month or day that the page gives: 2026, 2026-09 or 2026-09-28.")
def date(texts: tuple[str, ...], context: str | None) -> None:
    """Show how a TEXT is read: one JSON object a line.

    Without TEXT, reads lines of standard input, each a text or a text, a tab and its context.
    """
    from pipelines.german.dates import as_json

    given = [(text, context) for text in texts] or _texts_with_context(sys.stdin.buffer, context)
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for text, its_context in given:
        sys.stdout.write(encode(as_json(text, its_context)) + "\n")


def _texts_with_context(lines: Iterable[bytes], context: str | None) -> Iterator[tuple[str, str | None]]:
    """Texts and contexts of lines ``text<TAB>context``; `context` where a line has none."""
    for line in lines:
        text, _, its_context = line.decode("utf-8", "replace").rstrip("\r\n").partition("\t")
        yield text, its_context.strip() or context


@main.command()
@click.argument("command", metavar="[-- COMMAND...]", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--port", default=8017, show_default=True, help="First of eleven ports, one for each site (docs/musterstadt.md)."
)
@click.option("--seed", default=1, show_default=True, help="Another number, another town.")
@click.option("--years", type=click.FloatRange(min=0.7), help="How long the town has met; more years, a bigger town.")
def sample(command: tuple[str, ...], port: int, seed: int, years: float | None) -> None:
    """Serve Musterstadt, the sample town, on loopback; with COMMAND only while that runs."""
    try:
        from scraper.commands.sample import serve_sample
        from scraper.sample.server import PortTakenError
    except ModuleNotFoundError as error:
        fail(f"Musterstadt needs {error.name}. Install it: pip install 'ratsarchiv[sample]'")

    try:
        sys.exit(serve_sample(port, seed, years, list(command), click.echo))
    except PortTakenError as error:
        fail(error)


if __name__ == "__main__":
    main()
