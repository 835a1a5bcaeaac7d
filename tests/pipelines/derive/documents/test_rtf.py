"""RTF."""

import pytest

from pipelines.derive.documents import read_document
from pipelines.derive.documents.kinds import RTF
from tests.pipelines.derive.documents import made
from tests.pipelines.derive.documents.made import texts


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
        (r"{\shp{\*\shpinst{\sp{\sn fill}{\sv 1}}{\shptxt Kasten}}{\shprslt{\*\do Kasten}}}Text", "Text\nKasten"),
        (r"{\*\do{\dptxbx{\dptxbxtext Kasten}}}Text\par Ende", "Text\nKasten\nEnde"),
        (r"Der Plan{\footnote{\super\chftn} siehe Anlage 2.\par S. 3} liegt vor.\par Ende",
         "Der Plan liegt vor.\nsiehe Anlage 2.\nS. 3\nEnde"),
        (r"Der Plan{\*\footnote siehe Anlage 2.} liegt vor", "Der Plan liegt vor\nsiehe Anlage 2."),
        (r"{\upr{M\'3fller}{\*\ud{M\u252 ?ller}}} kommt", "Müller kommt"),
        (r"{\pntext 1.\tab}{\*\pn\pnlvlbody}Eins\par{\listtext 2.\tab}Zwei", "1.\tEins\n2.\tZwei"),
        (r"Der {\*\atnid AB}{\*\atnauthor Amt}\chatn{\*\annotation Bitte lesen}Plan", "Der Plan"),
        (r"vor\par\trowd\cell Ja\cell\row SPD\cell\cell 4\cell\row nach", "vor\n\tJa\nSPD\t\t4\nnach"),
        (r"\trowd A\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\cell\row Rest", "A\nRest"),
        (r"A\v geheim\plain B", "AB"),
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


FONTS = (
    rb"{\rtf1\ansi\ansicpg1252\deff1{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fcharset238{\*\panose 02}Arial CE;}"
    rb"{\f2\fcharset204 Arial Cyr;}{\f3\fcharset2{\*\falt Symbol}Wingdings;}{\f4\fcharset2 Symbol;}{\f5\cpg850 Dos;}"
    rb"{\f6\fcharset128 MS Mincho;}}"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\'8aib {\f0 Gr\'fcn \f2\'cc\'ee\'f1\f0 \'fc} \'8a", "Šib Grün Мосü Š"),
        (rb"\f0\'fc\plain\'8a", "üŠ"),
        (rb"{\f3\'fe}\f0  ja {\f3\'a8 A} nein", "☑ ja ☐ A nein"),
        (rb"{\f4\'b7\tab}Punkt", "•\tPunkt"),
        (rb"\f5 Gr\'81n", "Grün"),
        (rb"\f6\'83\'65", "テ"),
        (rb"\f99\f0\u268\'c8ech", "Čech"),
    ],
)
def test_rtf_has_a_code_page_for_each_font(body: bytes, text: str) -> None:
    assert texts(read_document(FONTS + body + b"}")) == [text]


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n "])
def test_rtf_behind_a_mark_or_spaces(before: bytes) -> None:
    document = read_document(before + made.rtf("Der Rat"), name="antrag.doc")
    assert (texts(document), document.mime_type) == (["Der Rat"], RTF)


def test_rtf_that_ends_within_a_note_keeps_it() -> None:
    document = read_document(made.rtf(r"Der Plan{\footnote siehe")[:-1])
    assert (document.status, document.pages[0].text) == ("broken", "Der Plan\nsiehe")


def test_rtf_that_ends_early_keeps_what_it_has() -> None:
    document = read_document(made.rtf(r"{\b Der Rat")[:-1])
    assert (document.status, document.pages[0].text) == ("broken", "Der Rat")
    assert document.problem == "It ends before its end: 2 groups are open. Fetch it again."


def test_rtf_with_endless_groups_is_refused() -> None:
    document = read_document(rb"{\rtf1 " + b"{" * 100_000)
    assert (document.status, document.problem) == ("broken", "It has more than 1000 groups within each other.")
