"""DOCX, and what all packed files have in common."""

import pytest

from pipelines.derive.documents import Limits, read_document
from pipelines.derive.documents.kinds import DOCX, ENCRYPTED_STREAM, OLE_START
from tests.pipelines.derive.documents import made
from tests.pipelines.derive.documents.made import paragraph, texts


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(paragraph, paragraphs))}</w:tc>"


UNTICKED = '<w:checked w:val="0"/>'


def wingdings(code: str) -> str:
    return f'<w:sym w:font="Wingdings" w:char="{code}"/>'


def box(first: int, now: str = "") -> str:
    return f'<w:fldChar><w:ffData><w:checkBox><w:default w:val="{first}"/>{now}</w:checkBox></w:ffData></w:fldChar>'


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
        (
            f"{paragraph('vor')}<w:tbl><w:tr>{cell('')}{cell('Ja')}{cell('')}</w:tr>"
            f"<w:tr>{cell('SPD')}{cell('')}{cell('4')}</w:tr></w:tbl>{paragraph('nach')}",
            "vor\n\tJa\nSPD\t\t4\nnach",
        ),
        (f"<w:tbl><w:tr>{cell('A')}</w:tr><w:tr>{cell('')}</w:tr><w:tr>{cell('B')}</w:tr></w:tbl>", "A\nB"),
        (
            "<w:p><w:r><w:t xml:space='preserve'>Der Rat </w:t><w:pict><w:txbxContent>"
            f"{paragraph('Kasten')}</w:txbxContent></w:pict><w:t>tagt</w:t></w:r></w:p>",
            "Der Rat tagt\nKasten",
        ),
        (run(f"{wingdings('F0FE')}<w:t> ja </w:t>{wingdings('A8')}"), "☑ ja ☐"),
        (run('<w:sym w:font="Webdings" w:char="F0FE"/><w:sym/><w:t>ja</w:t>'), "ja"),
        (
            run(f"{box(0, '<w:checked/>')}<w:t> ja </w:t>{box(1, UNTICKED)}<w:t> nein </w:t>{box(1)}"),
            "☒ ja ☐ nein ☒",
        ),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>Haus\u00adhalt</w:t></w:r></w:p>", "Haushalt"),
    ],
)  # fmt: skip
def test_docx(body: str, text: str) -> None:
    document = read_document(made.docx(body), name="antrag.docx")
    assert (texts(document), document.mime_type) == ([text], DOCX)


def test_docx_has_remarks_and_heads_of_its_own_that_are_no_text() -> None:
    body = made.docx(
        paragraph("Der Plan"),
        comments=f"<w:comment>{paragraph('bitte prüfen')}</w:comment>",
        header1=paragraph("Stadt Lindenfurt"),
    )
    assert texts(read_document(body)) == ["Der Plan"]


@pytest.mark.parametrize("name", ["antrag.docx", "antrag.docm", "antrag.dotx"])
def test_docx_as_other_programs_pack_it(name: str) -> None:
    whole = made.docx(paragraph("Der Plan"), footnotes2=paragraph("siehe Anlage 2"))
    document = read_document(made.renamed(whole, "word/document.xml", "word/document2.xml"), name=name)
    assert (texts(document), document.mime_type, document.problem) == (["Der Plan\nsiehe Anlage 2"], DOCX, None)


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
