"""sources.yml: reading it, checking it, adding to it."""

from scraper.sources.model import CONTACT_ADVICE, SYSTEMS, PressRules, Source, Sources, SourcesError
from scraper.sources.reading import load_sources, read_sources
from scraper.sources.writing import add_source, default_key, entry_of

__all__ = [
    "CONTACT_ADVICE",
    "SYSTEMS",
    "PressRules",
    "Source",
    "Sources",
    "SourcesError",
    "add_source",
    "default_key",
    "entry_of",
    "load_sources",
    "read_sources",
]
