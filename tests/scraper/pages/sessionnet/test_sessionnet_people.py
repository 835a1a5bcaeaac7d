import pytest

from scraper.items import LegislativeTerm, Membership, Organization, Person
from tests.scraper.pages.sessionnet.saved import PAGES, SHOWN_AT, SITE, leads_to, of, read, read_as


def test_the_list_of_committees_with_its_groups_and_terms() -> None:
    reading = read("gr0040-layout6.html")
    assert of(reading, LegislativeTerm) == [
        {"vendor_id": "8", "name": "Wahlperiode ab 2025", "start_date": "01.11.2025"},
        {
            "vendor_id": "6",
            "name": "Wahlperiode 2020 - 2025",
            "start_date": "01.11.2020",
            "end_date": "31.10.2025",
        },
    ]
    assert of(reading, Organization) == [
        {"vendor_id": "12", "name": "Werkausschuss", "organization_type": "Gremium"},
        {
            "vendor_id": "31",
            "name": "Fraktion Stadtgrün",
            "organization_type": "Fraktion",
            "classification": "Fraktionen",
        },
        {
            "vendor_id": "44",
            "name": "Seniorenkreis",
            "organization_type": "Gremium",
            "classification": "Fraktionen",
        },
    ]
    assert leads_to(reading)["organization", "44"] == "kp0040.asp?__kgrnr=44&__cwpall=1"
    assert [(complaint.severity, complaint.came) for complaint in reading.complaints] == [
        ("warning", "'Runder Tisch' without a link")
    ]


def test_a_committee_and_its_members() -> None:
    reading = read("kp0040-layout6.html")
    assert of(reading, Organization) == [
        {"vendor_id": "12", "source_url": f"{SITE}kp0040.asp?__kgrnr=12", "name": "Werkausschuss"}
    ]
    assert of(reading, Person) == [
        {"vendor_id": "261", "name": "Hanne Beispiel"},
        {"vendor_id": "12-Ole Muster", "name": "Ole Muster"},
    ]
    assert of(reading, Membership) == [
        {
            "vendor_id": "261-12",
            "person": "261",
            "organization": "12",
            "role": "Vorsitz",
            "voting_right": True,
            "other": {"Mitgliedschaft": "Stadtgrün", "Gruppe": "Vorsitz", "Funktion": "stimmberechtigtes Mitglied"},
        },
        {
            "vendor_id": "12-Ole Muster-12",
            "person": "12-Ole Muster",
            "organization": "12",
            "role": "Sachk. Bürger/in (ohne Stimmr.)",
            "voting_right": False,
            "other": {"Gruppe": "Beratende Mitglieder"},
        },
    ]
    assert leads_to(reading) == {("person", "261"): "pe0051.asp?__kpenr=261"}
    assert reading.complaints == []


def test_a_person_without_address_and_telephone() -> None:
    reading = read("kp0050-layout6.html")
    assert of(reading, Person) == [
        {
            "vendor_id": "261",
            "source_url": f"{SITE}kp0050.asp?__kpenr=261",
            "name": "Hanne Beispiel",
            "form_of_address": "Frau",
        }
    ]
    # The latest membership is named as on the committee's page, the earlier one by its beginning too.
    assert [
        (one["vendor_id"], one["role"], one["start_date"], one.get("end_date")) for one in of(reading, Membership)
    ] == [
        ("261-12-01.11.2020", "Mitglied", "01.11.2020", "31.10.2025"),
        ("261-12", "Ratsmitglied", "01.11.2025", None),
        ("261-31", "Sprecherin", "03.01.2026", None),
    ]
    assert leads_to(reading)["person", "261-memberships"] == "kp0050.asp?__kpenr=261&__cwpall=1"
    assert reading.complaints == []
    assert "09999" not in str(reading.items)
    assert "hanne@" not in str(reading.items)


