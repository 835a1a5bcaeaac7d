"""A wheel carries all that the command needs: every file of the packages that is no Python is named as package data."""

import tomllib
from pathlib import Path

from publish.serve import METADATA
from tests.support.recordings import ROOT


def test_files_beside_the_code_are_package_data() -> None:
    setuptools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    packages = [pattern.rstrip("*") for pattern in setuptools["packages"]["find"]["include"]]
    named = {
        path
        for package, patterns in setuptools["package-data"].items()
        for pattern in patterns
        for path in (ROOT / package).glob(pattern)
    }
    there = {path for package in packages for path in (ROOT / package).rglob("*") if path.is_file()}
    assert {path for path in there if path.suffix not in (".py", ".pyc")} - named == set()


def test_the_description_of_the_tables_is_in_the_package_and_at_the_root() -> None:
    assert METADATA.parent == Path(ROOT / "publish")
    assert (ROOT / "metadata.yml").read_bytes() == METADATA.read_bytes()
