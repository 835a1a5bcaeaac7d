"""What the tests of meetings and decisions share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.archive import Archive
from tests.pipelines.derive.small_archive import SmallArchive


@pytest.fixture
def town(tmp_path: Path) -> Iterator[SmallArchive]:
    with Archive.open(tmp_path / "archive.db") as archive:
        yield SmallArchive(archive)
