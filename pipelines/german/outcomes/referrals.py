"""The committee that an item was referred to, as it is written."""

import re

_BODY = re.compile(
    r"(?i)ausschu(?:ss|ß)|ausschüsse|rat\b|räte\b|vertretung|gremium|kommission|kreis|versammlung|senat|verwaltung"
    r"|fraktion|tag\b"
)
"""What such a body's name holds: Planungsausschuss, Ortsbeirat, Bezirksvertretung 1 (Altstadt), Kreistag"""
_TO = r"\b(?:in|an|im|beim)\b(?: (?:den|die|das|dem|der))? (?:zuständigen )?(?P<body>(?=[A-ZÄÖÜ])"
_LISTED = r",(?= [A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)* und [A-ZÄÖÜ])"
"""A comma within a name: Ausschuss für Bauen, Planen und Umwelt"""
_REFERRED = re.compile(
    rf"{_TO}[^.;:]{{2,160}}?)(?= (?:zurück|weiter)?(?:verwiesen|überwiesen|geleitet|zu (?:ver|über)weisen))"
)
"""in den Ausschuss für Umwelt, Klima und Verkehr verwiesen"""
_NAMED = re.compile(
    rf"{_TO}(?:[^.;,:\n]|{_LISTED}){{2,120}}?)(?=\s*(?:\b(?:verwiesen|überwiesen|zurück\w*|weiter\w*|am|zur|zum|ohne"
    rf"|mit|wird|werde|wurde"
    r"|vor|öffentlich|nicht|statt|als|zu)\b|[.;:\n]|"
    rf"(?!{_LISTED}),|\Z))"
)
"""Behandlung im Planungsausschuss am 14. Januar"""


def committee_of(text: str) -> str | None:
    """None where the text says "in die Ausschüsse" in no words that name one."""
    line = re.sub(r"\s+", " ", text)
    for pattern in (_REFERRED, _NAMED):
        for found in pattern.finditer(line):
            body = found["body"].strip()
            if _BODY.search(body) and not re.search(r"\b(?:im|in|an|am)\b", body):
                return body
    return None
