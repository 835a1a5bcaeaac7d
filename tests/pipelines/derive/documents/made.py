"""Documents of towns that don't exist, made for one test each: PDF, DOCX, ODT, RTF, scans, bombs."""

import zlib
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pypdfium2
from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from PIL import Image

from pipelines.derive.documents import DocumentText

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
MINUTES = (
    "Die Vorsitzende eröffnet die Sitzung des Ausschusses für Bauen und Umwelt um 17 Uhr und stellt fest, dass die",
    "Einladung fristgerecht zugegangen ist. Der Ausschuss ist beschlussfähig.",
    "Der Rat der Stadt Lindenfurt beschließt den Bebauungsplan Nr. 14 einstimmig bei zwei Enthaltungen.",
)


def texts(document: DocumentText) -> list[str]:
    """The pages of one that was read."""
    assert document.status == "read", document.problem
    return [page.text for page in document.pages]


def pdf(pages: Sequence[Sequence[str]], *, password: str = "") -> bytes:
    """Each page a list of lines."""
    document = FPDF(format="A4")
    document.core_fonts_encoding = "windows-1252"
    document.set_auto_page_break(False)
    document.set_font("Helvetica", size=11)
    if password:
        document.set_encryption(owner_password=password, user_password=password, encryption_method=EncryptionMethod.RC4)
    for lines in pages:
        document.add_page()
        for line in lines:
            document.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


def drawn(body: bytes, *, dots_an_inch: int = 200, kind: str = "PNG") -> BytesIO:
    """The first page of a PDF as a picture."""
    picture = BytesIO()
    with pypdfium2.PdfDocument(body) as document:
        page = document[0]
        page.render(scale=dots_an_inch / 72, grayscale=True).to_pil().save(picture, kind)
        page.close()
    return picture


def scan(lines: Sequence[str], *, stamp: str = "", under: Sequence[str] = (), turned: int = 0) -> bytes:
    """A PDF of one page that is a picture of the lines, with a stamp as text above it.

    `under` are the lines that the scanner's program recognised and put there unseen; `turned` degrees the paper lay.
    """
    document = FPDF(format="A4", orientation="landscape" if turned % 180 else "portrait")
    document.core_fonts_encoding = "windows-1252"
    document.add_page()
    with Image.open(drawn(pdf([lines]))) as picture:
        document.image(picture.rotate(turned, expand=True), x=0, y=0, w=document.w)
    document.set_font("Helvetica", size=11)
    with document.local_context(text_mode="INVISIBLE"):
        for number, line in enumerate(under):
            document.text(10, 10 + 6 * number, line)
    if stamp:
        document.text(120, 280, stamp)
    return bytes(document.output())


def raw_pdf(content: bytes, *, filters: str = "", more: bytes = b"") -> bytes:
    """A PDF of one page with that stream, and other objects from number 10 on that it may name."""
    stream = b"<< /Length %d %s >> stream\n%s\nendstream" % (len(content), filters.encode(), content)
    return (
        b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
        b"2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
        b"3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
        b"/XObject << /X10 10 0 R >> >> >> endobj\n"
        b"4 0 obj " + stream + b" endobj\n" + more + b"trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
    )


def form_pdf(page: str, field: str) -> bytes:
    """A page with a form's field that was filled in."""
    shown = f"BT /F1 12 Tf 2 2 Td ({field}) Tj ET".encode()
    more = (
        b"10 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Length %d /Resources << /Font << /F1 << /Type "
        b"/Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> stream\n%s\nendstream endobj\n11 0 obj << /Type "
        b"/Annot /Subtype /Widget /FT /Tx /T (name) /V (x) /Rect [70 600 270 620] /F 4 /AP << /N 10 0 R >> >> endobj\n"
    ) % (len(shown), shown)
    body = raw_pdf(f"BT /F1 12 Tf 70 700 Td ({page}) Tj ET".encode(), more=more)
    body = body.replace(b"/Contents 4 0 R", b"/Annots [11 0 R] /Contents 4 0 R")
    return body.replace(b"/Type /Catalog", b"/Type /Catalog /AcroForm << /Fields [11 0 R] >>")


def endless_pdf() -> bytes:
    """Twelve forms, each of which shows the next thirty times."""
    forms = [
        b"%d 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length %d"
        b" /Resources << /XObject << /X%d %d 0 R >> >> >>"
        b" stream\n%s\nendstream endobj\n" % (number, len(content), number + 1, number + 1, content)
        for number in range(10, 22)
        for content in [b"/X%d Do " % (number + 1) * 30]
    ]
    return raw_pdf(b"/X10 Do", more=b"".join(forms))


def swelling_pdf(mebibytes: int) -> bytes:
    """A page whose few bytes unpack to so many."""
    packed = zlib.compress(b"(aaaaaaaa) Tj\n" * ((mebibytes << 20) // 14), 1)
    return raw_pdf(zlib.compress(packed, 9), filters="/Filter [/FlateDecode /FlateDecode]")


def packed(parts: dict[str, str | bytes]) -> bytes:
    body = BytesIO()
    with ZipFile(body, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return body.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Word's XML of the body; other parts by their names below "word/"."""
    document = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": document,
            **{f"word/{name}.xml": f'<w:{name} xmlns:w="{WORD}">{xml}</w:{name}>' for name, xml in parts.items()},
        }
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def renamed(body: bytes, before: str, now: str) -> bytes:
    """A packed file with another name for one of its parts."""
    with ZipFile(BytesIO(body)) as archive:
        return packed({now if name == before else name: archive.read(name) for name in archive.namelist()})


SCHEMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "svg": "svg-compatible",
    }.items()
)  # fmt: skip


def odt(body: str, *, styles: str = "", manifest: str = "<manifest/>", kind: str = OPEN_DOCUMENT) -> bytes:
    text = f"{styles}<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {SCHEMES}>{text}</office:document-content>"
    return packed({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def fodt(body: str, *, styles: str = "") -> bytes:
    """The same in one XML file."""
    text = f"{styles}<office:body><office:text>{body}</office:text></office:body>"
    said = f'office:version="1.3" office:mimetype="{OPEN_DOCUMENT}"'
    return f'<?xml version="1.0"?>\n<office:document {SCHEMES} {said}>{text}</office:document>'.encode()


def rtf(body: str) -> bytes:
    return rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\info{\author Amt 14}}" + body.encode("ascii") + b"}"
