"""What a face is asked and what it answers. No network here: server.py does that."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit


@dataclass(frozen=True)
class Request:
    """`base` is the face's own root as the outside sees it, without a slash at the end."""

    base: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = None
    """What a form posted; None for GET and HEAD."""
    cookies: str = ""
    """The Cookie header as sent."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """All headers as sent, by their names in lower case."""

    @staticmethod
    def of(
        base: str,
        target: str,
        *,
        form: str | None = None,
        cookies: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> "Request":
        """From the target of an HTTP request line, "/wp-json/wp/v2/posts?page=2", and a posted form, "DT=12"."""
        parts = urlsplit(target)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        posted = None if form is None else dict(parse_qsl(form, keep_blank_values=True))
        sent = {name.lower(): value for name, value in (headers or {}).items()}
        return Request(base, parts.path, query, posted, cookies, sent)

    def whole_number(self, name: str, otherwise: int) -> int:
        """The value of a query parameter; `otherwise` where it is missing or no whole number."""
        text = self.query.get(name, "")
        return int(text) if text.isascii() and text.isdigit() else otherwise

    def moment(self, name: str, zone: Any) -> datetime | None:
        """A date-time of the query, in `zone` where it names none; None where missing.

        A plus sign that was sent bare arrives as a space; both are read. Raises ValueError for anything else.
        """
        text = self.query.get(name)
        if not text:
            return None
        found = datetime.fromisoformat(text.replace(" ", "+"))
        return found if found.tzinfo else found.replace(tzinfo=zone)

    def with_query(self, **changed: int | str) -> str:
        """This address with some query parameters changed, the others kept."""
        query = {**self.query, **{name: str(value) for name, value in changed.items()}}
        return f"{self.base}{self.path}?{urlencode(query)}"


@dataclass(frozen=True)
class Response:
    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Face = Callable[[Request], Response]


def as_json(content: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(body, "application/json; charset=utf-8", status, headers or {})


def as_html(page: str, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(page.encode(), "text/html; charset=utf-8", status, headers or {})


def as_xml(document: str) -> Response:
    return Response(document.encode(), "application/xml; charset=utf-8")


def redirect(url: str) -> Response:
    return Response(b"", status=301, headers={"Location": url})


def robots(base: str, sitemap: str | None = None) -> Response:
    """Everything is allowed, at any speed: nobody else uses this server."""
    lines = ["User-agent: *", "Allow: /"] + ([f"Sitemap: {base}{sitemap}"] if sitemap else [])
    return Response(("\n".join(lines) + "\n").encode(), "text/plain; charset=utf-8")
