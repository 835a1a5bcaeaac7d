"""A new entry for sources.yml, written under the others: the file's comments and order stay as they are."""

import os
import re
import shutil
import unicodedata
from dataclasses import fields
from pathlib import Path
from textwrap import indent
from typing import Any
from urllib.parse import urlsplit

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node

from scraper.addresses import fault_of
from scraper.sources.marked_yaml import YamlError, compose, decode, pairs
from scraper.sources.model import KEY, PressRules, Source, Sources, SourcesError
from scraper.sources.reading import read_sources

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
"""As in addresses of German towns: Düsseldorf, duesseldorf."""
NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")
IP_ADDRESS_OR_LOCAL = re.compile(r"[\d.]+|\[.*\]|localhost")
"""``127.0.0.1``: hosts without a top-level domain to leave out."""
INDENTED_COMMENT = re.compile(r"[ \t]+#")
"""``    # files are under /dokumente``, which belongs to the entry above it."""

LONGEST_KEY = 40


def default_key(name_or_url: str) -> str:
    """A key made of a name ("Landeshauptstadt Düsseldorf") or of an address's host (https://www.gruene-duesseldorf.de/).

    Raises ValueError where no letter or digit is in it.
    """
    text = name_or_url
    if fault_of(name_or_url) is None:
        text = _without_www_and_top_level_domain(name_or_url)
    text = unicodedata.normalize("NFC", text).lower().translate(UMLAUTS)
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    key = NOT_IN_KEYS.sub("-", text)[:LONGEST_KEY].strip("-")
    if not KEY.fullmatch(key):
        raise ValueError(f'no key can be made of "{name_or_url}"; give one of lower case letters and digits')
    return key


def add_source(path: str | Path, source: Source) -> Sources:
    """Writes `source` into the sources.yml at `path`, which is made if it is missing, and returns what it then says.

    A file without a contact gets that of `source`. Raises SourcesError, with the file unchanged, where the key or the
    name is taken, where a real site would be asked without a contact, and where the file has a mistake already.
    """
    path = Path(path)
    try:
        before = path.read_bytes() if path.exists() else b""
        after = _with_entry(decode(before), source).encode()
        read_sources(before, path, may_be_empty=True)
        sources = read_sources(after, path)
        _replace(path.resolve(), after)
    except YamlError as error:
        raise SourcesError(f"{path}, line {error.line}: {error}") from None
    except OSError as error:
        raise SourcesError(f"{path} cannot be written: {error.strerror}") from None
    return sources


def _with_entry(text: str, source: Source) -> str:
    """`text` with an entry for `source`. Raises YamlError where there is no place for one."""
    root = compose(text)
    if root is not None and not (isinstance(root, MappingNode) and not root.flow_style):
        raise YamlError(1, 'the file must hold lines like "key: value"')
    head = {pair.key: pair for pair in pairs(root)} if root else {}
    listed = head["sources"].value if "sources" in head else None
    contact = [f"contact: {source.contact}\n"] if source.contact and "contact" not in head else []
    entry = entry_of(source)
    if isinstance(listed, MappingNode) and listed.value:
        taken = next((pair for pair in pairs(listed) if pair.key == source.key), None)
        if taken:
            raise YamlError(taken.line, f'the key "{source.key}" is taken; give the new source another one')
        if listed.flow_style:
            raise YamlError(head["sources"].line, "the sources stand in braces; write one entry a line")
        lines = _lines(text)
        place = _last_line(listed) + 1
        while place < len(lines) and INDENTED_COMMENT.match(lines[place]):
            place += 1
        lines.insert(place, indent(entry, " " * listed.start_mark.column))
    elif listed is not None:
        lines = _lines(text[: listed.start_mark.index].rstrip(" ") + text[listed.end_mark.index :])
        lines.insert(head["sources"].line, indent(entry, "  "))
    else:
        lines = [*_lines(text), "sources:\n", indent(entry, "  ")]
    first = min(pair.line for pair in head.values()) - 1 if head else len(lines) - 2
    lines[first:first] = contact
    after = "".join(lines)
    return re.sub("\r?\n", "\r\n", after) if "\r\n" in text else after


def entry_of(source: Source) -> str:
    """The lines of one entry, without indentation; what is at its default is left out."""
    values = _set_fields(source, but=("key", "contact", "press"))
    rules = _set_fields(source.press, but=())
    if rules:
        values["press"] = rules
    return yaml.safe_dump({source.key: values}, allow_unicode=True, sort_keys=False, width=10_000)


def _set_fields(record: Source | PressRules, but: tuple[str, ...]) -> dict[str, Any]:
    named = {field.name: (getattr(record, field.name), field.default) for field in fields(record)}
    return {name: value for name, (value, default) in named.items() if name not in but and value != default}


def _lines(text: str) -> list[str]:
    """The lines of `text`, each with its end, the last one too."""
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += "\n"
    return lines


def _last_line(node: Node) -> int:
    """The last line (from 0) on which something of `node` stands.

    The mark at the end of a block points behind the comments that follow it, so the innermost value counts.
    """
    if isinstance(node, MappingNode) and not node.flow_style:
        return max(_last_line(part) for pair in node.value for part in pair)
    if isinstance(node, CollectionNode) and not node.flow_style:
        return max(_last_line(part) for part in node.value)
    end = node.end_mark
    return int(end.line) - (1 if end.column == 0 and end.line > node.start_mark.line else 0)


def _replace(path: Path, content: bytes) -> None:
    """Puts `content` at `path` at once: whoever reads meanwhile, or a full disk, finds the old file whole."""
    new = path.with_name(f".{path.name}.new")
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _without_www_and_top_level_domain(address: str) -> str:
    """``www.gruene-duesseldorf.de`` -> ``gruene-duesseldorf``; an IP address and localhost stay, with their port."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if IP_ADDRESS_OR_LOCAL.fullmatch(host):
        return parts.netloc
    if "xn--" in host:
        host = host.encode("ascii").decode("idna")
    return host.removeprefix("www.").rpartition(".")[0] or host
