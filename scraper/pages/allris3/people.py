"""au020, fr020, pa020, pa021: a committee, group or council with its members. kp020: a person and where they sit.
kp041: the list of people, former ones too.

Addresses, telephone numbers and e-mails of either are never taken.
"""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from scraper.items import Membership, Organization, Person
from scraper.pages.allris3.addresses import (
    ORGANS,
    canonical,
    canonical_organ,
    number_in,
    numbers_in,
    organ_in,
    script_of,
    sibling,
)
from scraper.pages.allris3.document import Page, cells_in, hidden_in
from scraper.pages.council.contacts import is_contact
from scraper.pages.council.moments import DAY
from scraper.pages.council.page import rows_of, tables_around, text_of
from scraper.pages.council.people import ADDRESSED, name_apart

MEMBERS = "a[href*='kp020' i], form[action*='kp020' i]"
BODIES = ", ".join(f"a[href*='{prefix}020' i], form[action*='{prefix}020' i]" for prefix in ORGANS.values())
SIGNS = ".au020, .fr020, .pa020, .pa021"
PERSON_SIGNS = ".kp020"
ROLE, NAME = re.compile(r"Art der Mitarbeit|Mitarbeit|Funktion im"), re.compile(r"Name\b")
SINCE, UNTIL = re.compile(r"seit|von|Beginn", re.IGNORECASE), re.compile(r"bis|Ende", re.IGNORECASE)
SPAN = re.compile(
    r"(?:(?:seit|ab)\s+)?(?P<start>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})?"
    r"(?:\s*(?:-|–|bis)\s*(?P<end>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})?)?",
    re.IGNORECASE,
)
"""14.07.1999 - 13.12.1999; seit 02.07.2014; bis 13.12.1999"""
FAMILY_FIRST = re.compile(r"(?P<family>[^,]+), (?P<given>(?!Md[A-Z]+\b)[^,]+)")
"""Muster, Erika; not: Erika Muster, MdB"""
MENU = "#rismenu, #menu, #risnavi, nav, footer"


def read_organization(page: Page) -> None:
    """The Organization, its Persons and Memberships, and "person" for members with a page of their own."""
    number = _number_of_organ(page)
    name = page.heading
    tables = tables_around(page.tree.css(MEMBERS))
    if not number or not name or (not tables and page.tree.css_first(SIGNS) is None):
        page.complain_of_refusal("a committee with its name and its members")
        return
    if not number.startswith(ORGANS["council"]) and page.is_of_another("committee", number[2:]):
        return
    page.add(Organization(vendor_id=number, source_url=_own_address(page, number), name=name))
    used: Counter[str] = Counter()
    seen: set[str] = set()
    for table in tables:
        heads = _heads(table)
        for row in rows_of(table):
            if row.css_first(MEMBERS) is not None:
                seen.add(_read_member(page, number, row, heads, used) or "")
    page.complain_of_unread_numbers("person", "members", seen)
    if not tables and page.tree.css_first("table.tl1 tr td[class]") is not None:
        page.complain_of_layout("members with links", "a table without any")


def read_people(page: Page) -> None:
    """Persons (shallow), and "person" for each."""
    links = [link for address, link in page.links() if script_of(address) == "kp020" and text_of(link)]
    if not links:
        page.complain_of_refusal("a list of people")
        return
    for link in links:
        address = link.attributes.get("href") or ""
        if number := number_in(address, "person"):
            page.add(_person(number, text_of(link)))
            page.follow("person", number, f"{canonical(address, 'person')}&history=true")
        else:
            page.complain_of_layout("a person with a number", text_of(link)[:200])
    page.complain_of_unread_numbers("person", "people", {item.vendor_id for item in page.reading.items})


def read_person(page: Page) -> None:
    """The Person and the Memberships."""
    number = number_in(page.url, "person") or page.number("person")
    apart = {one.mem_id for menu in page.tree.css(MENU) for one in menu.css(BODIES)}
    tables = tables_around(one for one in page.tree.css(BODIES) if one.mem_id not in apart)
    if not number or not page.heading or (not tables and page.tree.css_first(PERSON_SIGNS) is None):
        page.complain_of_refusal("a person with their name")
        return
    page.add(_person(number, page.heading, canonical(page.url, "person")))
    memberships = [one for table in tables for one in _memberships(page, number, table)]
    name_apart(memberships)
    for membership in memberships:
        page.add(membership)
    found = {one.organization or "" for one in memberships}
    for of, prefix in ORGANS.items():
        written = {prefix + one for one in numbers_in(page.source.partition('id="rismain')[2], of)}
        page.complain_of_unread("committees", written, found)


