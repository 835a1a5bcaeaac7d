"""Pictures that are whole, and pictures that are not."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from pipelines.derive.documents import read_document

FORMATS: list[tuple[str, dict[str, Any]]] = [
    ("PNG", {}), ("JPEG", {}), ("GIF", {}), ("WEBP", {}), ("BMP", {}), ("TIFF", {}),
    ("TIFF", {"compression": "tiff_lzw"}), ("TIFF", {"compression": "tiff_adobe_deflate", "tile": True}),
]  # fmt: skip


def picture(kind: str, options: dict[str, Any]) -> bytes:
    noise = Image.effect_noise((120, 90), 80)
    body = BytesIO()
    several = (
        {"save_all": True, "append_images": [noise.transpose(Image.Transpose.ROTATE_180)]} if kind == "TIFF" else {}
    )
    noise.save(body, kind, **options, **several)
    return body.getvalue()


@pytest.mark.parametrize(("kind", "options"), FORMATS)
def test_a_whole_picture_waits_for_ocr(kind: str, options: dict[str, Any]) -> None:
    assert read_document(picture(kind, options)).status == "needs_ocr"


@pytest.mark.parametrize(("kind", "options"), FORMATS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_picture_that_was_cut_is_broken(kind: str, options: dict[str, Any], share: float) -> None:
    body = picture(kind, options)
    document = read_document(body[: int(len(body) * share)])
    assert document.status == "broken"
    assert document.problem == "It is a picture of which a part is missing or damaged. Fetch it again."


def test_a_png_with_zeros_in_it_is_broken() -> None:
    body = picture("PNG", {})
    assert read_document(body[:2000] + bytes(500) + body[2500:]).status == "broken"
