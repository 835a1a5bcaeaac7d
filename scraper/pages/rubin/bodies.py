"""The towns that share a site, as api.php lists them: they are the bodies that committees belong to."""

from scraper.items import Body
from scraper.pages.council.data import objects, word
from scraper.pages.rubin.document import Page


def read_bodies(page: Page) -> None:
    found = objects(page.data)
    named = [(key, name) for told in found if (key := word(told, "id")) and (name := word(told, "name"))]
    if not named:
        page.complain_of_missing_data("a list of towns with number and name")
        return
    if not isinstance(page.data, list) or len(named) < len(page.data):
        page.complain_of_layout("number and name of each town", "entries without")
    for key, name in named:
        page.add(Body(vendor_id=key, name=name))
