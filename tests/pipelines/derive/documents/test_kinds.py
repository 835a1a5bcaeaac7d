"""What a file is, by its bytes."""

import pytest

from pipelines.derive.documents import kind_of
from pipelines.derive.documents.kinds import (
    DOC,
    DOCX,
    FODT,
    HTML,
    MHTML,
    NOTHING,
    ODT,
    OLE_START,
    OTT,
    PDF,
    PLAIN,
    PPTX,
    RTF,
    UNKNOWN,
    WORD_STREAM,
    XLSX,
    XML,
    ZIP,
    contradiction,
)  # fmt: skip
from tests.pipelines.derive.documents import made

ODS = "application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", NOTHING),
        (bytes(4000), UNKNOWN),
        (b"%PDF-1.7\n...", PDF),
        (b"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n", PDF),
        (rb"{\rtf1\ansi Beschluss}", RTF),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
        (b"II*\x00\x08\x00", "image/tiff"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x1f\x8b\x08\x00", "application/gzip"),
        (made.docx(made.paragraph("Antrag")), DOCX),
        (made.odt("<text:p>Antrag</text:p>"), ODT),
        (made.packed({"xl/workbook.xml": "<x/>"}), XLSX),
        (made.packed({"ppt/presentation.xml": "<x/>"}), PPTX),
        (made.packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), ODS),
        (made.packed({"mimetype": "text/html", "Antrag.txt": "x"}), ZIP),
        (made.packed({"Anlage 1.pdf": b"%PDF-1.4"}), ZIP),
        (made.docx(made.paragraph("Antrag"))[:-40], DOCX),
        (OLE_START + bytes(500) + WORD_STREAM + bytes(500), DOC),
        (made.renamed(made.docx(made.paragraph("Antrag")), "word/document.xml", "word/document2.xml"), DOCX),
        (made.fodt("<text:p>Antrag</text:p>"), FODT),
        (made.odt("", kind=OTT), OTT),
        (b"\xef\xbb\xbf\r\n{\\rtf1 Beschluss}", RTF),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x\n<html>", MHTML),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nzu multipart/related", PLAIN),
        (b"<!DOCTYPE html>\n<title>Fehler</title>", HTML),
        (b"\xef\xbb\xbf \n<HTML lang=de>", HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>', HTML),
        (b'<?xml version="1.0"?><rss version="2.0"/>', XML),
        ("Niederschrift über die 3. Sitzung".encode(), PLAIN),
        ("Anträge und Beschlüsse".encode("cp1252"), PLAIN),
        ("Anträge".encode("utf-16"), PLAIN),
        (bytes(range(256)) * 4, UNKNOWN),
    ],
)
def test_the_bytes_say_what_a_file_is(body: bytes, kind: str) -> None:
    assert kind_of(body) == kind


def test_a_name_that_promises_something_else_is_told() -> None:
    assert contradiction("Niederschrift.PDF", HTML) == (
        "It is called .pdf but is text/html: look whether the server sent an error page in its place."
    )


@pytest.mark.parametrize(
    ("name", "kind"), [("a.pdf", PDF), ("antrag.doc", RTF), ("", PDF), ("getfile.asp", PDF), ("v1.2", PDF)]
)
def test_a_name_that_fits_or_promises_nothing_is_not(name: str, kind: str) -> None:
    assert contradiction(name, kind) is None