def _person(number: str, text: str, url: str | None = None) -> Person:
    """Names are written family name first on some sites; a committee and a person's page mean the same name."""
    person = Person(vendor_id=number, source_url=url, name=text)
    if addressed := ADDRESSED.fullmatch(text):
        person.name, person.form_of_address = addressed["name"], addressed["form"].rstrip("n")
    if found := FAMILY_FIRST.fullmatch(person.name or ""):
        person.family_name, person.given_name = found["family"], found["given"]
        person.name = f"{found['given']} {found['family']}"
    return person


def _read_member(page: Page, organ: str, row: LexborNode, heads: list[str], used: Counter[str]) -> str | None:
    """Adds Person and Membership; the person's number, None where the row has none."""
    link = next((one for address, one in page.links(row) if script_of(address) == "kp020"), None)
    address = (link.attributes.get("href") or "") if link is not None else ""
    number = number_in(address, "person") or hidden_in(row, "person")
    told = _told(row, heads)
    if told is None:
        page.complain_of_layout(f"{len(heads)} cells under as many headings", text_of(row)[:200])
        told = {}
    name = text_of(link) or next((text for head, text in told.items() if NAME.search(head)), "")
    if number is None:
        page.complain_of_layout("a member with a number", text_of(row)[:200])
        return None
    if not name:
        what, advice = (
            f"the name of person {number}",
            "Nothing to do if the site shows none: a place that is not taken.",
        )
        page.complain(what, f"none: {text_of(row)[:200]!r}", advice, "warning")
        return number
    page.add(_person(number, name))
    if address:
        page.follow("person", number, f"{canonical(address, 'person')}&history=true")
    named = f"{number}-{organ}"
    used[named] += 1
    membership = Membership(
        vendor_id=named if used[named] == 1 else f"{named}x{used[named]}", person=number, organization=organ
    )
    for head, text in told.items():
        if ROLE.search(head) and membership.role is None:
            membership.role = text
        elif SINCE.search(head) and DAY.fullmatch(text):
            membership.start_date = text
        elif UNTIL.search(head) and DAY.fullmatch(text):
            membership.end_date = text
        elif head and not NAME.search(head) and not is_contact(head, text):
            membership.other[head] = text
    page.add(membership)
    return number


def _memberships(page: Page, person: str, table: LexborNode) -> Iterator[Membership]:
    """A row of the same committee as above it has no button and no link of its own."""
    last, last_name = None, ""
    for row in rows_of(table):
        cells = cells_in(row)
        address = next((one for one, _ in page.links(row) if organ_in(one)), None)
        organ = (organ_in(address) if address else None) or _posted_organ(row)
        texts = [text for cell in cells if (text := text_of(cell))]
        if organ is None and not (last and len(texts) > 1 and texts[0] == last_name):
            if len(texts) > 1 and row.css_first(BODIES) is not None:
                page.complain_of_layout("a committee with its number", text_of(row)[:200])
            continue
        if organ and texts:
            last, last_name = organ, texts[0]
        span = next(
            (found for text in texts[1:] if text and (found := SPAN.fullmatch(text)) and DAY.search(text)), None
        )
        role = next((text for text in texts[1:] if not SPAN.fullmatch(text)), None)
        if address:
            page.follow("organization", organ or last or "", canonical_organ(address))
        yield Membership(
            vendor_id=f"{person}-{organ or last}",
            person=person,
            organization=organ or last,
            role=role,
            start_date=span["start"] if span else None,
            end_date=span["end"] if span else None,
        )


def _posted_organ(row: LexborNode) -> str | None:
    for of, prefix in ORGANS.items():
        form = row.css_first(f"form[action*='{prefix}020' i]")
        if form is not None and (number := hidden_in(form, of)):
            return prefix + number
    return None


def _heads(table: LexborNode) -> list[str]:
    row = next((one for one in rows_of(table) if one.css_first("th") is not None), None)
    return [text_of(head) for head in row.css("th")] if row is not None else []


def _told(row: LexborNode, heads: list[str]) -> dict[str, str] | None:
    """The texts of a row's cells by heading; None where cells and headings do not fit."""
    cells = cells_in(row)
    if len(cells) != len(heads):
        return None
    return {head: text for head, cell in zip(heads, cells, strict=True) if (text := text_of(cell))}


def _number_of_organ(page: Page) -> str | None:
    """As asked for; pa021 is asked for without a number, and says in its own links which council it shows."""
    if asked := organ_in(page.url):
        return asked
    prefix = (script_of(page.url) or "")[:2]
    of = next((of for of, begins in ORGANS.items() if begins == prefix), None)
    if of is None:
        return None
    told = numbers_in(page.source, of)
    number = page.number(of) or (told.pop() if len(told) == 1 else None)
    return prefix + number if number else None


def _own_address(page: Page, number: str) -> str:
    if organ_in(page.url):
        return canonical_organ(page.url)
    return sibling(page.url, f"{number[:2]}020", f"PALFDNR={number[2:]}")
