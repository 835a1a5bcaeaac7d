import pytest

from pipelines.identity import record_id

DUESSELDORF = "https://ris-oparl.example.org/Oparl/bodies/0015"


@pytest.mark.parametrize(
    ("type_name", "vendor_id", "expected"),
    [
        ("paper", f"{DUESSELDORF}/papers/vo/114026", "town-paper-vo-114026"),
        ("organization", f"{DUESSELDORF}/organizations/gr/32130", "town-organization-gr-32130"),
        ("meeting", "https://rim.example.org/webservice/oparl/v1.0/body/1/meeting/898", "town-meeting-b1-898"),
        ("body", DUESSELDORF, "town-body-0015"),
        ("system", "https://ris-oparl.example.org/Oparl/system", "town-system-system"),
        ("paper", "https://allris.example.org/oi/oparl/1.1/papers.asp?id=1047", "town-paper-1047"),
        ("agenda-item", "4804", "town-agenda-item-4804"),
        ("consultation", f"{DUESSELDORF}/consultations/19822#2", "town-consultation-19822-2"),
    ],
)
def test_an_id_is_made_of_what_the_vendor_calls_the_thing(type_name: str, vendor_id: str, expected: str) -> None:
    assert record_id("town", type_name, vendor_id, body=DUESSELDORF) == expected


def test_without_a_chosen_body_body_1_is_the_unnamed_one() -> None:
    first, second = (f"https://rim.example.org/oparl/body/{n}/meeting/898" for n in (1, 2))
    assert record_id("town", "meeting", first) == "town-meeting-898"
    assert record_id("town", "meeting", second) == "town-meeting-b2-898"


@pytest.mark.parametrize(
    "moved",
    [
        "http://ris-oparl.example.org/Oparl/bodies/0015/papers/vo/114026",
        "https://ris.example.com/Oparl/bodies/0015/papers/vo/114026",
    ],
)
def test_a_new_host_or_scheme_changes_no_id(moved: str) -> None:
    before = record_id("town", "paper", f"{DUESSELDORF}/papers/vo/114026", body=DUESSELDORF)
    assert record_id("town", "paper", moved, body=DUESSELDORF) == before


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ab/c", "ab/c"), ("a_b", "a-b"), ("a.b", "a b"), ("x" * 200, "x" * 201), ("Maße", "Masse"), ("", "-")],
)
def test_names_that_look_alike_in_id_letters_stay_apart(one: str, other: str) -> None:
    assert record_id("town", "file", one) != record_id("town", "file", other)


def test_ids_are_lower_case_letters_digits_and_hyphens() -> None:
    made = record_id("town", "press-release", "https://partei.example.org/Größe: 100 %/?p=7&x=ÄÖ")
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
