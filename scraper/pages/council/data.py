"""What the systems share that answer with JSON, or whose pages carry it: objects to read, and what came instead."""

import json
import re
from functools import cached_property
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from scraper.items import Item
from scraper.pages.council import page
from scraper.pages.council.page import LINE_BREAK, REPORT
from scraper.pages.council.refusals import refusal

Told = dict[str, Any]
"""An object of the data."""
MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>|&[a-zA-Z]+;|&#[0-9]+;")
HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""What JSON may write and no address or archive can hold: half of an emoji."""
SPACES = re.compile(r"[^\S\n]+")
ERRORS = ("ErrorCode", "error", "errors", "exception", "message")
"""Keys of an answer that says why there is none."""


class DataPage(page.Page):
    """An answer of a system that has JSON for its pages."""

    fault: str | None = None
    """Why there is no data, where there should be some."""

    def __init__(self, body: bytes, url: str, kind: str) -> None:
        super().__init__(body, url, kind)
        self._added: set[tuple[str, str]] = set()

    @cached_property
    def data(self) -> Any:
        """The JSON that was answered; None, perhaps with a `fault`, if there is none."""
        start = self.source.lstrip("\ufeff \t\r\n")
        return self.parsed(start, 0) if start[:1] in ("{", "[") else self.data_within()

    def data_within(self) -> Any:
        """The data that an HTML page carries."""
        return None

    def parsed(self, text: str, start: int) -> Any:
        """The JSON that begins there. Behind the whole answer nothing may follow."""
        twice: set[str] = set()

        def without_repetition(pairs: list[tuple[str, Any]]) -> Told:
            told = dict(pairs)
            if len(told) < len(pairs):
                names = [name for name, _ in pairs]
                twice.update(name for name in names if names.count(name) > 1)
            return told

        decoder = json.JSONDecoder(object_pairs_hook=without_repetition, strict=False)
        try:
            found, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            self.fault = f"damaged data: {error}"[:200]
            return None
        if twice:
            self.complain_of_layout("each field of an object once", f"twice: {', '.join(sorted(twice))[:200]}")
        if start == 0 and text[end:].strip():
            self.complain_of_layout("nothing behind the data", text[end : end + 100].strip())
        return found

    def add_once(self, item: Item) -> bool:
        """Adds what the data repeats wherever it is mentioned. Returns whether it is new to the page."""
        key = (item.type_name, item.vendor_id)
        if key in self._added:
            return False
        self._added.add(key)
        self.add(item)
        return True

    def complain_of_missing_data(self, expected: str) -> None:
        """The page is not what it should be: says what came in its place."""
        self.complain(expected, *self.refusal())

    def refusal(self) -> tuple[str, str]:
        """What came in place of the data, and what to do."""
        for told in objects(self.data if isinstance(self.data, list) else [self.data]):
            if found := next((name for name in ERRORS if told.get(name)), None):
                return f"an error: {found} {str(told[found])[:200]}", "Look at the address. The next run asks again."
        if self.fault:
            return self.fault, "The next run asks again. If it is always so, please report it with the stored page."
        if self.data is not None:
            return f"other data: {str(self.data)[:150]!r}", REPORT
        return refusal(self)


def objects(told: Any) -> list[Told]:
    """The objects of a list; empty for anything else."""
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []


def part(told: Any, name: str) -> Told:
    """The object of that name within an object; empty if there is none."""
    found = told.get(name) if isinstance(told, dict) else None
    return found if isinstance(found, dict) else {}


def word(told: Told, *names: str) -> str | None:
    """The first of these fields that says something, in one line: numbers are texts on some sites."""
    for name in names:
        if text := _text(told.get(name)):
            return " ".join(text.split())
    return None


def lines(told: Told, name: str) -> str | None:
    """The field's text with its lines: titles and results may hold lists."""
    text = _text(told.get(name)).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line for one in text.split("\n") if (line := SPACES.sub(" ", one).strip())) or None


def is_set(told: Told, name: str) -> bool:
    """Flags are true, 1 or "1"."""
    return told.get(name) in (True, 1, "1", "true")


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    text = str(value)
    if not text.isascii():
        text = HALF_CHARACTER.sub("\ufffd", text)
    if MARKUP.search(text):
        body = LexborHTMLParser(LINE_BREAK.sub("\n", text)).body
        text = body.text() if body is not None else text
    return text.strip()
