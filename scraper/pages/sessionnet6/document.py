"""An answer of SessionNet 6: a list of objects."""

import re
from typing import ClassVar

from scraper.pages.council.data import DataPage, Told, objects, word

NUMBER = re.compile(r"[1-9][0-9]{0,17}")


class Page(DataPage):
    product: ClassVar[str] = "SessionNet 6"
    made_by_product: ClassVar[re.Pattern[str]] = re.compile(r"<title>\s*SessionNet\b|<app-root\b", re.IGNORECASE)

    def listed(self, what: str, number: str) -> list[Told] | None:
        """The objects of the answer, each of which has a `number`; None, with a complaint, if it is no such list."""
        found = objects(self.data)
        if not isinstance(self.data, list) or (self.data and not any(number in one for one in found)):
            self.complain_of_missing_data(f"a list of {what}")
            return None
        if lost := [one for one in self.data if not isinstance(one, dict) or number_of(one, number) is None]:
            self.complain_of_layout(f"a number for each of the {what}", f"{len(lost)} without: {str(lost[0])[:150]!r}")
        return [one for one in found if number_of(one, number)]

    def refusal(self) -> tuple[str, str]:
        if self.data is None and not self.fault and "<app-root" in self.source:
            return (
                "the page of the app, which is filled by script",
                "The data comes from api/v1/ in the app's folder: give that folder as the address in sources.yml.",
            )
        return super().refusal()


def number_of(told: Told, name: str) -> str | None:
    """A number of the database; 0 stands for none."""
    number = word(told, name)
    return number if number and NUMBER.fullmatch(number) else None
