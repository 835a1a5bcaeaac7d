"""ODT, packed and flat."""

import pytest

from pipelines.derive.documents import read_document
from pipelines.derive.documents.kinds import FODT, ODT, OTT
from tests.pipelines.derive.documents import made
from tests.pipelines.derive.documents.made import texts


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
        (
            "<table:table><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>Fraktion</text:p>"
            "</table:table-cell><table:covered-table-cell/><table:table-cell table:number-rows-spanned='2'><text:p>Ja"
            "</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell/><table:table-cell><text:p>"
            "A</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table><text:p>B</text:p>",
            "Fraktion\tJa\n\tA\nB",
        ),
        (
            "<text:p>Der Plan<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>siehe Anlage"
            "</text:p></text:note-body></text:note> liegt vor</text:p><text:p>Ende</text:p>",
            "Der Plan liegt vor\nsiehe Anlage\nEnde",
        ),
        (
            "<text:p>Der Rat <draw:frame><draw:text-box><text:p>Kasten</text:p></draw:text-box><svg:title>Wappen"
            "</svg:title><svg:desc>ein Löwe</svg:desc></draw:frame>tagt</text:p>",
            "Der Rat tagt\nKasten",
        ),
        ("<text:p>Antrag <text:title>zum Haushalt</text:title></text:p>", "Antrag zum Haushalt"),
        (
            "<text:list><text:list-item><text:number>1.</text:number><text:p>Eins</text:p></text:list-item></text:list>",
            "1. Eins",
        ),
        (
            "<text:table-of-content><text:table-of-content-source><text:index-title-template>x</text:index-title-template>"
            "</text:table-of-content-source><text:index-body><text:p>1 Rat<text:tab/>3</text:p></text:index-body>"
            "</text:table-of-content>",
            "1 Rat\t3",
        ),
        (
            "<text:section text:display='none'><text:p>weg</text:p></text:section><text:p>Plan"
            "<text:hidden-text text:is-hidden='true'>geheim</text:hidden-text>"
            "<text:hidden-text text:is-hidden='false'>en</text:hidden-text></text:p>",
            "Planen",
        ),
        ("<text:tracked-changes><text:p>alt</text:p></text:tracked-changes><text:p>neu</text:p>", "neu"),
        ("<text:p>Haus<office:annotation><text:p>prüfen!</text:p></office:annotation>halt</text:p>", "Haushalt"),
    ],
)
def test_odt(body: str, text: str) -> None:
    document = read_document(made.odt(body), name="antrag.odt")
    assert (texts(document), document.mime_type) == ([text], ODT)


HIDDEN = (
    "<office:automatic-styles><style:style style:name='T1'><style:text-properties text:display='none'/></style:style>"
    "<style:style style:name='T2'><style:text-properties/></style:style></office:automatic-styles>"
)


def test_odt_does_not_show_what_a_style_hides() -> None:
    words = "".join(
        f"<text:span text:style-name='{style}'>{word}</text:span>"
        for style, word in (("T1", "interne "), ("T2", "Plan"))
    )
    body = f"<text:p>Der {words}</text:p>"
    assert texts(read_document(made.odt(body, styles=HIDDEN))) == ["Der Plan"]


def test_odt_in_one_file_and_as_a_template() -> None:
    master = "<office:master-styles><text:p>Kopf</text:p></office:master-styles>"
    flat = read_document(made.fodt("<text:p>Der Plan</text:p>", styles=master), name="antrag.fodt")
    assert (texts(flat), flat.mime_type, flat.problem) == (["Der Plan"], FODT, None)
    template = read_document(made.odt("<text:p>Der Plan</text:p>", kind=OTT), name="antrag.ott")
    assert (texts(template), template.mime_type, template.problem) == (["Der Plan"], OTT, None)


def test_odt_has_the_pages_it_was_last_shown_with() -> None:
    body = made.odt("<text:p>Erste</text:p><text:soft-page-break/><text:p>Zwei<text:soft-page-break/>Drei</text:p>")
    assert texts(read_document(body)) == ["Erste", "Zwei", "Drei"]
