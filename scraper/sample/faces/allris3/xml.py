"""The same as XML, for who asks for it: sittings, an agenda, an item, people.

Made after what public programs have read of such answers for years: a block of the program's own, then the list, flat
fields below each entry, values escaped twice, links as they stand in pages, moments in UTC.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from scraper.sample.faces.allris3.agenda import texts_of
from scraper.sample.faces.allris3.calendar import CANCELLED
from scraper.sample.faces.allris3.council import OPEN, Council, number_of
from scraper.sample.faces.allris3.texts import document
from scraper.sample.faces.council import Month, bare_number
from scraper.sample.faces.markup import named, raw
from scraper.sample.faces.web import Request
from scraper.sample.town import AgendaItem, Meeting, Person

CONTENT_TYPE = "text/xml; charset=iso-8859-1"
LEVELS = ("tofnum", "tofunum", "tofuunum")


def is_asked(request: Request) -> bool:
    return request.query.get("selfaction") == "ws" and request.query.get("template") == "xyz"


def calendar(council: Council, request: Request) -> str:
    """The sittings of the days asked for, of all days with showall=true, else of this month. All are there, also those
    that nobody has been invited to."""
    today = council.town.today
    first, last = _day(request.query.get("kaldatvon")), _day(request.query.get("kaldatbis"))
    if request.query.get("showall") == "true":
        first, last = date.min, date.max
    elif not (first and last):
        month = Month(today.year, today.month)
        first, last = month.days[0], month.days[-1]
    shown = [one for one in council.meetings if first <= one.start.date() <= last]
    special = _block("special", sidat=f"{today:%d.%m.%Y}")
    return _answer([special, _list("termin", (_sitting(council, one) for one in shown))])


def _sitting(council: Council, meeting: Meeting) -> str:
    """The identifier is a link, and nobody thought of escaping it."""
    reference = f"SI/{meeting.start.year}/{meeting.id:03d}"
    link = f'<a href="to010.asp?SILFDNR={meeting.id}&options=4" target="_blank">{reference}</a>'
    return (
        f"<siname>{link}</siname>"
        + _field("silfdnr", meeting.id)
        + _field("sisbvcs", _utc(meeting.start))
        + _field("sisevcs", _utc(meeting.end) if meeting.end else "")
        + _field("sitext", (CANCELLED if meeting.cancelled else "") + meeting.name)
        + _field("grname", council.organ_of(meeting).name)
    )


def agenda(council: Council, request: Request) -> str | None:
    meeting = council.meeting_asked(request)
    if meeting is None:
        return None
    place = council.town.location_of[meeting.location_id]
    items = [item for item in meeting.agenda if not item.heading]
    return _answer(
        [
            _block(
                "special",
                sisb=f"{meeting.start:%H:%M}",
                sise=f"{meeting.end:%H:%M}" if meeting.end else "",
                saname="Sitzung",
            ),
            _block(
                "head",
                sitext=meeting.name,
                raname=place.room,
                raort=f"{place.street_address}, {place.postal_code} {place.locality}",
            ),
            _list("top", (_item(item) for item in items)),
        ]
    )


def _item(item: AgendaItem) -> str:
    levels = [*bare_number(item).rstrip(".").split("."), "0", "0"]
    return (
        _field("tolfdnr", item.id)
        + _field("topnr", number_of(item))
        + "".join(_field(name, level) for name, level in zip(LEVELS, levels, strict=False))
        + _field("toostLang", "öffentlich" if item.public else "nichtöffentlich")
        + _field("totext1", item.name)
        + _field("volfdnr", item.paper_id or 0)
    )


def extract(council: Council, request: Request) -> str | None:
    item = council.item_asked(request)
    if item is None:
        return None
    paper = council.town.paper_of[item.paper_id] if item.paper_id else None
    told = {"voname": paper.reference, "vobetr": paper.name} if paper else {}
    result = (item.result or OPEN).replace("\n", "<br />")
    fields = {"toptext": item.name, **told, "nowDate": f"{council.town.today:%d.%m.%Y}"}
    texts = "".join(
        f"<rtf{name}>{document(''.join(text)) if text else ''}</rtf{name}>" for name, _, text in texts_of(council, item)
    )
    told_fields = "".join(_field(name, text) for name, text in fields.items())
    return _answer([f"<special>{told_fields}<totyp>{raw(result)}</totyp>{texts}</special>"])


def persons(council: Council, request: Request) -> str:
    """Who sits in an organ today; with showAll=true everybody."""
    everybody = request.query.get("showAll") == "true"
    shown = [one for one in council.persons if everybody or council.sits_now(one)]
    return _answer([_block("special", kpanz=len(shown)), _list("person", map(_person, shown))])


def _person(person: Person) -> str:
    """With what the program knows of how to reach them."""
    told = {
        "kplfdnr": person.id,
        "link_kp": f"kp020.asp?KPLFDNR={person.id}",
        "antext1": person.form_of_address,
        "adtit": person.title or "",
        "adname": person.family_name,
        "advname": person.given_name,
        "aktiv": 1,
        "adtel": person.phone or "",
        "ademail": person.email or "",
    }
    return "".join(_field(name, value) for name, value in told.items())


def _answer(blocks: list[str]) -> str:
    return f'<?xml version="1.0" encoding="iso-8859-1"?>\r\n<root>{"".join(blocks)}</root>\r\n'


def _block(name: str, **fields: object) -> str:
    return f"<{name}>{''.join(_field(one, value) for one, value in fields.items())}</{name}>"


def _list(name: str, entries: Iterable[str]) -> str:
    return f"<list>{''.join(f'<{name}>{entry}</{name}>' for entry in entries)}</list>"


def _field(name: str, value: object) -> str:
    """Escaped for a page, and then for XML."""
    return f"<{name}>{raw(named(str(value)))}</{name}>"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _day(text: str | None) -> date | None:
    try:
        day, month, year = map(int, (text or "").split("."))
        return date(year, month, day)
    except ValueError:
        return None
