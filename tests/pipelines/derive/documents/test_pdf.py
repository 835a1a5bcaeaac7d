"""PDF: its pages' text, and what can be wrong with it."""

import zlib
from pathlib import Path

import pypdfium2
import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod

from pipelines.derive.documents import Limits, read_document
from tests.pipelines.derive.documents import made

CORPUS = Path(__file__).resolve().parents[4] / "../shared/corpus/pdf"


def test_text_comes_page_by_page_and_clean() -> None:
    body = made.pdf(
        [
            [
                "Stadt Lindenfurt",
                "Der Rat hat die Vorlage beschlos-",
                "sen, die CDU-",
                "Fraktion war dagegen.",
                "Seite 1",
            ],
            ["Stadt Lindenfurt", "Der Ausschuss für Umwelt wird beauf-", "Seite 2"],
            ["Stadt Lindenfurt", "tragt, zu prüfen, was „Grün“ heißt.", "Seite 3"],
        ]
    )
    document = read_document(body)
    assert [page.text for page in document.pages] == [
        "Der Rat hat die Vorlage beschlossen,\ndie CDU-Fraktion\nwar dagegen.",
        "Der Ausschuss für Umwelt wird beauftragt,",
        "zu prüfen, was „Grün“ heißt.",
    ]
    assert [(page.number, page.method) for page in document.pages] == [(1, "text"), (2, "text"), (3, "text")]
    assert (document.status, document.problem, document.mime_type) == ("read", None, "application/pdf")
    assert (document.size, len(document.sha256)) == (len(body), 64)


def test_a_scan_without_ocr_is_marked() -> None:
    document = read_document(made.scan(made.MINUTES))
    assert (document.status, document.pages[0].method) == ("needs_ocr", "none")
    assert (
        document.problem
        == "1 of 1 pages are pictures that were not recognised: tesseract with German is not installed."
    )


def test_a_stamp_does_not_hide_that_a_page_is_a_picture() -> None:
    document = read_document(made.scan(made.MINUTES, stamp="Anlage 2 zu TOP 7"))
    assert (document.status, document.pages[0].text) == ("needs_ocr", "Anlage 2 zu TOP 7")


def test_a_short_page_that_is_no_picture_is_read() -> None:
    assert read_document(made.pdf([["Ende der Sitzung"]])).status == "read"


def test_blank_pages_are_empty() -> None:
    document = read_document(made.pdf([[], []]))
    assert (document.status, document.problem, len(document.pages)) == ("empty", "No page has any text.", 2)
    document = read_document(made.pdf([["Antrag der Fraktion"], []]))
    assert (document.status, [page.method for page in document.pages]) == ("read", ["text", "none"])


def test_a_password_is_told() -> None:
    document = read_document(made.pdf([made.MINUTES], password="lindenfurt"))
    assert (document.status, document.pages) == ("encrypted", ())
    assert document.problem == "It is locked with a password: ask for an open one."


def test_what_was_filled_into_a_form_is_part_of_the_page() -> None:
    document = read_document(made.form_pdf("Antrag der Fraktion", "Sitzung am 3. Mai"))
    assert (document.status, document.pages[0].text) == ("read", "Antrag der Fraktion\nSitzung am 3. Mai")


@pytest.mark.parametrize("method", [EncryptionMethod.RC4, EncryptionMethod.AES_128, EncryptionMethod.AES_256])
def test_a_password_that_only_forbids_changes_is_none(method: EncryptionMethod) -> None:
    document = FPDF()
    document.set_font("Helvetica", size=11)
    document.set_encryption(owner_password="lindenfurt", encryption_method=method)
    document.add_page()
    document.cell(0, 6, "Der Rat tagt.")
    read = read_document(bytes(document.output()))
    assert (read.status, read.pages[0].text) == ("read", "Der Rat tagt.")


def test_words_beyond_the_borders_of_the_page_are_not_on_it() -> None:
    content = b"BT /F1 12 Tf 70 700 Td (Der Rat tagt.) Tj 0 300 Td (Druckerei) Tj ET"
    assert read_document(made.raw_pdf(content)).pages[0].text == "Der Rat tagt."


def test_zeros_in_a_packed_page_are_told_even_if_some_of_it_can_be_read() -> None:
    lines = "".join(f"0 -9 Td (Zeile {number * number} von vielen) Tj " for number in range(400))
    packed = zlib.compress(f"BT /F1 8 Tf 70 4000 Td {lines} ET".encode())
    whole = made.raw_pdf(packed, filters="/Filter /FlateDecode")
    at = whole.index(packed) + len(packed) * 2 // 3
    assert read_document(whole).problem is None
    assert read_document(whole[:at] + bytes(80) + whole[at + 80 :]).status == "broken"


