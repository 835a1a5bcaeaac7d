"""sources.yml as people write it, with their mistakes."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from scraper.sources import SYSTEMS, PressRules, Source, SourcesError, load_sources, read_sources
from scraper.sources.reading import FIELDS, PRESS_FIELDS

ROOT = Path(__file__).resolve().parents[3]

GOOD = """\
# Our town
contact: archiv@example.org
sources:
  musterstadt:
    name: Stadt Musterstadt
    system: oparl
    url: https://ris.musterstadt.example/oparl/system
    body: https://ris.musterstadt.example/oparl/body/1
    since: 2015-01-01
    delay: 2
    tls: unverified
  blaue-musterstadt:
    name: Die Blauen Musterstadt
    system: press
    url: https://www.blaue-musterstadt.example/
    party: Die Blauen
    council: musterstadt
    press:
      method: list
      start: https://www.blaue-musterstadt.example/presse
      link: h2 a
      include: /presse/\\d+
"""


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(text: str | bytes) -> str:
    with pytest.raises(SourcesError) as raised:
        read_sources(text.encode() if isinstance(text, str) else text, Path("sources.yml"))
    return str(raised.value)


def one_source(*lines: str) -> str:
    """A file with one loopback source that has `lines` beside its name and address; the first of them is line 5."""
    return "\n".join(
        ["sources:", "  town:", "    name: Town", "    url: http://127.0.0.1/", *(f"    {x}" for x in lines)]
    )


def test_every_key_arrives_in_its_source(tmp_path: Path) -> None:
    sources = load_sources(written(tmp_path / "sources.yml", GOOD))
    assert sources.contact == "archiv@example.org"
    assert list(sources.sources) == ["musterstadt", "blaue-musterstadt"]
    assert sources.by_key("musterstadt") == Source(
        key="musterstadt",
        name="Stadt Musterstadt",
        system="oparl",
        url="https://ris.musterstadt.example/oparl/system",
        body="https://ris.musterstadt.example/oparl/body/1",
        since=date(2015, 1, 1),
        delay=2.0,
        tls="unverified",
        contact="archiv@example.org",
    )
    assert sources.by_key("blaue-musterstadt").press == PressRules(
        method="list",
        start="https://www.blaue-musterstadt.example/presse",
        link="h2 a",
        include=r"/presse/\d+",
    )


def test_what_is_not_written_has_its_default() -> None:
    source = read_sources(one_source("system: oparl").encode(), Path("sources.yml")).by_key("town")
    assert (source.delay, source.tls, source.since, source.contact) == (1.0, "verified", None, None)


@pytest.mark.parametrize("text", ["\ufeff" + GOOD, GOOD.replace("\n", "\r\n")])
def test_files_as_windows_editors_save_them(text: str) -> None:
    assert len(read_sources(text.encode(), Path("sources.yml")).sources) == 2


def test_the_example_file_is_right() -> None:
    sources = load_sources(ROOT / "sources.example.yml")
    assert {source.system for source in sources.sources.values()} == {"oparl", "press"}


def test_an_unknown_key_is_told_with_the_known_ones(tmp_path: Path) -> None:
    sources = load_sources(written(tmp_path / "sources.yml", GOOD))
    with pytest.raises(SourcesError) as raised:
        sources.by_key("mustrstadt")
    assert 'no source is called "mustrstadt"; did you mean "musterstadt"?' in str(raised.value)
    assert "There are: musterstadt, blaue-musterstadt." in str(raised.value)


def test_a_missing_file_says_how_to_start(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match=r"sources\.yml does not exist.*ratsarchiv add URL"):
        load_sources(tmp_path / "sources.yml")


@pytest.mark.parametrize(
    "text", ["", "# later\n", "contact: a@example.org\n", "contact: a@example.org\nsources:\n", "sources: {}\n"]
)
def test_a_file_without_a_source_says_how_to_add_one(text: str) -> None:
    assert mistakes(text) == "sources.yml, line 1: there is no source in it yet. Add one with: ratsarchiv add URL"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match="cannot be read: Is a directory"):
        load_sources(tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        # no YAML
        ("sources:\n\ttown:\n", 2, "a tab; indent with spaces"),
        ("sources:\n  town: Town: the town\n", 2, "a second colon"),
        ("sources:\n  town:\n    name: @town\n", 3, "put the text in quotes"),
        ("sources:\n  town:\n    name: *town\n", 3, "put the text in quotes"),
        ("sources:\n  a: 1\n---\nsources:\n", 3, "a second"),
        (b"sources:\n  town:\n    name: D\xfcren\n", 3, "byte 0xfc is not UTF-8"),
        ("sources:\n".encode("utf-16"), 1, "not UTF-8"),
        ("sources:\n  town:\n    name: T\x00wn\n", 3, "control character U+0000"),
        # another shape
        ("- town\n", 1, 'the file must hold lines like "key: value"'),
        ("sources:\n  - town\n", 2, '"sources" must hold lines like "key: value"'),
        ("sources:\n  town: http://127.0.0.1/\n", 2, '"town" must hold lines like "key: value"'),
        ("sources:\n  town:\n", 2, '"town" must hold lines like "key: value"'),
        (one_source("system: [oparl]"), 5, '"system" must be one value'),
        (one_source("system: press", "press: list"), 6, '"press" must hold lines like "key: value"'),
        # keys
        ("contakt: a@example.org\nsources:\n  a: {}\n", 1, 'unknown key "contakt"; did you mean "contact"?'),
        (one_source("system: oparl", "sinc: 2015-01-01"), 6, 'unknown key "sinc"; did you mean "since"?'),
        (one_source("system: oparl", "file: true"), 6, 'unknown key "file"; did you mean "files"?'),
        (one_source("system: oparl", "files: some"), 6, 'must be all, minutes or none, not "some"'),
        (one_source("system: press", "files: all"), 6, '"files" is not for sources with system: press'),
        (one_source("system: oparl", "keep_files: 1"), 6, 'must be true or false, not "1"'),
        (one_source("system: press", "press:", "  titel: h1"), 7, 'unknown key "titel"; did you mean "title"?'),
        (one_source("system: oparl", "name: Again"), 6, '"town" has "name" twice, first in line 3'),
        (one_source("system: oparl") + "\n  town:\n    name: T2", 6, '"sources" has "town" twice, first in line 2'),
        (one_source("system: oparl").replace("town:", "Town A:"), 2, 'the key "Town A" may hold lower case'),
        (one_source("system: oparl").replace("town:", "düren:"), 2, 'the key "düren" may hold lower case'),
        (one_source("system: oparl").replace("town:", "-a:"), 2, 'the key "-a" may hold lower case'),
        (one_source("delay: 1"), 2, '"town" has no system'),
        ("sources:\n  town:\n    name: Town\n", 2, '"town" has no system, no url'),
        (one_source("system: oparl", "party: SPD"), 6, '"party" is only for sources with system: press'),
        (one_source("system: oparl", "press:", "  link: a"), 6, '"press" is only for sources with system: press'),
        (one_source("system: press", "body: http://127.0.0.1/"), 6, '"body" is only for sources with system: oparl'),
        # values
        (one_source("system: opral"), 5, f'must be {" or ".join(SYSTEMS)}, not "opral"; did you mean "oparl"?'),
        (one_source("system: provox"), 5, 'not "provox".'),
        (one_source("system: oparl", "delay: fast"), 6, '"delay" must be a number of seconds'),
        (one_source("system: oparl", "delay: -1"), 6, '"delay" must be a number of seconds'),
        (one_source("system: oparl", "delay: 1,5"), 6, '"delay" must be a number of seconds'),
        (one_source("system: oparl", "delay: 1:30"), 6, '"delay" must be a number of seconds'),
        (one_source("system: oparl", "delay: .inf"), 6, '"delay" must be a number of seconds'),
        (one_source("system: oparl", "delay: true"), 6, '"delay" must be a number of seconds'),
        (one_source("system: oparl", "delay:"), 6, '"delay" is empty'),
        (one_source("system: oparl", "since: 2015"), 6, "must be a day written like 2015-01-01"),
        (one_source("system: oparl", "since: 3.12.2015"), 6, "must be a day written like 2015-12-03"),
        (one_source("system: oparl", "since: 2015-02-30"), 6, "not a day of the calendar"),
        (one_source("system: press", "party: 1860"), 6, '"party" must be text; put it in quotes: "1860"'),
        (one_source("system: press", 'party: " "'), 6, '"party" is empty'),
        (one_source("system: press", "press:", "  method: rss"), 7, "must be wordpress or feed or sitemap or list"),
        (one_source("system: press", "press:", "  include: (a"), 7, "is not a regular expression"),
        (one_source("system: press", "press:", "  link: h2 > > a"), 7, '"link" is not a CSS selector: "h2 > > a"'),
        (one_source("system: press", "council: twon"), 6, "names none of the sources"),
        (one_source("system: press", "council: town"), 6, '"council" names a press site'),
        (one_source("system: oparl", "tls: off"), 6, 'must be verified or unverified, not "off"'),
        # addresses
        (one_source("system: oparl", "body: www.example.org/oparl"), 6, "did you mean https://www.example.org/oparl ?"),
        (one_source("system: oparl", "body: ftp://example.org/"), 6, "does not begin with https://"),
        (one_source("system: oparl", "body: https:///oparl"), 6, "names no host"),
        (one_source("system: oparl", "body: https://example.org:99999/"), 6, "is not a web address"),
        (one_source("system: oparl", "body: https://example.org/a b"), 6, "holds white space"),
        (one_source("system: oparl", "body: https://me:secret@example.org/"), 6, "nothing behind a login"),
        # who asks
        ("contact: me\n" + one_source("system: oparl"), 1, "must be an e-mail or web address"),
        ("contact: a@example.org (me)\n" + one_source("system: oparl"), 1, "must be an e-mail or web address"),
        (one_source("system: oparl").replace("127.0.0.1", "example.org"), 4, "the file has no contact"),
        (one_source("system: oparl", "body: http://example.org/"), 4, "the file has no contact"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(text: str | bytes, line: int, words: str) -> None:
    told = mistakes(text)
    assert any(one.startswith(f"sources.yml, line {line}: ") and words in one for one in told.splitlines()), told


def test_the_password_of_an_address_is_not_repeated() -> None:
    assert "secret" not in mistakes(one_source("system: oparl", "body: https://me:secret@example.org/"))


def test_equal_names_are_told_with_both_sources() -> None:
    second = "\n  other:\n    name: TOWN\n    system: oparl\n    url: http://127.0.0.1:8001/"
    assert mistakes(one_source("system: oparl") + second) == (
        'sources.yml, line 7: the name "TOWN" is that of "town" already; give each source its own'
    )


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    told = mistakes(one_source("system: oparl", "since: soon", "delay: slow", "colour: red"))
    assert [line.split(":")[0] for line in told.splitlines()] == [f"sources.yml, line {n}" for n in (6, 7, 8)]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8:8000", "localhost", "ris.localhost", "[::1]"])
def test_loopback_needs_no_contact(host: str) -> None:
    text = one_source("system: oparl").replace("127.0.0.1", host)
    assert read_sources(text.encode(), Path("sources.yml")).contact is None


def test_every_key_is_documented() -> None:
    documented = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    missing = [key for key in (*FIELDS, *PRESS_FIELDS, "press", "contact") if f"`{key}`" not in documented]
    assert missing == []


def test_the_documented_example_is_right(tmp_path: Path) -> None:
    documented = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    example = documented.partition("```yaml\n")[2].partition("```")[0]
    assert list(load_sources(written(tmp_path / "sources.yml", example)).sources) == [
        "musterstadt",
        "blaue-musterstadt",
    ]


def test_every_field_of_a_source_can_be_written() -> None:
    assert {*FIELDS, "press", "key", "contact"} == {field.name for field in fields(Source)}
    assert set(PRESS_FIELDS) == {field.name for field in fields(PressRules)}


@pytest.mark.parametrize(
    ("written", "which"),
    [("true", "all"), ("all", "all"), ("minutes", "minutes"), ("false", "none"), ("none", "none")],
)
def test_which_documents_are_fetched(written: str, which: str) -> None:
    entry = one_source("system: oparl", f"files: {written}", "keep_files: true")
    (source,) = read_sources(entry.encode(), Path("sources.yml")).sources.values()
    assert (source.files, source.keep_files) == (which, True)


def test_no_documents_are_fetched_if_nothing_is_said() -> None:
    (source,) = read_sources(one_source("system: oparl").encode(), Path("sources.yml")).sources.values()
    assert (source.files, source.keep_files) == ("none", False)
