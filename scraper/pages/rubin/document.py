"""An answer of more! rubin: JSON, or an HTML page that carries its data in a script or an attribute."""

import re
from typing import Any, ClassVar

from scraper.pages.council.data import DataPage, Told

COMPONENT = re.compile(r"components\[[\"']\w+[\"']\]\s*=\s*\{\s*[\"']?props[\"']?\s*:\s*(?=\{)")
"""window.components["MeetingPage__8bcaf0f"] = { props: {"passed-meeting": … : JSON begins behind "props:" """
IN_ATTRIBUTE = re.compile(r"\svue-passed-[\w-]+=")
"""<div component="MeetingPage" vue-passed-meeting="{&quot;nummer&quot;: …">"""
PASSED = "passed-"
SHELL = '<div id="app"'
SHORT = 5000
"""Characters: the shell of the newer interface is a short page."""


class Page(DataPage):
    product: ClassVar[str] = "more! rubin"
    made_by_product: ClassVar[re.Pattern[str]] = re.compile(
        r"more! ?(?:software|rubin)|window\.components\b|<title>\s*Ratsinfosystem\s*</title>", re.IGNORECASE
    )

    def passed(self, name: str) -> Any:
        """What the page passes on under that name ("meeting"); the whole answer if it is nothing but JSON."""
        data = self.data
        return data.get(PASSED + name, data) if isinstance(data, dict) else data

    def data_within(self) -> Told | None:
        """The properties of the page's components, by name."""
        return self._of_components() or self._of_attributes()

    def refusal(self) -> tuple[str, str]:
        if self.data is None and not self.fault and SHELL in self.source and len(self.source) < SHORT:
            return (
                "an empty page that is filled by script",
                "The data comes from api.php beside it: give the site's first page as its address in sources.yml.",
            )
        return super().refusal()

    def _of_components(self) -> Told:
        found: Told = {}
        for component in COMPONENT.finditer(self.source):
            properties = self.parsed(self.source, component.end())
            if isinstance(properties, dict):
                found |= properties
        if not found and not self.fault and "components[" in self.source:
            self.fault = "a page of components without their data"
        return found

    def _of_attributes(self) -> Told | None:
        found: Told = {}
        if IN_ATTRIBUTE.search(self.source):
            for node in self.tree.css("[component]"):
                for name, value in node.attributes.items():
                    if name.startswith(f"vue-{PASSED}") and value:
                        found[name.removeprefix("vue-")] = self.parsed(value, 0)
        return found or None
