"""HTML and plain text."""

import pytest

from pipelines.derive.documents import read_document
from tests.pipelines.derive.documents import made


def text_of(body: bytes) -> str:
    document = read_document(body)
    assert (document.status, len(document.pages)) == ("read", 1)
    return document.pages[0].text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<title>x</title><h1>Bericht</h1><p>Der Rat\n  tagt</p><p>heute.", "Bericht\nDer Rat tagt\nheute."),
        ("<p>Der <b>Be</b>schluss<br>lautet:</p>", "Der Beschluss\nlautet:"),
        ("<table><tr><th>Fraktion<th>Ja<tr><td><p>Grüne</p><td>4</table>", "Fraktion\tJa\nGrüne\t4"),
        ("<body><script>var a;</script><style>p{}</style><!-- weg --><p>Text</p>", "Text"),
        ("<ul><li>Eins<li>Zwei</ul>", "Eins\nZwei"),
        ("<p>vor<table><tr><td><td>Ja<td><tr><td>SPD<td><td>4</table>nach", "vor\n\tJa\nSPD\t\t4\nnach"),
        ("<pre>Ja:   4\nNein: 2</pre><p>Ende", "Ja:   4\nNein: 2\nEnde"),
        ("<p><details><summary>Mehr</summary>Inhalt</details>", "Mehr\nInhalt"),
        ("<p><video>alt</video><datalist><option>x</datalist><canvas>y</canvas>Text", "Text"),
        ("<p>Haus&shy;halt &amp; Steuern", "Haushalt & Steuern"),
    ],
)  # fmt: skip
def test_html(body: str, text: str) -> None:
    assert text_of(body.encode()) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>geheim</p>",
        "<p style='display:none'>geheim</p>",
        "<p style='color: red; DISPLAY : none !important'><b>geheim</b></p>",
        "<table style='visibility:hidden'><tr><td>geheim</table>",
    ],
)
def test_what_nobody_can_see_is_no_text_of_a_page(hidden: str) -> None:
    assert text_of(f"<p>Der Rat</p>{hidden}<p>tagt</p>".encode()) == "Der Rat\ntagt"
    for opening in ("<script src='klappen.js'></script>", "<a onclick='auf()'></a>"):
        assert text_of(f"{opening}<p>Der Rat</p>{hidden}<p>tagt</p>".encode()) == "Der Rat\ngeheim\ntagt"


def test_words_that_word_hides_are_hidden_whatever_the_page_can_open() -> None:
    assert text_of(b"<script>a</script><p>Rat<span style='mso-hide:all'> geheim</span>") == "Rat"


@pytest.mark.parametrize(
    "seen",
    [
        "<p aria-hidden=true>offen</p>",
        "<p hidden=until-found>offen</p>",
        "<p style='display:block'>offen</p>",
        "<p style='x-display:none'>offen</p>",
        "<p class=hidden>offen</p>",
    ],
)
def test_what_may_be_seen_is_kept(seen: str) -> None:
    assert text_of(f"{seen}<p>tagt</p>".encode()) == "offen\ntagt"


MHTML = b"From: <Saved by Amt>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x\r\n"


def test_a_web_page_in_one_file() -> None:
    page = "<html><body><p>Anträge</p></body></html>".encode().replace("ä".encode(), b"=C3=A4")
    part = b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    document = read_document(MHTML + part + page + b"\r\n--x--\r\n", name="antrag.doc")
    assert (document.mime_type, document.pages[0].text, document.problem) == ("multipart/related", "Anträge", None)
    document = read_document(MHTML + b"Content-Type: image/png\r\n\r\n\r\n--x--\r\n")
    assert document.problem == "It is a web page in one file, but without the page. Fetch it again."


def test_html_in_the_encodings_of_offices() -> None:
    assert text_of('<meta charset="iso-8859-1"><p>Straße – „Grün“'.encode("cp1252")) == "Straße – „Grün“"
    assert text_of("<p>Straße".encode("cp1252")) == "Straße"
    assert text_of("<p>Straße".encode()) == "Straße"


def test_html_nested_without_end_is_read() -> None:
    assert text_of(b"<div>" * 10_000 + b"Rat") == "Rat"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_plain_text_in_the_encodings_of_offices(encoding: str) -> None:
    assert text_of("Der Rat beschließt:\r\nZustimmung – einstimmig\r\n".encode(encoding)) == (
        "Der Rat beschließt:\nZustimmung – einstimmig"
    )


def test_plain_text_has_the_pages_it_says() -> None:
    assert [page.text for page in read_document(b"Eins\n\x0cZwei\n\x0c").pages] == ["Eins", "Zwei"]


def test_an_error_page_in_the_place_of_a_document_is_told() -> None:
    document = read_document(b"<html><body>Sitzung abgelaufen</body></html>", name="Niederschrift.pdf")
    assert document.problem == (
        "It is called .pdf but is text/html: look whether the server sent an error page in its place."
    )


