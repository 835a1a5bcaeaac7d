"""Web addresses: what is wrong with one, whose host it is, and whether that is this very machine."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

WHITE_SPACE_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f]")
"""``https://example.org/rats info``"""
BARE_HOST = re.compile(r"^[\w-]+(\.[\w-]+)+(:\d+)?(/|$)")
"""``www.example.org/ris``, an address whose https:// is missing."""


def fault_of(address: str) -> str | None:
    """What keeps `address` from being the full http or https address of a public page; None if nothing does."""
    if WHITE_SPACE_OR_CONTROL.search(address):
        return f'"{address}" holds white space'
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        return f'"{address}" is not a web address: {error}'
    if parts.scheme not in ("http", "https"):
        hint = f"; did you mean https://{address} ?" if BARE_HOST.match(address) else ""
        return f'"{address}" does not begin with https:// or http://{hint}'
    if not parts.hostname or port == 0:
        return f'"{address}" names no host'
    if parts.username or parts.password:
        return f"the address at {parts.hostname} holds a user name; nothing behind a login is archived"
    return None


def host_of(address: str) -> str:
    """The host in lower case, without port: what Scrapy calls a download slot. "" if there is none."""
    return urlsplit(address).hostname or ""


def is_loopback(address: str) -> bool:
    """Whether `address` is on this machine: localhost, 127.0.0.0/8, ::1 (RFC 6761, RFC 5735)."""
    host = host_of(address).rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
