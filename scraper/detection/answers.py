"""What one answer shows of its system: OParl, the pages of a council, or a page that may hold press releases."""

import json
import re
from dataclasses import dataclass

from scraper.detection.products import Product, product_of, start_of
from scraper.pages.press.document import parsed, text_of

OPARL_TYPE = re.compile(r"^https?://schema\.oparl\.org/1\.\d/(\w+)$")  # https://schema.oparl.org/1.1/System


@dataclass(frozen=True)
class Detected:
    system: str | None
    """As in sources.yml; None: the pages of a council system that is known and not read."""
    name: str | None
    """What the place calls itself."""
    evidence: str
    url: str
    """Where a source of that system begins."""
    version: str | None = None
    product: Product | None = None
    """The council system that made the page."""
    body: str | None = None
    """The OParl body that the address names."""
    body_list: str | None = None
    """Where an OParl system lists its bodies, which are called what people call the place."""


def detect(url: str, content_type: str, answer: bytes) -> Detected | None:
    """What the answer to `url` shows, None when it is neither OParl nor a page of a council system nor a web page, and
    when it is empty.

    `content_type` is the answer's header, empty where it had none.
    """
    said = _json(answer)
    if isinstance(said, dict) and (found := _oparl(url, said)):
        return found
    page = answer.decode("utf-8", "replace")
    product = product_of(page, url)
    if product:
        start = start_of(product.system, url, page) if product.system else url
        evidence = f"{url} says {product.evidence!r}"
        return Detected(product.system, None, evidence, start, product.version, product)
    if not answer.strip():
        return None
    if "html" in content_type or answer.lstrip()[:200].lower().startswith((b"<!doctype html", b"<html")):
        name = text_of(parsed(answer, content_type).title)
        return Detected("press", name or None, f"{url} is a web page of no council system that is known", url)
    return None


def bodies_of(answer: bytes) -> dict[str, dict[str, object]]:
    """The bodies in an OParl body list by their addresses; empty for anything else."""
    said = _json(answer)
    listed = said.get("data") if isinstance(said, dict) else said
    bodies = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return {str(one["id"]): one for one in bodies if one.get("id")}


def name_of_body(address: str, body: dict[str, object]) -> str:
    """What a body is called; its address where it has no name."""
    return _text(body.get("name")) or address


def _oparl(url: str, said: dict[str, object]) -> Detected | None:
    found = OPARL_TYPE.match(str(said.get("type", "")))
    kind = found.group(1) if found else None
    if kind not in ("System", "Body"):
        return None
    evidence = f'{url} says "type": "{said["type"]}"'
    version = str(said["type"]).split("/")[-2]
    name = _text(said.get("name"))
    if kind == "System":
        return Detected("oparl", name, evidence, url, version, body_list=_text(said.get("body")))
    return Detected("oparl", name, evidence, _text(said.get("system")) or url, version, body=url)


def _json(answer: bytes) -> object:
    try:
        return json.loads(answer)
    except ValueError:
        return None


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
