"""The XML in which ALLRIS 3 tells the same as its pages, where a site offers it: mended, parsed, and taken apart.

The root holds blocks; one of them, mostly called "list", holds an element for each sitting, item or person, with flat
fields below it. It is often not valid: links and references of HTML stand in values, and values are escaped twice.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from html.entities import html5
from typing import Any

from lxml import etree

from scraper.pages.allris3.document import XML_ROOT, Page
from scraper.pages.council.page import REPORT
from scraper.pages.council.refusals import refusal

OWN_ENTITIES = re.compile(r"<!ENTITY\b", re.IGNORECASE)
SET_IN = re.compile(
    r"<(?P<name>rtf(?P<text>[A-Z]{2}))\b[^<>]*(?<!/)>(?P<document>.*?)</(?P=name)\s*>", re.DOTALL | re.IGNORECASE
)
"""<rtfWP><html><head>…</html></rtfWP>: a whole HTML document, which need not be XML"""
BREAK = re.compile(r"<(?:br|/?p)(?=[\s/>])[^<>]*>", re.IGNORECASE)
INLINE = re.compile(r"</?(?:a|b|em|font|i|nobr|span|strong|sub|sup|u)(?=[\s/>])[^<>]*>", re.IGNORECASE)
"""<a href="to010.asp?SILFDNR=7001" target="_blank">, in the middle of a value"""
REFERENCE = re.compile(r"&(?P<name>(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)?")
BARE_LESS = re.compile(r"<(?![A-Za-z_/!?])")
"""Kosten < 5 Mio."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""XML has no place for them; word processors leave them."""
LIST = "list"


@dataclass
class Answer:
    root: Any
    """An lxml element: the outermost one."""
    source: str
    """What was parsed: mended, without the documents that were set in."""
    documents: dict[str, str] = field(default_factory=dict)
    """HTML of the texts set in, by the program's names: "WP"."""

    @property
    def blocks(self) -> list[Any]:
        return list(self.root)

    @property
    def told(self) -> str:
        """What it holds, for a complaint."""
        return f"<{self.root.tag}> with {', '.join(str(one.tag) for one in self.blocks)[:200] or 'nothing in it'}"

    def list_of(self, number: str) -> Any | None:
        """The block of things that have the field `number` ("silfdnr"): called "list", or the last that holds some."""
        named = [one for one in self.blocks if one.tag.lower() == LIST]
        holding = [one for one in self.blocks if any(has_field(entry, number) for entry in one)]
        return (named or holding[-1:] or [None])[0]

    def outside(self, block: Any | None) -> dict[str, str]:
        """The fields of the blocks that are no list; of two of one name the first that says something."""
        told: dict[str, str] = {}
        for one in self.blocks:
            if one is not block:
                for name, text in fields_of(one).items():
                    told[name] = told.get(name) or text
        return told


def either(page: Callable[[Page], None], answer: Callable[[Page], None]) -> Callable[[Page], None]:
    """The reader of a kind of page that comes as HTML or as XML."""

    def read(one: Page) -> None:
        (answer if one.xml_root else page)(one)

    return read


def answer_of(page: Page, expected: str) -> Answer | None:
    """None, with a complaint, where nothing can be taken from it. What had to be guessed is complained of too."""
    if OWN_ENTITIES.search(page.source):
        page.complain(expected, "XML that defines entities of its own, which ALLRIS does not", REPORT)
        return None
    documents: dict[str, str] = {}

    def cut_out(found: re.Match[str]) -> str:
        documents.setdefault(found["text"].upper(), found["document"])
        return f"<{found['name']}/>"

    prolog = XML_ROOT.match(page.source)
    start = prolog.start("root") - 1 if prolog else 0
    source = _mended(SET_IN.sub(cut_out, page.source[start:]))
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(source.encode(), parser)
    except etree.XMLSyntaxError:  # nothing at all could be made of it
        root = None
    faults = [f"{one.message} (line {one.line})" for one in parser.error_log]
    if faults and not page.is_cut_off:
        page.complain_of_layout("valid XML, as far as we can mend it", "; ".join(faults[:3])[:300])
    if root is None:
        page.complain(expected, *refusal(page))
        return None
    return Answer(root, source, documents)


