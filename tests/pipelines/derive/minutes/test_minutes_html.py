"""An item's minutes that ALLRIS shows on a page of their own."""

from pipelines.derive.minutes import cut_html_minutes
from tests.pipelines.derive.minutes.minutes_of import agenda

(ENTRY,) = agenda("Ö 5 | Haushalt")


def test_the_text_as_it_is() -> None:
    html = """<div><p>Herr <b>Lund</b> fragt nach
        den Kosten.<br>Frau Ott antwortet.</p><style>p {}</style>
        <table><tr><td>Ja:</td><td>12</td></tr><tr><td>Nein:</td><td>3</td></tr></table></div>"""
    (part,) = cut_html_minutes(html, ENTRY).parts
    assert part.text == "Herr Lund fragt nach den Kosten.\nFrau Ott antwortet.\nJa: 12\nNein: 3"
    assert (part.agenda_items, part.number, part.heading) == (("Ö 5",), "Ö 5", "Ö 5 Haushalt")
    assert part.span == (0, len(part.text))


def test_headings_of_other_items_are_words_of_this_one() -> None:
    (part,) = cut_html_minutes("<p>TOP 6 Verschiedenes</p><p>wird vorgezogen.</p>", ENTRY).parts
    assert part.agenda_items == ("Ö 5",)


def test_nothing_said() -> None:
    for html in ("", "<p>&nbsp;</p>", "<!-- leer -->", "<script>1</script>"):
        cut = cut_html_minutes(html, ENTRY)
        assert (cut.parts, cut.head, cut.complaints) == ((), "", ())


def test_deeply_nested() -> None:
    (part,) = cut_html_minutes("<div>" * 3000 + "Ein Wort" + "</div>" * 3000, ENTRY).parts
    assert part.text == "Ein Wort"
