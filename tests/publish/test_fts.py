"""Whatever is typed, SQLite understands the query made of it."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publish.fts import FINDS_NOTHING, MOST_TERMS, match_expression


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("Radweg", '"Radweg"'),
        ("Radweg Schule", '"Radweg" "Schule"'),
        ("haushalt*", '"haushalt*"*'),
        ("O'Neill", '"O\'Neill"'),
        ("VO/2024/0312", '"VO/2024/0312"'),
        ("A-12", '"A-12"'),
        ("Radweg AND NOT Schule", '"Radweg" "AND" "NOT" "Schule"'),
        ("title:Radweg", '"title:Radweg"'),
        ('"neue Schule" Park', '"neue Schule" "Park"'),
        ("„neue Schule“ Park", '"neue Schule" "Park"'),
        ('"neue Schu"*', '"neue Schu"*'),
        ('"neue Schule', '"neue" "Schule"'),
        ('neue" Schule', '"neue" "Schule"'),
        ('12" Rohr', '"12" "Rohr"'),
        ("Rad\0weg", '"Rad" "weg"'),
        ("Radweg - Schule", '"Radweg" "Schule"'),
        ("", FINDS_NOTHING),
        ("   ", FINDS_NOTHING),
        ("* - ? () ^ \" ' _", FINDS_NOTHING),
        ('""', FINDS_NOTHING),
        ("😀", FINDS_NOTHING),
    ],
)
def test_typed_text_becomes_a_query(typed: str, query: str) -> None:
    assert match_expression(typed) == query


def test_a_pasted_article_is_cut() -> None:
    assert match_expression("wort " * 5000).count('"wort"') == MOST_TERMS


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute('CREATE VIRTUAL TABLE i USING fts5(t, tokenize="unicode61 remove_diacritics 2")')
    texts = ["Haushaltsplan VO/2024/0312", "O'Neill und A-12", "die neue Schule", "Schule, die neue", "Düsseldorf"]
    connection.executemany("INSERT INTO i VALUES (?)", [(text,) for text in texts])
    yield connection
    connection.close()


def found(index: sqlite3.Connection, typed: str) -> list[str]:
    return [
        text for (text,) in index.execute("SELECT t FROM i WHERE i MATCH ? ORDER BY rowid", (match_expression(typed),))
    ]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("haushalt*", ["Haushaltsplan VO/2024/0312"]),
        ("haushalt", []),
        ("VO/2024/0312", ["Haushaltsplan VO/2024/0312"]),
        ("VO/2024/03*", ["Haushaltsplan VO/2024/0312"]),
        ("o'neill a-12", ["O'Neill und A-12"]),
        ('"neue Schule"', ["die neue Schule"]),
        ("neue schule", ["die neue Schule", "Schule, die neue"]),
        ("dusseldorf", ["Düsseldorf"]),
        ("DÜSSELDORF", ["Düsseldorf"]),
        ("und", ["O'Neill und A-12"]),
        ("NEAR(neue Schule)", []),
        ("x" * 10_000, []),
        ("ü " * 5000, []),
    ],
)
def test_query_finds(index: sqlite3.Connection, typed: str, texts: list[str]) -> None:
    assert found(index, typed) == texts


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=st.text(st.characters(exclude_categories=["Cs"])) | st.text('"*^:()-+{} ANDORTNEA\0ä1'))
def test_nothing_typed_is_an_error(index: sqlite3.Connection, typed: str) -> None:
    found(index, typed)
