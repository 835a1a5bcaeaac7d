"""How far a printed title may differ from the agenda's, and where another one begins."""

import pytest

from pipelines.derive.minutes.titles import Title


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Änderung der Hundesteuersatzung", ["Änderung der Hunde-", "steuersatzung"]),
        ("Änderung der Hundesteuersatzung", ["AENDERUNG DER HUNDESTEUERSATZUNG"]),
        ("Bebauungsplan Nr. 12 „Am Bach“", ["Bebauungsplan Nr. 12 Am Bach", "Vorlage 7/2024"]),
        ("Straßenausbau in der Gießener Straße", ["Strassenausbau in der Giessener Strasse"]),
        ("Genehmigung der Niederschrift vom 09.02.2024", ["Genehmigung der Niederschrift vom 9. Februar 2024"]),
    ],
)
def test_the_same_title(name: str, lines: list[str]) -> None:
    title = Title(name)
    assert title.fit(lines).score >= title.enough


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Anfragen", "Anträge"),
        ("Jahresabschluss 2023 der Stadtwerke", "Jahresabschluss 2024 der Stadtwerke"),
        ("Antrag der CDU-Fraktion zum Radverkehr", "Antrag der SPD-Fraktion zum Radverkehr"),
        ("Bebauungsplan Nr. 12: Aufstellung", "Bebauungsplan Nr. 13: Aufstellung"),
        ("Sanierung der Turnhalle", "Die Verwaltung berichtet"),
        ("Haushalt", "Haushaltssatzung"),
    ],
)
def test_another_title(name: str, line: str) -> None:
    title = Title(name)
    assert title.fit([line]).score < title.alike


def test_where_the_title_ends_on_its_line() -> None:
    fit = Title("Wahl der Schriftführung").fit(["Wahl der Schriftführung - einstimmig"])
    assert (fit.score, fit.lines, fit.rest_at) == (1.0, 1, 23)
