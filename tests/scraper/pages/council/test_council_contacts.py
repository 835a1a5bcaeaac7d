import pytest

from scraper.pages.council.contacts import is_contact


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Telefon", "0123 456"),
        ("Tel. dienstlich", "0123 456"),
        ("E-Mail", "erika"),
        ("Bearbeiter/-in", "Muster, Erika"),
        ("Ansprechpartnerin", "Frau Muster"),
        ("Straße", "Weg 1"),
        ("Mobil", "0123 456"),
        ("Hinweis", "Rückfragen an erika.muster@example.org"),
        ("Hinweis", "Rückfragen: Tel.: 0123 456"),
    ],
)
def test_how_to_reach_a_person_is_known(label: str, text: str) -> None:
    assert is_contact(label, text)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Art der Mitarbeit", "Mitglied"),
        ("Fraktion", "Gruppe Mitte"),
        ("Mobilität", "Radwege"),
        ("Aktenzeichen", "61.20/2027"),
        ("Status", "öffentlich"),
        ("Thema", "Tel Aviv als Partnerstadt"),
    ],
)
def test_other_things_are_kept(label: str, text: str) -> None:
    assert not is_contact(label, text)
