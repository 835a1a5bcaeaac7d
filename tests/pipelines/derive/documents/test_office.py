"""DOCX, ODT, RTF."""

import pytest

from pipelines.derive.documents import DocumentText, Limits, read_document
from pipelines.derive.documents.kinds import DOCX, ENCRYPTED_STREAM, ODT, OLE_START, RTF
from tests.pipelines.derive.documents import made
from tests.pipelines.derive.documents.made import paragraph


def texts(document: DocumentText) -> list[str]:
    assert document.status == "read", document.problem
    return [page.text for page in document.pages]


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(paragraph, paragraphs))}</w:tc>"


def run(xml: str) -> str:
    return f"<w:p><w:r>{xml}</w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("Antrag der Fraktion") + paragraph("Der Rat möge:"), "Antrag der Fraktion\nDer Rat möge:"),
        ("<w:p><w:r><w:t>Be</w:t></w:r><w:r><w:t>schluss</w:t></w:r></w:p>", "Beschluss"),
        (run("<w:t>Ja</w:t><w:tab/><w:t>12</w:t><w:br/><w:t>Nein</w:t>"), "Ja\t12\nNein"),
        (run("<w:t>E</w:t><w:noBreakHyphen/><w:t>Mail</w:t>"), "E-Mail"),
        ('<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Ort</w:t></w:r></w:p>', "Ort"),
        (f"<w:tbl><w:tr>{cell('Fraktion')}{cell('Ja', 'Nein')}</w:tr></w:tbl>", "Fraktion\tJa\nNein"),
        ("<w:p><w:ins><w:r><w:t>neu</w:t></w:r></w:ins><w:del><w:r><w:t>alt</w:t></w:r></w:del></w:p>", "neu"),
        (
            f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('weg')}</w:tr><w:tr>{cell('Rest')}</w:tr></w:tbl>",
            "Rest",
        ),
        (
            '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>intern</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr>'
            "<w:t>offen</w:t></w:r></w:p>",
            "offen",
        ),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>Haus\u00adhalt</w:t></w:r></w:p>", "Haushalt"),
    ],
)  # fmt: skip
def test_docx(body: str, text: str) -> None:
    document = read_document(made.docx(body), name="antrag.docx")
    assert (texts(document), document.mime_type) == ([text], DOCX)


def test_docx_has_the_pages_that_word_last_saw() -> None:
    asked_for = run('<w:t>Erste</w:t><w:br w:type="page"/>')
    body = (
        asked_for
        + run("<w:lastRenderedPageBreak/><w:t>Zweite</w:t>")
        + run("<w:lastRenderedPageBreak/><w:t>Dritte</w:t>")
    )
    assert texts(read_document(made.docx(body))) == ["Erste", "Zweite", "Dritte"]


def test_docx_notes_stand_behind_the_text() -> None:
    body = made.docx(paragraph("Der Plan"), footnotes=f"<w:footnote>{paragraph('siehe Anlage 2')}</w:footnote>")
    assert texts(read_document(body)) == ["Der Plan\nsiehe Anlage 2"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:h>Antrag</text:h><text:p>Der Rat möge\nbeschließen:</text:p>", "Antrag\nDer Rat möge beschließen:"),
        ('<text:p>Ja<text:tab/>12<text:line-break/>Nein<text:s text:c="3"/>0</text:p>', "Ja\t12\nNein   0"),
        ("<text:p>Der <text:span>neue</text:span> Plan</text:p>", "Der neue Plan"),
        (
            "<table:table><table:table-row><table:table-cell><text:p>Ja</text:p></table:table-cell>"
            "<table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>",
            "Ja\t12",
        ),
        ("<text:tracked-changes><text:p>alt</text:p></text:tracked-changes><text:p>neu</text:p>", "neu"),
        ("<text:p>Haus<office:annotation><text:p>prüfen!</text:p></office:annotation>halt</text:p>", "Haushalt"),
    ],
)
def test_odt(body: str, text: str) -> None:
    document = read_document(made.odt(body), name="antrag.odt")
    assert (texts(document), document.mime_type) == ([text], ODT)


