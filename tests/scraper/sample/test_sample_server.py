"""Musterstadt over real HTTP, on loopback."""

import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import fields

import httpx
import pytest

from scraper.sample.generate import make_town
from scraper.sample.server import Faces, PortTakenError, sample_sources, serving

town = make_town()
SITES = len(fields(Faces))


@pytest.fixture(scope="module")
def faces() -> Iterator[Faces]:
    with serving(town, port=0) as running:
        yield running


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False) as one:
        yield one


def test_each_face_is_a_site_of_its_own(faces: Faces, client: httpx.Client) -> None:
    assert len({faces.council, faces.wordpress, faces.feed}) == 3
    for base in (faces.council, faces.wordpress, faces.feed):
        assert base.startswith("http://127.0.0.1:")
        assert "Allow: /" in client.get(f"{base}/robots.txt").text
        assert client.get(f"{base}/", follow_redirects=True).status_code == 200


def test_the_sources_are_what_is_served(faces: Faces, client: httpx.Client) -> None:
    sources = sample_sources(faces)
    assert [one.key for one in sources] == ["musterstadt", "gruene-musterstadt", "cdu-musterstadt", "musterhausen"]
    assert [one.party for one in sources] == [None, "Bündnis 90/Die Grünen", "CDU", None]
    assert {one.council for one in sources if one.party} == {"musterstadt"}
    assert all(client.get(one.url).status_code == 200 for one in sources)


def test_ids_are_the_addresses_under_which_the_town_is_served(faces: Faces, client: httpx.Client) -> None:
    system = client.get(sample_sources(faces)[0].url).json()
    body = client.get(system["body"]).json()["data"][0]
    paper = client.get(body["paper"]).json()["data"][0]
    assert client.get(paper["id"]).json() == paper
    assert client.get(paper["mainFile"]["downloadUrl"]).headers["Content-Disposition"].startswith("attachment")


def test_what_has_not_changed_is_not_sent_again(faces: Faces, client: httpx.Client) -> None:
    address = f"{faces.council}/oparl/v1.1/paper/1"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address, headers={"If-None-Match": '"another"'}).status_code == 200


def test_head_says_how_long_the_answer_is(faces: Faces, client: httpx.Client) -> None:
    address = f"{faces.wordpress}/wp-json/wp/v2/posts"
    head = client.head(address)
    assert head.content == b""
    assert int(head.headers["Content-Length"]) == len(client.get(address).content)
    assert head.headers["X-WP-Total"] == str(len(town.releases_on("gruene")))


def test_nothing_there_is_404(faces: Faces, client: httpx.Client) -> None:
    assert client.get(f"{faces.council}/oparl/v1.1/paper/99999").status_code == 404
    assert client.get(f"{faces.feed}/wp-json/").status_code == 404


def test_who_hangs_up_or_asks_nonsense_disturbs_nobody(
    faces: Faces, client: httpx.Client, capfd: pytest.CaptureFixture[str]
) -> None:
    port = int(faces.council.rpartition(":")[2])
    for target in ("/oparl/v1.1/body/1/papers?limit=100", "http://["):
        with socket.create_connection(("127.0.0.1", port)) as rude:
            rude.sendall(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            rude.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    assert client.get(f"{faces.council}/oparl/v1.1/system").status_code == 200
    assert capfd.readouterr().err == ""


def test_an_address_that_is_none_is_a_bad_request(faces: Faces) -> None:
    with socket.create_connection(("127.0.0.1", int(faces.council.rpartition(":")[2]))) as plain:
        plain.sendall(b"GET http://[ HTTP/1.0\r\n\r\n")
        assert plain.recv(64).startswith(b"HTTP/1.1 400")


def test_the_ports_are_in_a_row() -> None:
    port = free_ports()
    with serving(town, port=port) as faces:
        assert list(vars(faces).values()) == [f"http://127.0.0.1:{port + n}" for n in range(SITES)]


def test_a_taken_port_says_what_to_do_and_leaves_nothing_open() -> None:
    port = free_ports()
    with socket.socket() as other:
        other.bind(("127.0.0.1", port + 2))
        other.listen()
        with pytest.raises(PortTakenError, match=rf"Port {port + 2} .*choose another port"), serving(town, port=port):
            pass  # not reached
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", port))


def test_it_serves_until_ctrl_c(client: httpx.Client) -> None:
    port = free_ports()
    program = (
        "from scraper.sample.generate import make_town; from scraper.sample.server import serve_forever;"
        f"serve_forever(make_town(), {port})"
    )
    with subprocess.Popen([sys.executable, "-c", program]) as process:
        while socket_is_closed(port + 2):
            assert process.poll() is None
            time.sleep(0.05)
        assert client.get(f"http://127.0.0.1:{port}/oparl/v1.1/system").status_code == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0


def socket_is_closed(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) != 0


def free_ports() -> int:
    for port in range(20017, 32000, SITES):  # below those that a system gives to clients
        if all(socket_is_closed(number) for number in range(port, port + SITES)):
            return port
    raise AssertionError("no free ports in a row")
