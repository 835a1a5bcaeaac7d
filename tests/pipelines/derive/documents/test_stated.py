"""What a source says of a file, and what came."""

import hashlib

import pytest

from pipelines.derive.documents import Stated, difference

BODY = b"Niederschrift " * 1000
SHA1 = hashlib.sha1(BODY, usedforsecurity=False).hexdigest()
SHA512 = hashlib.sha512(BODY).hexdigest()


@pytest.mark.parametrize(
    "stated",
    [
        Stated(),
        Stated(size=0),
        Stated(size=14_000),
        Stated(size=14),  # kilobytes, rounded
        Stated(size=13),
        Stated(sha1=SHA1.upper()),
        Stated(sha512=SHA512, size=3),  # the checksum knows better
        Stated(sha1="not known"),
        Stated(sha1=SHA512),
    ],
)
def test_what_fits_or_can_not_be_compared_is_not_told(stated: Stated) -> None:
    assert difference(stated, BODY) is None


def test_a_file_that_was_cut_differs_in_size() -> None:
    found = difference(Stated(size=14_000), BODY[:-1])
    assert found is not None
    assert (found.expected, found.came) == ("a file of 14,000 bytes, as the source says", "13,999 bytes")


@pytest.mark.parametrize("stated", [Stated(sha1=SHA1), Stated(sha512=SHA512), Stated(size=14_000, sha1=SHA1)])
def test_a_file_that_was_changed_differs_in_its_checksum(stated: Stated) -> None:
    found = difference(stated, BODY.replace(b"N", b"M", 1))
    assert found is not None
    assert "begins with" in found.expected
    assert found.came.startswith("14,000 bytes whose sha")
