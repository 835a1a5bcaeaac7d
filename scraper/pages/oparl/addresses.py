"""Addresses of one OParl server: which name the same object, and where to ask for it.

Servers write their own addresses with http and with https, with a host name of the inside, or with one they had before
they moved (a recorded server that is replayed elsewhere is the same case). So three things are kept apart: the address
as found, the canonical one (the vendor_id: scheme and host as the server's system or body calls itself), and the one
that is asked for (scheme and host as the server was reached).
"""

import re
from typing import TypeGuard
from urllib.parse import parse_qsl, urljoin, urlsplit, urlunsplit

DEFAULT_PORTS = {"http": ":80", "https": ":443"}

PAGE_NUMBER = re.compile(r"([?&](?:page|p|seite)=)(\d+)")
"""The number of a list page: ?page=3, ALLRIS ?body=1&p=3."""


class Addresses:
    """The names of one server. `reached` is an address under which it has answered."""

    def __init__(self, reached: str) -> None:
        self._reached = _origin(reached)
        self._canonical = self._reached
        self._hosts = {_host(reached)}

    def called(self, own_name: str) -> None:
        """The server says that it is called so: the id of its system, or of its body where it has no system."""
        if _is_web_address(own_name):
            self._canonical = _origin(own_name)
            self.also_called(own_name)

    def also_called(self, name: str) -> None:
        """`name` is another address of the same server."""
        if _is_web_address(name):
            self._hosts.add(_host(name))

    def is_ours(self, address: str) -> bool:
        return _is_web_address(address) and _host(address) in self._hosts

    def canonical(self, address: str) -> str:
        """The one spelling of `address` under which its object is known. Those of other servers stay as they are."""
        absolute = self._absolute(address)
        if not self.is_ours(absolute):
            return absolute
        return _moved(absolute, self._canonical)

    def to_ask(self, address: str) -> str:
        """Where to ask for `address`. Scheme and host are those we were told, whatever the server writes."""
        return _moved(self._absolute(address), self._reached).partition("#")[0]

    def _absolute(self, address: str) -> str:
        address = address.strip()
        return "://".join(self._canonical) + address if address.startswith("/") else address


def is_address(value: object) -> TypeGuard[str]:
    """Whether `value` is an address: https://..., or one without its host, /oparl/paper/7."""
    if not isinstance(value, str) or re.search(r"\s", stripped := value.strip()):
        return False
    return _is_web_address(stripped) or (stripped.startswith("/") and len(stripped) > 1)


def joined(page: str, link: str) -> str | None:
    """The address that `link` has on `page`: "?page=2" stands for the same list. None: it is no address."""
    try:
        address = urljoin(page, link.strip())
    except ValueError:
        return None
    return address if is_address(address) else None


def with_query(address: str, parameters: dict[str, str]) -> str:
    """`address` with `parameters` set. They are written as they are: Somacos refuses percent-encoded values."""
    parts = urlsplit(address)
    kept = [pair for pair in parts.query.split("&") if pair and pair.partition("=")[0] not in parameters]
    query = "&".join([*kept, *(f"{name}={value}" for name, value in parameters.items())])
    return urlunsplit(parts._replace(query=query, fragment=""))


def page_number(address: str, without: int = 1) -> int:
    """The number in the address of a list page; `without`: that of a page whose address has none."""
    match = PAGE_NUMBER.search(address)
    return int(match[2]) if match else without


def numbered(address: str, number: int) -> str:
    """The page `number` of the list that `address` is a page of."""
    if PAGE_NUMBER.search(address):
        return PAGE_NUMBER.sub(rf"\g<1>{number}", address, count=1)
    return with_query(address, {"page": str(number)})


def page_key(address: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The same for addresses of one page, however its query is ordered or its host is called."""
    parts = urlsplit(address)
    return parts.path.rstrip("/"), tuple(sorted(parse_qsl(parts.query, keep_blank_values=True)))


def _is_web_address(address: str) -> bool:
    if not address.lower().startswith(("http://", "https://")):
        return False
    try:
        return bool(urlsplit(address).netloc)
    except ValueError:  # "http://[": an unfinished IPv6 address
        return False


def _origin(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.scheme.lower(), _netloc(parts.scheme.lower(), parts.netloc)


def _netloc(scheme: str, netloc: str) -> str:
    return netloc.lower().removesuffix(DEFAULT_PORTS.get(scheme, ":"))


def _host(address: str) -> str:
    return _origin(address)[1].removeprefix("www.")


def _moved(address: str, origin: tuple[str, str]) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(scheme=origin[0], netloc=origin[1]))