def test_html_that_has_no_end_says_so() -> None:
    whole = b"<html><body><p>Der Rat</p></body></html>\n"
    assert read_document(whole).problem is None
    document = read_document(whole[:22])
    assert (document.status, document.pages[0].text) == ("read", "Der Rat")
    assert document.problem == "It ends without </html>: its end may be missing. Fetch it again."


@pytest.mark.parametrize(
    "body", ["<p>Der Rat tagt</p>" * 700, r"{\rtf1 Der Rat tagt}", "Der Rat tagt öffentlich " * 700]
)
def test_zeros_in_a_text_are_told(body: str) -> None:
    document = read_document(body.replace(" tagt", "\0" * 20, 1).encode())
    assert (document.status, document.problem) == ("broken", "Parts of it are zeros. Fetch it again.")


def test_a_name_that_promises_a_document_tells_damage_from_another_format() -> None:
    assert read_document(b"PK\x03\x04" + bytes(99), name="Anlagen.zip").status == "unsupported"
    document = read_document(b"PK\x03\x04" + bytes(99), name="Antrag.docx")
    assert (document.status, document.problem) == (
        "broken",
        "It is called Antrag.docx but is application/zip, perhaps by damage. Fetch it again.",
    )


@pytest.mark.parametrize("name", ["Anlagen.zip", "Anlagen.pdf", ""])
def test_a_zip_of_documents_says_what_is_in_it(name: str) -> None:
    files: dict[str, str | bytes] = {f"Anlagen/{number}.pdf": b"%PDF-1.4" for number in range(1, 8)}
    document = read_document(made.packed({"Anlagen/": b"", **files}), name=name)
    assert (document.status, document.problem) == (
        "unsupported",
        "It is a ZIP of 7 files: Anlagen/1.pdf, Anlagen/2.pdf, Anlagen/3.pdf, Anlagen/4.pdf, Anlagen/5.pdf ..."
        " Unpack it by hand.",
    )


@pytest.mark.parametrize(
    ("body", "status", "problem"),
    [
        (b"", "broken", "It has no bytes. Fetch it again."),
        (bytes(5000), "broken", "It is nothing but zeros. Fetch it again."),
        (bytes(range(256)) * 9, "unsupported", "Its bytes are no format that is known. Look at it by hand."),
        (b"\x1f\x8b\x08\x00", "unsupported", "Files of the format application/gzip are not read."),
        (b"<html></html>", "empty", "No page has any text."),
    ],
)
def test_what_is_no_document_is_told(body: bytes, status: str, problem: str) -> None:
    document = read_document(body)
    assert (document.status, document.problem) == (status, problem)


@pytest.mark.parametrize("end", ["<body><p>Der Rat", '<p>Der Rat <a href="antr'])
def test_a_part_of_a_page_that_was_cut_says_so(end: str) -> None:
    document = read_document(f"<p>Beschluss</p>{end}".encode())
    assert document.pages[0].text.startswith("Beschluss\nDer Rat")
    assert "end" in (document.problem or "")


@pytest.mark.parametrize(
    ("said", "written"), [("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("utf-8", "utf-8"), ("iso-8859-1", "cp1252")]
)
def test_html_that_names_another_encoding_than_its_own(said: str, written: str) -> None:
    page = f"<html><head><meta charset={said}></head><body>Anträge für die Größe</body></html>"
    document = read_document(page.encode(written))
    assert (document.pages[0].text, document.problem) == ("Anträge für die Größe", None)


CUT = "Anträge für die Größe".encode()[:-2]
LINES = "Anträge der Fraktionen über die Größe der Straße\nÖffentliche Sitzung"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp850"]
)
def test_encodings_of_plain_text(encoding: str) -> None:
    document = read_document(LINES.encode(encoding))
    assert (document.mime_type, document.pages[0].text, document.problem) == ("text/plain", LINES, None)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (CUT, "It ends in the middle of a character (utf-8): its end is missing. Fetch it again."),
        (LINES.encode("utf-16")[:-1], "It ends in the middle of a character (utf-16-le): its end is missing."
         " Fetch it again."),
        (LINES.encode().replace("ß".encode(), b"\xc3"), "It is utf-8 but for some bytes, the first at 38: damaged."
         " Fetch it again."),
        (b"Der Rat tagt. " * 99 + b"\0\0Ende", "There are zeros in its text: damaged. Fetch it again."),
    ],
)  # fmt: skip
def test_text_of_which_bytes_are_missing_says_so(body: bytes, problem: str) -> None:
    document = read_document(body)
    assert (document.status, document.problem) == ("broken", problem)
    assert document.pages[0].text


def test_a_zero_that_ends_a_text_is_no_damage() -> None:
    assert read_document(b"Der Rat tagt.\0").problem is None