def test_former_members_are_named_as_on_their_own_pages() -> None:
    page = PAGES.joinpath("kp0040-layout6.html").read_bytes()
    name = b"<td class='pename'><a href='pe0051.asp?__kpenr=261'>Hanne Beispiel</a></td>"
    row = b"<tr>" + name + b"<td class='amname'>%s</td>%s</tr>"
    before = row % (b"Mitglied", b"<td class='mgadat'>01.11.2020</td><td class='mgedat'>31.10.2025</td>")
    now = row % (b"Vorsitz", b"<td class='mgdat'>von 01.11.2025</td>")
    body = page[: page.index(b"<tbody>")] + b"<tbody>" + before + now + b"</tbody></table></body></html>"
    found = of(read_as(body, f"{SITE}kp0040.asp?__kgrnr=31&__cwpall=1"), Membership)
    assert [(one["vendor_id"], one["role"], one["start_date"], one.get("end_date")) for one in found] == [
        ("261-31-01.11.2020", "Mitglied", "01.11.2020", "31.10.2025"),
        ("261-31", "Vorsitz", "01.11.2025", None),
    ]


@pytest.mark.parametrize(("page", "name"), [("kp0040-layout6.html", "Werkausschuss"), ("kp0050-layout6.html", None)])
def test_the_heading_of_a_town_s_frame_is_nobody_s_name(page: str, name: str | None) -> None:
    frame = b"<body><header><h1>Stadt Klarhausen</h1></header>"
    body = PAGES.joinpath(page).read_bytes().replace(b"<body>", frame)
    reading = read_as(body, SITE + SHOWN_AT[page])
    named = of(reading, Organization)[0]["name"] if name else of(reading, Person)[0]["name"]
    assert named == (name or "Hanne Beispiel")


def test_a_committee_of_a_person_without_a_page_is_told_of() -> None:
    page = PAGES.joinpath("kp0050-layout6.html").read_bytes()
    body = page.replace(b'<a href="kp0040.asp?__kgrnr=31">Fraktion Stadtgr\xc3\xbcn</a>', b"Kreisrat")
    reading = read_as(body, f"{SITE}kp0050.asp?__kpenr=261")
    assert [one["organization"] for one in of(reading, Membership)] == ["12", "12"]
    assert [(one.severity, one.came) for one in reading.complaints] == [("warning", "'Kreisrat' without a link")]


@pytest.mark.parametrize(
    ("group", "may_vote"),
    [
        ("Ausschussmitglieder mit Stimmrecht:", True),
        ("Ausschussmitglieder mit beratender Stimme:", False),
        ("Weitere beratende Mitglieder", False),
        ("Mitglieder des Beratungsausschusses", None),
    ],
)
def test_a_heading_of_members_says_whether_they_may_vote(group: str, may_vote: bool | None) -> None:
    page = PAGES.joinpath("kp0040-layout6.html").read_text()
    body = page.replace("Beratende Mitglieder", group).replace(" (ohne Stimmr.)", "")
    found = of(read_as(body.encode(), f"{SITE}kp0040.asp?__kgrnr=12"), Membership)
    assert found[1].get("voting_right") is may_vote


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        ("gr0040-layout6.html", b"grname", b"x", "the committee's name in its own cell"),
        ("gr0040-layout6.html", b">Werkausschuss</a>", b"></a>", "the name of committee 12"),
        ("gr0040-layout6.html", b"<table", b"<div", "all committees to be read"),
        ("kp0040-layout6.html", b"pename", b"x", "all members to be read"),
        ("kp0040-layout6.html", b"<h1 class=\"smc_h1\">Werkausschuss</h1>", b"", "a committee with its name"),
        ("kp0040-layout6.html", b">Ole Muster<", b"><", "the name of each member"),
        ("kp0050-layout6.html", b'class="smc_field_grname"', b"", "the committee's name in its own cell"),
        ("kp0050-layout6.html", b"h1", b"h6", "a person with their name"),
        ("kp0050-layout6.html", b"</html>", b"", "a whole page"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(page: str, old: bytes, new: bytes, expected: str) -> None:
    body = PAGES.joinpath(page).read_bytes()
    assert old in body
    complaints = read_as(body.replace(old, new), SITE + SHOWN_AT[page]).complaints
    assert any(complaint.expected.startswith(expected) for complaint in complaints), complaints
