"""JSON as servers send it."""

import codecs
import json
from typing import Any

import pytest

from scraper.pages.oparl import NotJson, read_document


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b'{"name": "Rat"}', {"name": "Rat"}),
        (b"[]", []),
        (codecs.BOM_UTF8 + '{"name": "Maßnahme"}'.encode(), {"name": "Maßnahme"}),
        ('{"name": "Maßnahme"}'.encode("utf-16"), {"name": "Maßnahme"}),
        (b'\r\n {"name": "Rat"}\n\0', {"name": "Rat"}),
        (b'{"size": NaN}', {"size": None}),
    ],
)
def test_clean_json(body: bytes, value: Any) -> None:
    document = read_document(body)
    assert document.value == value
    assert document.mended == ()
    assert not document.broken_off


@pytest.mark.parametrize(
    ("body", "value", "mended"),
    [
        (b'{"name": "Haushalt\tund\nStellenplan\x0b"}', {"name": "Haushalt\tund\nStellenplan\x0b"}, "control"),
        (b'{"name": "Stra\xdfe \x96 \x84Neu\x93"}', {"name": "Straße – „Neu“"}, "windows-1252"),
        (b'{"name": "Gr\xc3\xbcne Stra\xdfe"}', {"name": "Grüne Straße"}, "windows-1252"),
        (
            rb'{"name": "Rock \'n\' Roll", "path": "a\\b\"c"}',
            {"name": r"Rock \'n\' Roll", "path": 'a\\b"c'},
            "backslashes",
        ),
        (b'{"data": [1, 2,], "name": "a,]",}', {"data": [1, 2], "name": "a,]"}, "commas"),
        (b'{"name": "Rat"}<!-- 0.3 s -->', {"name": "Rat"}, "beside the JSON: <!-- 0.3 s -->"),
        (b'<br />\n<b>Notice</b>: undefined\n{"name": "Rat"}', {"name": "Rat"}, "beside the JSON: <br />"),
        (rb'{"name": "\ud83d Rat \ud83d\ude00"}', {"name": "\ufffd Rat 😀"}, "half characters"),
    ],
)
def test_mended_json_says_what_was_mended(body: bytes, value: Any, mended: str) -> None:
    document = read_document(body)
    assert document.value == value
    assert mended in " ".join(document.mended)
    json.dumps(document.value, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "body",
    [
        b'{"data": [{"id": "1", "name": "a"}, {"id": "2"}, {"id": "3", "na',
        b'[{"id": "1", "name": "a"}, {"id": "2"}, {"id": "3", "name": "b"',
        b'{"pagination": {"totalElements": 3}, "data": [{"id": "1", "name": "a"}, {"id": "2"}, ',
    ],
)
def test_of_a_broken_off_list_the_whole_entries_are_kept(body: bytes) -> None:
    document = read_document(body)
    assert document.broken_off
    assert document.value == {"data": [{"id": "1", "name": "a"}, {"id": "2"}]}


@pytest.mark.parametrize(
    ("body", "came"),
    [
        (b"", "an empty answer"),
        (b" \r\n", "an empty answer"),
        (b"<html><head><title>Wartungsarbeiten</title></head></html>", "an HTML page titled »Wartungsarbeiten«"),
        (b"<!DOCTYPE html><h1>503 Service Unavailable</h1>", "an HTML page titled »503 Service Unavailable«"),
        (b"<html><body>Bitte warten</body></html>", "an HTML page without a title: Bitte warten"),
        (b"<html><script>var a = {};</script><title>Login</title></html>", "an HTML page titled »Login«"),
        (
            b'<?xml version="1.0"?><error>Ung\xfcltige Anfrage</error>',
            "without a title: Ungültige Anfrage",
        ),
        (b'<?xml version="1.0"?><?xml version="1.0"?><html><title>Login</title></html>', "titled »Login«"),
        (b'<?xml version="1.0" <html><title>Login</title></html>', "titled »Login«"),
        (b"<https://ris.example.org/meetings>", "an HTML page without text"),
        (b"https://ris.example.org/meetings", "beginning with: https://ris.example.org/meetings"),
        (b"Internal error", "beginning with: Internal error"),
        (b'{"id": "1", "na', "broken JSON"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_json_is_told(body: bytes, came: str) -> None:
    with pytest.raises(NotJson) as told:
        read_document(body)
    assert came in told.value.came
