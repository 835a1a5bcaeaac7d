"""Which system answers at an address: OParl, or else a page that may hold press releases."""

import json
import re
from dataclasses import dataclass
from typing import Literal

from bs4 import BeautifulSoup

OPARL_TYPE = re.compile(r"^https?://schema\.oparl\.org/1\.\d/(\w+)$")  # https://schema.oparl.org/1.1/System


@dataclass(frozen=True)
class Detected:
    system: Literal["oparl", "press"]
    name: str | None
    """What the place calls itself."""
    evidence: str
    body: str | None = None
    """The OParl body that the address names."""
    url: str | None = None
    """The OParl system that the body belongs to; None: the address itself is right."""


def detect(url: str, content_type: str, answer: bytes) -> Detected | None:
    """What the answer to `url` shows, None when it is neither OParl nor a web page.

    `content_type` is the answer's header, empty where it had none.
    """
    try:
        said = json.loads(answer)
    except ValueError:
        said = None
    if isinstance(said, dict):
        return _oparl(url, said)
    if "html" in content_type or answer.lstrip()[:200].lower().startswith((b"<!doctype html", b"<html")):
        title = BeautifulSoup(answer, "lxml").title
        name = " ".join(title.get_text().split()) if title else ""
        return Detected("press", name or None, f"{url} is a web page")
    return None


def _oparl(url: str, said: dict[str, object]) -> Detected | None:
    found = OPARL_TYPE.match(str(said.get("type", "")))
    kind = found.group(1) if found else None
    if kind not in ("System", "Body"):
        return None
    evidence = f'{url} says "type": "{said["type"]}"'
    name = said.get("name") if isinstance(said.get("name"), str) else None
    if kind == "System":
        return Detected("oparl", str(name) if name else None, evidence)
    system = said.get("system")
    return Detected(
        "oparl", str(name) if name else None, evidence, body=url, url=system if isinstance(system, str) else url
    )
