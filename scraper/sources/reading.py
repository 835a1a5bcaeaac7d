"""sources.yml -> Sources, each mistake told with its line. Documented in docs/sources.md."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from scraper.addresses import is_loopback
from scraper.sources import values as source_values
from scraper.sources.marked_yaml import YamlError, compose, decode, is_empty, line_of, pairs
from scraper.sources.model import CONTACT_ADVICE, KEY, SYSTEMS, PressRules, Source, Sources, SourcesError
from scraper.sources.values import did_you_mean

Read = Callable[[ScalarNode], Any]

FIELDS: Mapping[str, Read] = {
    "name": source_values.text,
    "system": source_values.one_of(*SYSTEMS),
    "url": source_values.address,
    "body": source_values.address,
    "since": source_values.day,
    "delay": source_values.seconds,
    "files": source_values.which_files,
    "keep_files": source_values.yes_or_no,
    "tls": source_values.one_of("verified", "unverified"),
    "party": source_values.text,
    "council": source_values.text,
}
PRESS_FIELDS: Mapping[str, Read] = {
    "method": source_values.one_of("wordpress", "feed", "sitemap", "list"),
    "start": source_values.address,
    "link": source_values.selector,
    "next": source_values.selector,
    "title": source_values.selector,
    "date": source_values.selector,
    "author": source_values.selector,
    "text": source_values.selector,
    "include": source_values.regular_expression,
}
REQUIRED = ("name", "system", "url")
ONLY_FOR = {"body": "oparl", "party": "press", "council": "press", "press": "press"}
"""Keys that mean something for one system only."""
NOT_FOR = {"files": "press", "keep_files": "press"}
"""Keys that mean something for all systems but one."""


def load_sources(path: str | Path) -> Sources:
    """Reads and checks a sources.yml. Raises SourcesError with all the mistakes that are in it."""
    path = Path(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise SourcesError(
            f"{path} does not exist. Start it with: ratsarchiv add URL"
            " (the address of a council's OParl server or of a party's site)"
        ) from None
    except OSError as error:
        raise SourcesError(f"{path} cannot be read: {error.strerror}") from None
    return read_sources(raw, path)


def read_sources(raw: bytes, path: Path, may_be_empty: bool = False) -> Sources:
    """Checks the content of a sources.yml; `path` is for the messages. Raises SourcesError.

    With `may_be_empty` a file is right that has no source yet.
    """
    try:
        root = compose(decode(raw))
    except YamlError as error:
        raise SourcesError(f"{path}, line {error.line}: {error}") from None
    reader = _Reader()
    contact, sources = reader.file(root) if not is_empty(root) else (None, {})
    if not sources and not reader.mistakes and not may_be_empty:
        raise SourcesError(f"{path}, line 1: there is no source in it yet. Add one with: ratsarchiv add URL")
    if reader.mistakes:
        raise SourcesError("\n".join(f"{path}, line {line}: {told}" for line, told in sorted(reader.mistakes)))
    return Sources(path, contact, sources)


@dataclass(frozen=True)
class _Entry:
    """The pairs of one mapping, and the line of each key."""

    values: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


class _Reader:
    """Reads one file's nodes and goes on after a mistake, so that a person sees all of them at once."""

    def __init__(self) -> None:
        self.mistakes: list[tuple[int, str]] = []

    def file(self, root: Node | None) -> tuple[str | None, dict[str, Source]]:
        head = self.mapping(root, "the file", ("contact", "sources"))
        if not head.values:
            return None, {}
        contact = self.value(head, "contact", source_values.contact)
        listed = head.values.get("sources")
        if is_empty(listed) or (isinstance(listed, MappingNode) and not listed.value):
            return contact, {}
        keys = self.mapping(listed, '"sources"', None)
        entries = {key: self.mapping(node, f'"{key}"', (*FIELDS, "press")) for key, node in keys.values.items()}
        sources = {}
        for key, entry in entries.items():
            source = self.source(key, keys.lines[key], entry, contact)
            if source is not None:
                sources[key] = source
        self.equal_names(sources, entries)
        self.councils(sources, entries)
        if "contact" not in head.values:
            self.missing_contact(sources, entries)
        return contact, sources

    def source(self, key: str, line: int, entry: _Entry, contact: str | None) -> Source | None:
        """The Source of one entry; None where a mistake was found in it."""
        before = len(self.mistakes)
        if not KEY.fullmatch(key):
            told = f'the key "{key}" may hold lower case letters, digits and single "-": gruene-duesseldorf'
            self.mistakes.append((line, told))
        values = {name: self.value(entry, name, FIELDS[name]) for name in entry.values if name in FIELDS}
        if "press" in entry.values:
            rules = self.mapping(entry.values["press"], '"press"', tuple(PRESS_FIELDS))
            values["press"] = PressRules(**{n: self.value(rules, n, PRESS_FIELDS[n]) for n in rules.values})
        missing = [name for name in REQUIRED if name not in values]
        if entry.values and missing:
            self.mistakes.append((line, f'"{key}" has no {", no ".join(missing)}; each source needs one'))
        for name, system in ONLY_FOR.items():
            if name in entry.values and values.get("system") not in (system, None):
                self.mistakes.append((entry.lines[name], f'"{name}" is only for sources with system: {system}'))
        for name, system in NOT_FOR.items():
            if name in entry.values and values.get("system") == system:
                self.mistakes.append((entry.lines[name], f'"{name}" is not for sources with system: {system}'))
        if missing or len(self.mistakes) > before:
            return None
        return Source(key=key, contact=contact, **values)

    def equal_names(self, sources: Mapping[str, Source], entries: Mapping[str, _Entry]) -> None:
        first_key: dict[str, str] = {}
        for key, source in sources.items():
            first = first_key.setdefault(source.name.casefold(), key)
            if first != key:
                told = f'the name "{source.name}" is that of "{first}" already; give each source its own'
                self.mistakes.append((entries[key].lines["name"], told))

    def councils(self, sources: Mapping[str, Source], entries: Mapping[str, _Entry]) -> None:
        councils = [key for key in entries if key not in sources or sources[key].system != "press"]
        for key, source in sources.items():
            if source.council is not None and source.council not in councils:
                what = "a press site" if source.council in sources else "none of the sources"
                told = f'"council" names {what}: "{source.council}"{did_you_mean(source.council, councils)}'
                self.mistakes.append((entries[key].lines["council"], told))

    def missing_contact(self, sources: Mapping[str, Source], entries: Mapping[str, _Entry]) -> None:
        for key, source in sources.items():
            asked = (source.url, source.body, source.press.start)
            if not all(is_loopback(address) for address in asked if address):
                told = f'"{key}" is a real site and the file has no contact; {CONTACT_ADVICE}'
                self.mistakes.append((entries[key].lines["url"], told))
                return

    def mapping(self, node: Node | None, what: str, known: Iterable[str] | None) -> _Entry:
        """The pairs of a mapping. Equal keys are mistakes, so are unknown ones unless `known` is None."""
        entry = _Entry()
        if not isinstance(node, MappingNode):
            line = line_of(node) if node else 1
            self.mistakes.append((line, f'{what} must hold lines like "key: value"'))
            return entry
        for pair in pairs(node):
            if pair.key in entry.values:
                told = f'{what} has "{pair.key}" twice, first in line {entry.lines[pair.key]}; keep one of them'
                self.mistakes.append((pair.line, told))
            elif known is not None and pair.key not in known:
                told = f'{what} has the unknown key "{pair.key}"{did_you_mean(pair.key, known)}'
                self.mistakes.append((pair.line, f"{told} Known are: {', '.join(known)}"))
            else:
                entry.values[pair.key] = pair.value
                entry.lines[pair.key] = pair.line
        return entry

    def value(self, entry: _Entry, name: str, read: Read) -> Any:
        """The value of `name` as `read` makes it; None where the key is missing or its value a mistake."""
        node = entry.values.get(name)
        if node is None:
            return None
        try:
            if is_empty(node):
                raise ValueError("is empty; write a value or remove the line")
            if not isinstance(node, ScalarNode):
                raise ValueError("must be one value, not a list and not a mapping")
            return read(node)
        except ValueError as error:
            self.mistakes.append((entry.lines[name], f'"{name}" {error}'))
            return None
