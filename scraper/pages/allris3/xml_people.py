"""kp041 as XML: the list of people.

Addresses, telephone numbers and e-mails stand in it openly and are never taken; a person without a page of their own is
not taken at all, as in the list that people see.
"""

from scraper.items import Person
from scraper.pages.allris3.addresses import number_in, sibling
from scraper.pages.allris3.document import Page
from scraper.pages.allris3.xml import answer_of, entries_of


def read_people(page: Page) -> None:
    """Persons (shallow), and "person" for each."""
    answer = answer_of(page, "a list of people")
    if answer is None:
        return
    block = answer.list_of("kplfdnr")
    if block is None:
        page.complain_of_layout("a list of people", answer.told)
        return
    for number, entry in entries_of(page, answer, block, "kplfdnr", "people"):
        if not entry.get("link_kp"):
            continue
        linked = number_in(entry["link_kp"], "person")
        if linked not in (None, number):
            page.complain_of_layout(f"the page of person {number}", f"that of {linked}")
        family, given = entry.get("adname"), entry.get("advname")
        if not family:
            page.complain_of_layout(f"the name of person {number}", f"fields {', '.join(entry)[:200]}")
            continue
        page.add(
            Person(
                vendor_id=number,
                name=" ".join(one for one in (entry.get("adtit"), given, family) if one),
                form_of_address=entry.get("antext1"),
                family_name=family,
                given_name=given,
            )
        )
        page.follow("person", number, sibling(page.url, "kp020", f"KPLFDNR={number}&history=true"))
