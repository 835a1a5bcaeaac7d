"""The SessionNet faces over real HTTP: sessions, forms."""

from collections.abc import Iterator

import httpx
import pytest

from scraper.sample.generate import make_town
from scraper.sample.server import LARGEST_FORM, Faces, serving

town = make_town()


@pytest.fixture(scope="module")
def faces() -> Iterator[Faces]:
    with serving(town, port=0) as running:
        yield running


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, follow_redirects=True) as one:
        yield one


def test_both_are_sites_of_their_own(faces: Faces, client: httpx.Client) -> None:
    assert client.get(faces.sessionnet).url == f"{faces.sessionnet}/bi/info.php"
    assert client.get(faces.sessionnet_classic).url == f"{faces.sessionnet_classic}/info.asp"
    for base in (faces.sessionnet, faces.sessionnet_classic):
        assert "Allow: /" in client.get(f"{base}/robots.txt").text


def test_who_has_seen_the_calendar_may_see_the_agenda(faces: Faces, client: httpx.Client) -> None:
    agenda = f"{faces.sessionnet_classic}/si0057.asp?__ksinr=1"
    assert client.get(agenda).url == f"{faces.sessionnet_classic}/error.asp"
    client.get(f"{faces.sessionnet_classic}/si0040.asp")
    assert "smc_topht" in client.get(agenda).text


def test_a_posted_form_ends_at_the_file(faces: Faces, client: httpx.Client) -> None:
    file = next(one for one in town.files if one.kind == "attachment")
    answer = client.post(f"{faces.sessionnet_classic}/ydocstart.asp", data={"DT": str(file.id)})
    assert answer.url == f"{faces.sessionnet_classic}/getfile.asp?id={file.id}&type=do"
    assert answer.headers["Content-Type"] == "application/pdf"
    assert file.file_name in answer.headers["Content-Disposition"]


def test_a_form_that_is_too_long_or_of_no_length_is_refused(faces: Faces, client: httpx.Client) -> None:
    address = f"{faces.sessionnet_classic}/ydocstart.asp"
    assert client.post(address, content=b"x" * (LARGEST_FORM + 1)).status_code == 413
    assert client.post(address, content=iter([b"DT=1"])).status_code == 411
    assert client.get(faces.sessionnet).status_code == 200
