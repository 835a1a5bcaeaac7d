"""How many OParl objects a second the reader turns into items: ``python -m benchmarks.oparl``.

The pages are made here, in the manner of SD.NET: 25 meetings with 15 agenda items and a file for each. No network.
"""

import json
from time import perf_counter
from typing import Any

from scraper.items import Meeting
from scraper.pages.oparl import read_document, read_list, read_objects

SCHEMA = "https://schema.oparl.org/1.1/"
SERVER = "https://oparl.example.org/body/1"
PAGES = 200
MEETINGS_A_PAGE = 25
ITEMS_A_MEETING = 15


def obj(kind: str, name: str, **properties: Any) -> dict[str, Any]:
    return {
        "id": f"{SERVER}/{kind.lower()}/{name}",
        "type": SCHEMA + kind,
        "name": f"{kind} {name}: Maßnahmen zur Verkehrsberuhigung",
        "created": "2024-01-05T14:58:40+01:00",
        "modified": "2024-06-24T18:57:14+02:00",
        **properties,
    }


def file(name: str) -> dict[str, Any]:
    return obj("File", name, mimeType="application/pdf", accessUrl=f"{SERVER}/files/{name}.pdf", date="2024-01-05")


def page(number: int) -> bytes:
    meetings = []
    for meeting in range(number * MEETINGS_A_PAGE, (number + 1) * MEETINGS_A_PAGE):
        agenda = [
            obj(
                "AgendaItem",
                f"{meeting}-{n}",
                number=str(n),
                result="einstimmig",
                resolutionFile=file(f"{meeting}-{n}"),
            )
            for n in range(ITEMS_A_MEETING)
        ]
        meetings.append(
            obj(
                "Meeting",
                str(meeting),
                agendaItem=agenda,
                invitation=file(str(meeting)),
                start="2024-01-05T18:00:00+01:00",
            )
        )
    return json.dumps({"data": meetings, "pagination": {"totalElements": PAGES * MEETINGS_A_PAGE}}).encode()


def main() -> None:
    pages = [page(number) for number in range(PAGES)]
    begun = perf_counter()
    items = 0
    for body in pages:
        content = read_list(read_document(body).value)
        assert content
        items += len(read_objects(content.entries, Meeting, SERVER).items)
    seconds = perf_counter() - begun
    megabytes = sum(map(len, pages)) / 1_000_000
    print(f"{PAGES} pages ({megabytes:.1f} MB), {items:,} items in {seconds:.2f} s:", end=" ")
    print(f"{PAGES / seconds:,.0f} pages and {items / seconds:,.0f} items a second")


if __name__ == "__main__":
    main()
