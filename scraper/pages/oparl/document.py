"""The bytes of an OParl answer -> the JSON in it, mended where that can be done without guessing.

What real servers do to JSON: control characters stand unescaped in strings, a byte order mark comes first, single
bytes are windows-1252, PHP prints a notice before or something after it, a comma follows the last entry, the answer
breaks off in the middle. What was mended is said in `Document.mended`; what cannot be mended raises `NotJson`, which
tells what came instead.
"""

import codecs
import json
import re
from dataclasses import dataclass
from typing import Any

from scraper.pages.html import tree_of

EXCERPT_CHARACTERS = 200

UNKNOWN_ESCAPE = re.compile(r'(?:\\\\)+|\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
r"""A backslash that escapes nothing JSON knows ("Rock \'n\' Roll"), and pairs of them, which escape each other."""

STRING_OR_LAST_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=\s*[\]}])', re.DOTALL)
"""A comma with nothing after it, ``[1, 2,]``; whole strings are matched so that the commas in them are left alone."""

LONE_SURROGATE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
r"""Half a character: "\ud83d" without its second half. No database takes it."""

DATA_LIST = re.compile(r'^\s*(?:\{\s*(?:"[^"]*"\s*:\s*(?:"[^"]*"|\{[^{}]*\})\s*,\s*)*"data"\s*:\s*)?\[')
"""The beginning of a list, up to its first entry: ``{"data": [``, or ``[`` alone."""

WINDOWS_1252 = "ratsarchiv.windows-1252"


class NotJson(ValueError):  # noqa: N818 - it names what came; nothing need be wrong on our side
    """The answer is no JSON. `came` says in words what it is: an HTML page and its title, nothing at all, ..."""

    def __init__(self, came: str) -> None:
        super().__init__(came)
        self.came = came


@dataclass(frozen=True)
class Document:
    value: Any
    mended: tuple[str, ...] = ()
    """What had to be mended, in words. Nothing is missing because of it."""
    broken_off: bool = False
    """The answer ended in the middle of a list. `value` holds the entries that came whole."""


def read_document(body: bytes) -> Document:
    """Raises NotJson where no JSON can be found in `body`."""
    mended: list[str] = []
    text = _decode(body, mended).strip().strip("\0")
    if not text:
        raise NotJson("an empty answer")
    if LONE_SURROGATE.search(text):
        text = LONE_SURROGATE.sub(r"\\ufffd", text)
        mended.append("half characters (lone surrogates) were replaced")
    try:
        return _parse(text, mended)
    except RecursionError:
        raise NotJson("JSON that is nested too deeply to be council data") from None
    except ValueError as fault:
        if text.startswith("<"):
            raise NotJson(_describe_html(text)) from None
        if salvaged := _entries_before_the_break(text):
            return Document(salvaged, (*mended, f"broken off: {fault}"), broken_off=True)
        raise NotJson(f"broken JSON ({fault}), beginning with: {text[:EXCERPT_CHARACTERS]}") from None


def _bytes_of_windows(fault: UnicodeError) -> tuple[str, int]:
    assert isinstance(fault, UnicodeDecodeError)
    wrong = fault.object[fault.start : fault.end]
    try:
        return wrong.decode("cp1252"), fault.end
    except UnicodeDecodeError:
        return wrong.decode("latin-1"), fault.end


codecs.register_error(WINDOWS_1252, _bytes_of_windows)


def _decode(body: bytes, mended: list[str]) -> str:
    encoding = json.detect_encoding(body)
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        mended.append("bytes that are not UTF-8 were read as windows-1252")
        return body.decode("utf-8-sig", errors=WINDOWS_1252)


def _parse(text: str, mended: list[str]) -> Document:
    """Raises ValueError with the first fault found where none of the remedies helps."""
    try:
        return Document(_loads(text), tuple(mended))
    except json.JSONDecodeError as fault:
        first_fault = fault
    remedies = (
        ("control characters stood unescaped", text),
        ("backslashes that escape nothing were doubled", UNKNOWN_ESCAPE.sub(_double, text)),
    )
    for what, candidate in remedies:
        for also, final in (
            ((), candidate),
            (("commas without an entry after them were dropped",), STRING_OR_LAST_COMMA.sub(_without_comma, candidate)),
        ):
            try:
                return Document(_loads(final, strict=False), (*mended, what, *also))
            except json.JSONDecodeError:
                continue
    return _parse_within(text, mended, first_fault)


def _parse_within(text: str, mended: list[str], fault: json.JSONDecodeError) -> Document:
    """JSON with something before or after it that does not belong to it; raises `fault` where there is none."""
    decoder = json.JSONDecoder(strict=False, parse_constant=_nothing)
    for match in list(re.finditer(r"[\[{]", text))[:20]:
        try:
            value, end = decoder.raw_decode(text, match.start())
        except json.JSONDecodeError:
            continue
        before, after = text[: match.start()].strip(), text[end:].strip()
        if isinstance(value, dict | list) and value and not (before and after):
            foreign = before or after
            return Document(value, (*mended, f"{len(foreign)} characters beside the JSON: {foreign[:80]}"))
    raise fault


def _loads(text: str, strict: bool = True) -> Any:
    return json.loads(text, strict=strict, parse_constant=_nothing)


def _nothing(constant: str) -> None:
    """NaN and Infinity are no JSON, and no value."""


def _double(match: re.Match[str]) -> str:
    return match[0] if len(match[0]) > 1 else r"\\"


def _without_comma(match: re.Match[str]) -> str:
    return "" if match[0] == "," else match[0]


def _entries_before_the_break(text: str) -> dict[str, list[Any]] | None:
    """The entries of a list that came whole before the answer broke off; None where there are none."""
    start = DATA_LIST.match(text)
    if not start:
        return None
    decoder = json.JSONDecoder(strict=False, parse_constant=_nothing)
    entries: list[Any] = []
    at = start.end()
    while True:
        at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n,"))
        try:
            entry, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError:
            return {"data": entries} if entries else None
        entries.append(entry)


def _describe_html(text: str) -> str:
    page = tree_of(text[:100_000])
    heading = page.find(["title", "h1"])
    if heading is not None and (title := heading.get_text(" ", strip=True)):
        return f"an HTML page titled »{title[:EXCERPT_CHARACTERS]}«"
    words = page.get_text(" ", strip=True)[:EXCERPT_CHARACTERS]
    return f"an HTML page without a title: {words}" if words else "an HTML page without text"
