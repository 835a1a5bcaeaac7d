"""The values of sources.yml: one function for each kind, YAML scalar -> Python value.

Each raises ValueError with the second half of a sentence: what is wrong with the value, and what to write instead.
"""

import math
import re
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches

import soupsieve
from yaml.nodes import ScalarNode

from scraper.addresses import fault_of

CONTACT = re.compile(r"[^\s()<>@]+@[\w-]+(\.[\w-]+)+|https?://[^\s()<>]+", re.ASCII)
"""``archiv@example.org`` or ``https://example.org/archiv``: what can stand in a User-Agent."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
"""``2015-01-01``"""
GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
"""``1.1.2015``"""
NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
"""``1.5``"""

TEXT_TAG = "tag:yaml.org,2002:str"


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """The end of a sentence: ``; did you mean "delay"?`` where one of `known` is near, else a full stop."""
    near = get_close_matches(written.lower(), list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else "."


def text(node: ScalarNode) -> str:
    if node.tag != TEXT_TAG:
        raise ValueError(f'must be text; put it in quotes: "{node.value}"')
    value = " ".join(node.value.split())
    if not value:
        raise ValueError("is empty; write a value or remove the line")
    return value


def address(node: ScalarNode) -> str:
    value = node.value.strip()
    fault = fault_of(value)
    if fault:
        raise ValueError(f"is no address to ask: {fault}")
    return str(value)


def contact(node: ScalarNode) -> str:
    value = text(node)
    if not value.isascii() or not CONTACT.fullmatch(value):
        raise ValueError(f'must be an e-mail or web address such as archiv@example.org, not "{value}"')
    return value


def day(node: ScalarNode) -> date:
    if DAY.fullmatch(node.value):
        try:
            return date.fromisoformat(node.value)
        except ValueError:
            raise ValueError(f'is not a day of the calendar: "{node.value}"') from None
    german = GERMAN_DAY.fullmatch(node.value)
    example = f"{german[3]}-{int(german[2]):02}-{int(german[1]):02}" if german else "2015-01-01"
    raise ValueError(f'must be a day written like {example}, not "{node.value}"')


def seconds(node: ScalarNode) -> float:
    value = float(node.value) if node.tag != TEXT_TAG and NUMBER.fullmatch(node.value) else -1.0
    if value < 0 or not math.isfinite(value):
        raise ValueError(f'must be a number of seconds such as 1.5, without quotes or unit, not "{node.value}"')
    return value


def yes_or_no(node: ScalarNode) -> bool:
    if node.value not in ("true", "false"):
        raise ValueError(f'must be true or false, not "{node.value}"')
    return bool(node.value == "true")


def which_files(node: ScalarNode) -> str:
    """true and false are all and none."""
    known = {"true": "all", "false": "none", "all": "all", "minutes": "minutes", "none": "none"}
    if node.value not in known:
        raise ValueError(f'must be all, minutes or none, not "{node.value}"{did_you_mean(node.value, known)}')
    return known[node.value]


def regular_expression(node: ScalarNode) -> str:
    value = text(node)
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f'is not a regular expression: {error} in "{value}"') from None
    return value


def selector(node: ScalarNode) -> str:
    """A CSS selector that Beautiful Soup understands."""
    value = text(node)
    try:
        soupsieve.compile(value)
    except soupsieve.SelectorSyntaxError:
        raise ValueError(f'is not a CSS selector: "{value}"') from None
    return value


def one_of(*known: str) -> Callable[[ScalarNode], str]:
    def read(node: ScalarNode) -> str:
        if node.value not in known:
            suggestion = did_you_mean(node.value, known)
            raise ValueError(f'must be {" or ".join(known)}, not "{node.value}"{suggestion}')
        return str(node.value)

    return read