def test_odt_has_the_pages_it_was_last_shown_with() -> None:
    body = made.odt("<text:p>Erste</text:p><text:soft-page-break/><text:p>Zwei<text:soft-page-break/>Drei</text:p>")
    assert texts(read_document(body)) == ["Erste", "Zwei", "Drei"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\pard Der Rat beschlie\'dft:\par Zustimmung\par", "Der Rat beschließt:\nZustimmung"),
        (r"Stra\u223?en und \u8222\'84Gr\u252\'fcn\u8220\'93", "Straßen und „Grün“"),
        (r"\uc2 Stra\u223 ss\uc1 e \u-10179?\u-8704?", "Straße 😀"),
        (r"{\header Stadt Lindenfurt}{\*\generator Amt}{\pict 89504e47}Antrag{\footer Seite 1}", "Antrag"),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 12}} Stimmen", "12 Stimmen"),
        (r"Ja\tab 12\line Nein\emdash 3\~Enthaltungen", "Ja\t12\nNein—3\u00a0Enthaltungen"),
        (r"\trowd Fraktion\cell Ja\cell\row Rest", "Fraktion\tJa\nRest"),
        (r"Haus\-halt \{2024\} A\\B", "Haushalt {2024} A\\B"),
        (r"{\shp{\*\shpinst{\sp{\sn fill}{\sv 1}}{\shptxt Kasten}}} Text", "Kasten Text"),
        (r"Der {\v interne }Plan\v  geheim\v0  liegt vor", "Der Plan liegt vor"),
        (r"{\*\style\v0 Titel}Der Plan", "Der Plan"),
        (r"{\*\bkmkstart a}{\*\unknown geheim}Text", "Text"),
        (r"Bild\bin7 }}}}}}} und Text", "Bild und Text"),
    ],
)  # fmt: skip
def test_rtf(body: str, text: str) -> None:
    document = read_document(made.rtf(body), name="antrag.rtf")
    assert (texts(document), document.mime_type) == ([text], RTF)


def test_rtf_pages_and_code_pages() -> None:
    assert texts(read_document(made.rtf(r"Eins\page Zwei"))) == ["Eins", "Zwei"]
    assert texts(read_document(rb"{\rtf1\mac Stra\'a7e}")) == ["Straße"]
    assert texts(read_document(rb"{\rtf1\ansi\ansicpg1250 \'8aibenik}")) == ["Šibenik"]


def test_rtf_that_ends_early_keeps_what_it_has() -> None:
    document = read_document(made.rtf(r"{\b Der Rat")[:-1])
    assert (document.status, document.pages[0].text) == ("broken", "Der Rat")
    assert document.problem == "It ends before its end: 2 groups are open. Fetch it again."


def test_rtf_with_endless_groups_is_refused() -> None:
    document = read_document(rb"{\rtf1 " + b"{" * 100_000)
    assert (document.status, document.problem) == ("broken", "It has more than 1000 groups within each other.")


@pytest.mark.parametrize(
    "body",
    [
        made.odt("x", manifest="<manifest><encryption-data/></manifest>"),
        OLE_START + bytes(600) + ENCRYPTED_STREAM + bytes(600),
    ],
)
def test_a_password_is_told(body: bytes) -> None:
    assert read_document(body).status == "encrypted"


def test_a_zip_with_a_password_is_told() -> None:
    body = bytearray(made.docx(paragraph("geheim")))
    directory = body.index(b"PK\x01\x02", body.index(b"PK\x01\x02") + 1)
    body[directory + 8] |= 1
    assert read_document(bytes(body)).status == "encrypted"


def test_a_bomb_is_not_unpacked() -> None:
    body = made.docx(paragraph("a" * (3 << 20)))
    assert len(body) < 1 << 14
    document = read_document(body, limits=Limits(unpacked=1 << 20))
    assert (document.status, document.problem) == ("too_large", "Unpacked, word/document.xml has more than 1 MiB.")


def test_entities_are_not_multiplied() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    document = f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]><d><t>&l11;</t><p/></d>'
    found = read_document(made.packed({"[Content_Types].xml": "<T/>", "word/document.xml": document}))
    assert found.status in ("broken", "empty")


def test_a_file_outside_is_not_asked_for(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "word.txt"
    secret.write_text("geheim")
    document = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><d><t>&x;</t></d>'
    found = read_document(made.packed({"[Content_Types].xml": "<T/>", "word/document.xml": document}))
    assert "geheim" not in repr(found)


def test_a_damaged_part_is_told() -> None:
    body = made.docx(made.paragraph("Der Rat"))
    cut = body[: len(body) // 2]
    assert read_document(cut).status == "broken"
    assert read_document(made.docx("<w:p>")).problem == (
        "Its XML is damaged, or too large (Opening and ending tag mismatch: p line 1 and body, line 1, column 127)."
    )