def test_zeros_that_belong_there_are_no_damage() -> None:
    table = zlib.compress(bytes(1 << 20))
    assert bytes(64) in table
    more = b"10 0 obj << /Length %d /Filter /FlateDecode >> stream\n%s\nendstream endobj\n" % (len(table), table)
    assert read_document(made.raw_pdf(b"BT /F1 12 Tf 70 700 Td (Rat) Tj ET", more=more)).problem is None


def test_a_file_that_ends_in_the_middle_keeps_the_pages_it_has() -> None:
    whole = made.pdf([[f"Dies ist Seite {n} des Berichts über die Schulen."] for n in "ABCDEF"])
    document = read_document(whole[: int(len(whole) * 0.7)])
    assert document.status == "broken"
    assert document.problem is not None
    assert "Fetch it again" in document.problem


def test_zeros_in_the_place_of_a_page_are_told() -> None:
    whole = made.raw_pdf(b"BT /F1 12 Tf 70 700 Td (Der Rat tagt.) Tj ET " + b" " * 3000)
    start = whole.index(b"BT /F1")
    document = read_document(whole[:start] + bytes(3000) + whole[start + 3000 :])
    assert (document.status, document.problem) == (
        "broken",
        "Parts of it are zeros, and pages are bare: 1. Fetch it again.",
    )


def test_zeros_behind_the_end_do_no_harm() -> None:
    assert read_document(made.pdf([["Der Rat tagt."]]) + bytes(1 << 14)).problem is None


@pytest.mark.parametrize("said", ["/NeedsRendering true", ""])
def test_a_form_that_only_one_program_shows_is_told(said: str) -> None:
    """Without the word in the catalogue it is told by what the page says."""
    content = b"BT /F1 12 Tf 70 700 Td (Please wait... If this message is not replaced) Tj ET"
    form = f"/Type /Catalog {said} /AcroForm << /Fields [] /XFA 10 0 R >>".encode()
    more = b"10 0 obj << /Length 6 >> stream\n<xdp/>\nendstream endobj\n"
    document = read_document(made.raw_pdf(content, more=more).replace(b"/Type /Catalog", form))
    assert (document.status, document.problem) == (
        "read",
        "It is a form that only Adobe's programs show (XFA), and its pages may say no more than that. Open it there and"
        " print it as PDF.",
    )
    shown = made.raw_pdf(b"BT /F1 12 Tf 70 700 Td (Antrag) Tj ET", more=more)
    assert (read_document(shown.replace(b"/Type /Catalog", form)).problem is None) == (not said)


def test_files_attached_to_a_pdf_are_told() -> None:
    document = FPDF()
    document.set_font("Helvetica", size=11)
    document.add_page()
    document.cell(0, 6, "Der Rat tagt.")
    for name in ("Anlage 1.pdf", "Plan.xlsx"):
        document.embed_file(basename=name, bytes=b"x")
    read = read_document(bytes(document.output()))
    assert (read.status, read.pages[0].text) == ("read", "Der Rat tagt.")
    assert read.problem == (
        "2 files are attached to it that are not read: Anlage 1.pdf, Plan.xlsx. Open it to see them."
    )


def test_the_boxes_of_symbol_fonts_are_boxes() -> None:
    assert read_document("\uf0fe ja \uf0a8 nein \uf0b7 \ue000".encode()).pages[0].text == "☑ ja ☐ nein • \ue000"


def test_too_many_pages_are_not_read() -> None:
    document = read_document(made.pdf([["Seite"]] * 21), limits=Limits(pages=20))
    assert (document.status, document.problem) == ("too_large", "It has 21 pages, and 20 are read at most.")


def test_five_thousand_pages_cost_a_line() -> None:
    document = read_document(made.pdf([[f"Konto {number}"] for number in range(5000)]))
    assert (document.status, document.problem) == ("too_large", "It has 5,000 pages, and 3,000 are read at most.")


@pytest.mark.skipif(not CORPUS.exists(), reason="the recorded corpus is not here")
def test_real_verbatim_minutes_lose_their_heads_and_no_word() -> None:
    for path in sorted((CORPUS / "wortprotokolle").glob("*.pdf")):
        body = path.read_bytes()
        document = read_document(body, name=path.name)
        assert (document.status, document.problem) == ("read", None)
        with pypdfium2.PdfDocument(body) as alone:
            for found, page in zip(document.pages, alone, strict=True):
                there = _letters(page.get_textpage().get_text_bounded())
                # the head of a page is one line
                assert 0 < len(there) - len(_letters(found.text)) < 120 or found.number == 1
                assert f"Seite {found.number}" not in found.text


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
