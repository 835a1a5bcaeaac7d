"""Our own ids: made of the source's key, the type and the vendor's own name for the thing, and nothing else.

The same input gives the same id at every scrape, so an id survives a change of host, of scheme and of session. Ids
consist of lower-case letters, digits and ``-`` (Datasette escapes anything else in addresses).
"""

import hashlib
import re
from urllib.parse import parse_qsl, unquote, urlsplit

BODY_SEGMENT = re.compile(r"/(?:bodies|body)/([^/]+)")  # /oparl/bodies/0015/papers/vo/114026
SCRIPT_ENDING = re.compile(r"\.(?:asp|aspx|php|json|html?)$", re.IGNORECASE)  # …/oparl/1.0/papers.asp?id=7
NOT_ID = re.compile(r"[^a-z0-9]+")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
LONGEST = 80
"""Characters of the vendor's name that an id keeps; longer names keep their beginning and a hash."""

PLURALS = {
    "system": ("system", "systems"),
    "body": ("body", "bodies"),
    "legislative-term": ("legislativeterm", "legislativeterms", "legislative_terms", "terms"),
    "organization": ("organization", "organizations", "organisation", "organisations"),
    "person": ("person", "persons", "people"),
    "membership": ("membership", "memberships"),
    "meeting": ("meeting", "meetings"),
    "agenda-item": ("agendaitem", "agendaitems", "agenda_item", "agenda_items"),
    "paper": ("paper", "papers"),
    "consultation": ("consultation", "consultations"),
    "file": ("file", "files"),
    "location": ("location", "locations"),
    "press-release": (),
}
"""Per type the path segments that OParl servers use for it; what stands behind them names the thing."""


def record_id(source: str, type_name: str, vendor_id: str, body: str | None = None) -> str:
    """The id of the record that `source` calls `vendor_id`: ``duesseldorf-paper-vo-114026``.

    `vendor_id` is an address (its host and scheme do not count) or any other name. `body` is the address of the one
    OParl body that the source takes; things of another body carry that body's number in their id. Without `body`,
    body 1 is the unnamed one.
    """
    name = _name_in_address(type_name, vendor_id, body) if "://" in vendor_id else vendor_id
    return f"{source}-{type_name}-{_slug(name)}"


def _name_in_address(type_name: str, address: str, body: str | None) -> str:
    parts = urlsplit(address)
    path = SCRIPT_ENDING.sub("", unquote(parts.path))
    segments = [segment for segment in path.split("/") if segment]
    own = [i for i, segment in enumerate(segments) if segment.lower() in PLURALS[type_name]]
    if type_name == "system":
        segments = segments[-1:]
    elif own:
        segments = segments[own[-1] + 1 :]
        other_body = _other_body(path, parts.query, body)
        if other_body and type_name != "body":
            segments.insert(0, other_body)
    query = [value for name, value in parse_qsl(parts.query) if name.lower() != "body"]
    return "/".join(segments + query + ([parts.fragment] if parts.fragment else [])) or parts.netloc


def _other_body(path: str, query: str, body: str | None) -> str | None:
    """The body's number in an address, unless it is that of `body`: /body/2/paper/7, papers.asp?body=2&id=7."""
    in_path = BODY_SEGMENT.search(path)
    number = in_path.group(1) if in_path else dict(parse_qsl(query.lower())).get("body")
    if not number:
        return None
    taken = BODY_SEGMENT.search(urlsplit(body).path) if body else None
    own = taken.group(1) if taken else "1"
    return None if number.lstrip("0") == own.lstrip("0") else f"b{number}"


def _slug(name: str) -> str:
    """`name` in the letters of an id. Names that would become the same in them are told apart by a hash."""
    folded = name.lower().translate(UMLAUTS)
    slug = NOT_ID.sub("-", folded).strip("-")
    if slug and slug == name.replace("/", "-") and len(slug) <= LONGEST:
        return slug
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "-".join(part for part in (slug[:LONGEST].rstrip("-"), digest) if part)
