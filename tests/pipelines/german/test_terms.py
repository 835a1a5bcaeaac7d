import pytest

from pipelines.german.terms import paper_kind


@pytest.mark.parametrize(
    ("paper_type", "kind"),
    [
        ("Beschlussvorlage", "proposal"),
        ("Vorlagen", "proposal"),
        ("Informationsvorlage", "notice"),
        ("Mitteilungsvorlage", "notice"),
        ("Berichtsvorlage", "report"),
        ("Antrag", "motion"),
        ("Dringlichkeitsantrag der Fraktion", "motion"),
        ("Änderungsantrag", "amendment"),
        ("Ergänzungsantrag", "amendment"),
        ("Anfrage", "inquiry"),
        ("Große Anfrage", "inquiry"),
        ("Beantwortung einer Anfrage", "answer"),
        ("Stellungnahme der Verwaltung", "answer"),
        ("Anregung nach § 24 GO NRW", "petition"),
        ("Bürgerantrag", "petition"),
        ("Tischumdruck", "other"),
        ("", None),
        (None, None),
    ],
)
def test_papers_of_all_towns_fall_into_a_few_kinds(paper_type: str | None, kind: str | None) -> None:
    assert paper_kind(paper_type) == kind
