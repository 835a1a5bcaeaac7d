"""What the tests of minutes share: an agenda in few words, and a cut as plain pairs."""

from textwrap import dedent

from pipelines.derive.minutes import AgendaEntry, Cut, cut_minutes


def agenda(*rows: str) -> list[AgendaEntry]:
    """Rows "Ö 7.1 | Haushalt"; those behind "-- N --" are not public. Ids are the numbers, there with an "N" before."""
    entries, public = [], True
    for position, row in enumerate(rows):
        if row == "-- N --":
            public = False
            continue
        number, name = (part.strip() or None for part in row.split("|"))
        key = number or name or ""
        entries.append(
            AgendaEntry(
                id=key if public or key.startswith("N") else f"N {key}",
                number=number,
                name=name,
                position=position,
                public=public,
            )
        )
    return entries


def pages(text: str) -> list[str]:
    """Pages are parted by a line "=====."""
    return [page.strip("\n") for page in dedent(text).split("=====\n")]


def cut(text: str, *rows: str) -> Cut:
    return cut_minutes(pages(text), agenda(*rows))


def tied(one: Cut) -> list[tuple[str, str]]:
    """Ids and the text's words, part by part."""
    return [("+".join(part.agenda_items), " ".join(part.text.split())) for part in one.parts]


def items(one: Cut) -> list[str]:
    return ["+".join(part.agenda_items) for part in one.parts]
