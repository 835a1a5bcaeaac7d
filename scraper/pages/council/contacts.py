"""How to reach a person: never taken, wherever a page tells it beside other things."""

import re

LABEL = re.compile(
    r"telefon|\btel\b|fax|\bmobil\b|mobil(?:funk|nummer)|handy|mail|anschrift|adresse|stra(?:ß|ss)e\b|\bplz\b|wohnort"
    r"|kontakt|bearbeit|ansprech|geburt|privat|homepage|internet",
    re.IGNORECASE,
)
"""Tel. dienstl., E-Mail, Bearbeiter/in, Ansprechpartner; not: Mobilität"""
VALUE = re.compile(r"[\w.+-]+(?:@|\s*\((?:at|ät)\)\s*)[\w-]+\.\w|\b(?:Tel|Fax|Telefon|Mobil|Handy)\b[.:]*\s*[+(0-9]")
"""Erika Muster, erika@example.org; Frau Muster, Tel.: 0123 45"""


def is_contact(label: str, text: str) -> bool:
    """Whether what stands under that label is how to reach a person."""
    return LABEL.search(label) is not None or VALUE.search(text) is not None
