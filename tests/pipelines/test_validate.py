from typing import Any

import pytest
from scrapy.utils.test import get_crawler

from pipelines.validate import Validate, clean_text, validate
from scraper.items import AgendaItem, Complaint, File, Item, Meeting, Paper


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  Haushalt \r\n 2027 ", "Haushalt 2027"),
        ("Haus\u00adhalt\u200b", "Haushalt"),
        ("Rat\x00haus", "Rathaus"),
        ("\ud83d kaputt", "kaputt"),
        ("17\u00a0Uhr", "17 Uhr"),
        (" \u00a0\n", None),
    ],
)
def test_names_are_one_line_of_what_one_can_see(text: str, clean: str | None) -> None:
    assert clean_text(text) == clean


def test_long_texts_keep_their_lines() -> None:
    assert clean_text("Erster Absatz\r\n\r\nZweiter", one_line=False) == "Erster Absatz\n\nZweiter"


@pytest.mark.parametrize(
    ("item_type", "field", "given", "mended", "was_right"),
    [
        (Paper, "reference", 17, "17", False),
        (File, "size", "4711", 4711, False),
        (AgendaItem, "public", "true", True, False),
        (AgendaItem, "public", 0, False, False),
        (Paper, "keyword", "Verkehr", ["Verkehr"], False),
        (Paper, "keyword", ["", "Rad"], ["Rad"], True),
        (Meeting, "name", " ", None, True),
    ],
)
def test_wrong_types_are_mended_and_named(
    item_type: type[Item], field: str, given: Any, mended: Any, was_right: bool
) -> None:
    item = item_type(**{"vendor_id": "1", field: given})
    assert validate(item) == ([] if was_right else [field])
    assert getattr(item, field) == mended


def test_what_can_not_be_mended_is_kept_beside() -> None:
    wrong: dict[str, Any] = {"size": "2.479 KB"}
    file = File(vendor_id="1", **wrong)
    assert validate(file) == ["size"]
    assert (file.size, file.other) == (None, wrong)


@pytest.mark.parametrize("vendor_id", ["", "  ", None])
def test_an_item_without_a_name_of_its_own_becomes_a_complaint(vendor_id: Any) -> None:
    passed = Validate(get_crawler()).process_item(Paper(vendor_id=vendor_id, name="Radweg"))
    assert isinstance(passed, Complaint)
    assert "Radweg" in passed.came
