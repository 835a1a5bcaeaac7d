"""Entries written into sources.yml for a person who has written in it before."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from scraper.sources import PressRules, Source, SourcesError, add_source, default_key, load_sources

TOWN = Source(
    key="town",
    name="Town: the town",
    system="oparl",
    url="https://ris.town.example/oparl",
    since=date(2015, 1, 1),
    delay=2.5,
    contact="archiv@example.org",
)
PARTY = Source(
    key="party",
    name="Bündnis 90/Die Grünen",
    system="press",
    url="http://127.0.0.1:8000/",
    party="1860",
    press=PressRules(method="list", link="h2 > a", include="/presse/"),
)

OLD = """\
# Our archive
contact: archiv@example.org  # the office

sources:
    # the council
    old:
        name: Old town
        system: oparl
        url: https://old.example/  # moved in 2019
        # since: 2010-01-01

# To come: the parties.
"""


@pytest.mark.parametrize("source", [TOWN, PARTY])
@pytest.mark.parametrize(
    "before",
    [
        None,
        "",
        "# nothing yet",
        "contact: archiv@example.org\n",
        "sources:\n",
        "sources: {}\n# end\n",
        "sources: ~  # none yet\ncontact: archiv@example.org\n",
        OLD,
        OLD.rstrip(),
        OLD.replace("\n", "\r\n"),
        "contact: archiv@example.org\nsources:\n  old: {name: Old, system: oparl, url: 'http://localhost/'}\n",
        "---\nsources:\n  old:\n    system: oparl\n    url: http://localhost/\n    name: >\n      Old\n      town\n\n",
    ],
)
def test_what_is_added_is_read_again(tmp_path: Path, before: str | None, source: Source) -> None:
    path = tmp_path / "sources.yml"
    if before is not None:
        path.write_bytes(before.encode())
    added = add_source(path, source)
    assert load_sources(path) == added
    assert added.by_key(source.key) == dataclasses.replace(source, contact=added.contact)
    assert list(added.sources)[-1] == source.key
    for line in (before or "").splitlines():
        assert line.partition("{")[0].partition("~")[0].rstrip() in path.read_text(encoding="utf-8")


def test_comments_order_and_indentation_stay(tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    path.write_text(OLD, encoding="utf-8")
    add_source(path, dataclasses.replace(TOWN, since=None, delay=1.0))
    entry = """\
    town:
      name: 'Town: the town'
      system: oparl
      url: https://ris.town.example/oparl
"""
    assert path.read_text(encoding="utf-8") == OLD.replace("\n\n# To come", "\n" + entry + "\n# To come")


def test_line_ends_stay_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    path.write_bytes(OLD.replace("\n", "\r\n").encode())
    add_source(path, TOWN)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


@pytest.mark.parametrize(
    ("before", "source", "words"),
    [
        ("sources:\n  town:\n    name: x\n", TOWN, 'line 2: the key "town" is taken'),
        (OLD, dataclasses.replace(TOWN, name="OLD TOWN"), 'the name "OLD TOWN" is that of "old" already'),
        ("sources:\n", dataclasses.replace(TOWN, contact=None), "the file has no contact"),
        ("sources: {old: {name: Old}}\n", TOWN, "line 1: the sources stand in braces"),
        ("- old\n", TOWN, 'line 1: the file must hold lines like "key: value"'),
        ("sources:\n  old:\n    nam: Old\n", TOWN, 'line 3: "old" has the unknown key "nam"'),
        ("sources:\n\told:\n", TOWN, "line 2: not readable as YAML: a tab"),
        ("sources:\n", dataclasses.replace(TOWN, key="Our Town"), 'the key "Our Town" may hold lower case'),
    ],
)  # fmt: skip
def test_a_refusal_leaves_the_file_as_it_was(tmp_path: Path, before: str, source: Source, words: str) -> None:
    path = tmp_path / "sources.yml"
    path.write_text(before, encoding="utf-8")
    with pytest.raises(SourcesError) as raised:
        add_source(path, source)
    assert words in str(raised.value)
    assert path.read_text(encoding="utf-8") == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match="cannot be written: No such file or directory"):
        add_source(tmp_path / "none" / "sources.yml", TOWN)


def test_a_link_to_a_file_elsewhere_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    real = tmp_path / "etc" / "sources.yml"
    real.write_text(OLD, encoding="utf-8")
    link = tmp_path / "sources.yml"
    link.symlink_to(real)
    add_source(link, TOWN)
    assert link.is_symlink()
    assert "town" in load_sources(real).sources


@pytest.mark.parametrize(
    ("name_or_url", "key"),
    [
        ("Landeshauptstadt Düsseldorf", "landeshauptstadt-duesseldorf"),
        ("Bündnis 90/Die Grünen", "buendnis-90-die-gruenen"),
        ("Weißenfels", "weissenfels"),
        ("Mu\u0308nchen", "muenchen"),
        ("Café am Ring", "cafe-am-ring"),
        ("https://www.gruene-duesseldorf.de/presse", "gruene-duesseldorf"),
        ("https://ris.town.example/oparl/system", "ris-town"),
        ("https://www.xn--kln-sna.de/", "koeln"),
        ("http://127.0.0.1:8000/oparl", "127-0-0-1-8000"),
        ("http://localhost:8000/", "localhost-8000"),
    ],
)
def test_keys_made_of_names_and_addresses(name_or_url: str, key: str) -> None:
    assert default_key(name_or_url) == key


def test_no_key_can_be_made_of_nothing() -> None:
    with pytest.raises(ValueError, match="no key can be made of"):
        default_key("???")
