"""The directory of German councils known to answer in OParl: where, in which system, and whether it answered last time.

oparl.tsv holds facts only, a line a server: name, system (the product; empty where unknown), address of the OParl
system, Wikidata item of the place (empty where unknown), and the month in which it last answered (empty: it did not
when it was last tried).
"""

import csv
import unicodedata
from dataclasses import dataclass
from importlib.resources import files

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True)
class Council:
    name: str
    system: str
    address: str
    wikidata: str
    answered: str
    """ISO month, or empty."""


def all_councils() -> list[Council]:
    """The whole directory, in the order of names."""
    with files("scraper.councils").joinpath("oparl.tsv").open(encoding="utf-8") as lines:
        return [Council(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def find_councils(words: str) -> list[Council]:
    """The councils whose name holds all of `words`, in any order and however umlauts are typed.

    >>> [council.name for council in find_councils("koeln stadt")]
    ['Stadt Köln']
    """
    wanted = [_spellings(word) for word in words.split()]
    return [one for one in all_councils() if all(_holds(one.name, spellings) for spellings in wanted)]


def _holds(name: str, spellings: set[str]) -> bool:
    return any(wanted in spelling for wanted in spellings for spelling in _spellings(name))


def _spellings(text: str) -> set[str]:
    """`text` with umlauts spelled out ("koeln") and with their dots left out ("koln")."""
    folded = unicodedata.normalize("NFC", text).lower()
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return {folded.translate(UMLAUTS), bare.replace("ß", "ss")}
