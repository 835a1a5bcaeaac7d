"""Which system answers at an address: OParl, or else a page that may hold press releases."""

import json
import re
from dataclasses import dataclass
from typing import Literal

from bs4 import BeautifulSoup

OPARL_TYPE = re.compile(r"^https?://schema\.oparl\.org/1\.\d/(\w+)$")  # https://schema.oparl.org/1.1/System


@dataclass(frozen=True)
class Detected:
    system: Literal["oparl", "press", "sessionnet"]
    name: str | None
    """What the place calls itself."""
    evidence: str
    body: str | None = None
    """The OParl body that the address names."""
    url: str | None = None
    """The OParl system that the body belongs to; None: the address itself is right."""
    body_list: str | None = None
    """Where an OParl system lists its bodies, which are called what people call the place."""


def detect(url: str, content_type: str, answer: bytes) -> Detected | None:
    """What the answer to `url` shows, None when it is neither OParl nor a web page.

    `content_type` is the answer's header, empty where it had none.
    """
    said = _json(answer)
    if isinstance(said, dict):
        return _oparl(url, said)
    if "html" in content_type or answer.lstrip()[:200].lower().startswith((b"<!doctype html", b"<html")):
        title = BeautifulSoup(answer, "lxml").title
        name = " ".join(title.get_text().split()) if title else ""
        return Detected("press", name or None, f"{url} is a web page")
    return None


def bodies_of(answer: bytes) -> dict[str, str]:
    """The bodies in an OParl body list, address -> name; empty for anything else."""
    said = _json(answer)
    listed = said.get("data") if isinstance(said, dict) else said
    bodies = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return {str(one["id"]): _text(one.get("name")) or str(one["id"]) for one in bodies if one.get("id")}


def _oparl(url: str, said: dict[str, object]) -> Detected | None:
    found = OPARL_TYPE.match(str(said.get("type", "")))
    kind = found.group(1) if found else None
    if kind not in ("System", "Body"):
        return None
    evidence = f'{url} says "type": "{said["type"]}"'
    name = _text(said.get("name"))
    if kind == "System":
        return Detected("oparl", name, evidence, body_list=_text(said.get("body")))
    return Detected("oparl", name, evidence, body=url, url=_text(said.get("system")) or url)


def _json(answer: bytes) -> object:
    try:
        return json.loads(answer)
    except ValueError:
        return None


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