def entries_of(page: Page, answer: Answer, block: Any, number: str, what: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Number and fields of each element of a list, each number once. `what`: "sittings".

    Complains of numbers in the source that are not among them, and of elements that are not a list of fields.
    """
    read: set[str] = set()
    for element in block:
        entry = fields_of(element)
        if odd := oddity(element):
            page.complain_of_layout("fields below each other, each once", f"{odd}: {_shown(entry)}")
        found = entry.get(number, "").lstrip("0")
        if not found.isdecimal() or len(found) > 18:
            page.complain_of_layout(f"{what} with the number {number}", _shown(entry))
        elif found in read:
            page.complain_of_layout(f"{what} with a number each", f"{found} again: {_shown(entry)}")
        else:
            read.add(found)
            yield found, entry
    source = answer.source.partition(f"<{block.tag}")[2]
    written = {one.lstrip("0") for one in re.findall(rf"\b{number}\b\s*>?\s*([0-9]{{1,18}})", source, re.IGNORECASE)}
    page.complain_of_unread(what, written - {""}, read, "error")


def fields_of(element: Any) -> dict[str, str]:
    """The texts of an element's fields in one line each, by their names in small letters; without empty ones."""
    told: dict[str, str] = {}
    for child in element:
        if text := " ".join(_lines(child)):
            told.setdefault(child.tag.lower(), text)
    return told


def lines_of(element: Any, name: str) -> str:
    """The text of one field, line by line."""
    child = _child(element, name)
    return "\n".join(_lines(child)) if child is not None else ""


def has_field(element: Any, name: str) -> bool:
    """Whether it is there, be it empty."""
    return _child(element, name) is not None


def oddity(element: Any) -> str | None:
    """What shows that fields of an element were lost or are another's: text between them, one that is there twice."""
    between = [element.text, *(child.tail for child in element)]
    if stray := " ".join(" ".join(text.split()) for text in between if text and not text.isspace()):
        return f"text between fields ({len(stray)} characters)"
    told: dict[str, list[str]] = {}
    for child in element:
        if told.setdefault(child.tag.lower(), _lines(child)) != _lines(child):
            return f"{child.tag} twice"
    return None


def _child(element: Any, name: str) -> Any | None:
    return next((one for one in element if one.tag.lower() == name), None)


def _lines(element: Any) -> list[str]:
    """A value without markup. It was escaped twice: what the parser hands on is HTML."""
    value = REFERENCE.sub(lambda found: _meant(found) or found.group(), "".join(element.itertext()))
    text = INLINE.sub("", BREAK.sub("\n", value))
    return [line for one in text.split("\n") if (line := " ".join(one.split()))]


def _mended(source: str) -> str:
    """Only what can be meant in one way: HTML within values, its references, signs that XML does not know."""
    source = INLINE.sub("", BREAK.sub("\n", CONTROLS.sub(" ", source)))
    return REFERENCE.sub(_in_xml, BARE_LESS.sub("&lt;", source))


def _in_xml(found: re.Match[str]) -> str:
    """A reference as XML writes it: ü for &uuml;, and &amp; for & alone and for a name that HTML does not know."""
    meant = _meant(found)
    return f"&amp;{found['name'] or ''}" if meant is None else escape(CONTROLS.sub(" ", meant), quote=False)


def _meant(found: re.Match[str]) -> str | None:
    """What HTML means by a reference; None where it knows none of that name."""
    name = found["name"] or ""
    return unescape(f"&{name}") if name.startswith("#") else html5.get(name)


def _shown(entry: dict[str, str]) -> str:
    """What an element has, without what it says: it may be somebody's telephone number."""
    return f"an element with {', '.join(entry)[:200] or 'no fields'}"
