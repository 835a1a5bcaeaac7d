"""What German councils call their papers, in the few kinds that can be compared between towns."""

import re

PAPER_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        # The order decides: a "Beantwortung einer Anfrage" is no inquiry, an "Änderungsantrag" no motion.
        ("answer", r"beantwort|stellungnahme|\bantwort|anfragenbeantwortung"),  # Beantwortung einer Anfrage
        ("amendment", r"(?:änderungs|aenderungs|ergänzungs|ergaenzungs|zusatz|gegen)antrag"),  # Änderungsantrag
        ("petition", r"petition|bürgerantrag|einwohnerantrag|anregung|bürgerbegehren|eingabe"),  # Anregung nach § 24 GO
        ("inquiry", r"anfrage|\bfrage"),  # Große Anfrage
        ("motion", r"antrag|resolution"),  # Dringlichkeitsantrag
        ("notice", r"mitteilung|bekanntgabe|kenntnis|information|\binfo"),  # Mitteilungsvorlage
        ("report", r"bericht"),  # Berichtsvorlage
        ("proposal", r"vorlage|beschluss|drucksache|entscheidung|satzung"),  # Beschlussvorlage
    )
)
"""Kinds as in DOMAIN terms: motion, amendment, inquiry, answer, proposal, report, notice, petition, other."""


def paper_kind(paper_type: str | None) -> str | None:
    """The kind of a paper whose type the source calls `paper_type`; ``other`` when no rule knows it, None without one.

    >>> paper_kind("Änderungsantrag der Fraktion")
    'amendment'
    """
    if not paper_type:
        return None
    return next((kind for kind, pattern in PAPER_KINDS if pattern.search(paper_type)), "other")
