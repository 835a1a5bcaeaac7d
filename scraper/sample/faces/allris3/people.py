"""Organs and who sits in them: the lists au010 and fr010, the pages au020, fr020 and pa020, persons (kp041, kp020)."""

from collections.abc import Iterator

from scraper.sample.faces.allris3.council import COMMITTEE_SCRIPT, Council, address_of, day_of
from scraper.sample.faces.allris3.frame import NOTHING, form, page, stripe
from scraper.sample.faces.council import CLASSES
from scraper.sample.faces.markup import raw
from scraper.sample.faces.web import Request
from scraper.sample.town import Meeting, Membership, Organization, Person

GROUP = "Fraktion/Gruppe"
FORM_KINDS = {"council": ("il1_pa", "PA"), "group": ("il1_fr", "FR")}
COMMITTEE_KIND = ("il1_au", "AU")
PARTS = (
    ("Rat der Stadt", ("council",)), ("Fraktion", ("group",)), ("Ausschüsse", ("committee", "district", "advisory")),
)  # fmt: skip
"""The headings of a person's page and what stands below them."""
COLUMNS = ("Name", "Art der Mitarbeit", "Funktion", "seit")


def committees(council: Council, _: Request) -> str:
    return _organs(council, "au010", "Ausschüsse", council.committees())


def groups(council: Council, _: Request) -> str:
    return _organs(council, "fr010", "Fraktionen/Gruppen", council.groups())


def _organs(council: Council, script: str, heading: str, organs: list[Organization]) -> str:
    """Those that are no more stand below the others."""
    today = council.town.today
    rows = [_organ(council, one) for one in organs if one.exists_on(today)]
    former = [_organ(council, one) for one in organs if not one.exists_on(today)]
    if former:
        rows += ['<td colspan="8">&nbsp;</td>', *former]
    lines = "".join(f'\t<tr class="{stripe(number)}">{text}</tr>\n' for number, text in enumerate(rows))
    content = f"""<table class="tl1" cellspacing="0" cellpadding="1" border="0">
\t<tr class="zk1">
\t\t<th colspan="2">&nbsp;</th>
\t\t<th>&nbsp;Mitglieder<br  />({day_of(today)})</th>
\t\t<th>&nbsp;</th>
\t\t<th colspan="2">Letzte Sitzung</th>
\t\t<th colspan="2">Nächste Sitzung</th>
\t</tr>
\t<tr>
\t\t<td colspan="8"><hr  /></td>
\t</tr>
{lines}</table>"""
    return page(council, script, heading, heading, content, own=f"{script}.asp")


def _organ(council: Council, organ: Organization) -> str:
    count = str(len(council.members(organ, ever=False)))
    if organ.end and organ.end < council.town.today:
        count = f"(bis&nbsp;{day_of(organ.end)})"
    last, coming = council.last_and_next(organ)
    return f"""
<td>{_organ_form(organ)}</td>
\t\t<td class="text1">{_organ_link(organ)}</td>
\t\t<td class="text5" align="right" nowrap="nowrap">{count}
</td>
<td>&nbsp;</td>
\t\t<td class="text2" width="1%">{_day(last)}</td>
\t\t<td>&nbsp;</td>
\t\t<td class="text2" width="1%">{_day(coming)}</td>
\t\t<td>&nbsp;</td>
\t"""


def _day(meeting: Meeting | None) -> str:
    return day_of(meeting.start.date()) if meeting else ""


def _organ_form(organ: Organization) -> str:
    """Which kind of organ it is, is told where the mouse rests."""
    script, name = address_of(organ)
    kind, value = FORM_KINDS.get(organ.kind, COMMITTEE_KIND)
    title = _kind(organ)
    return form(script, {name: organ.id, "altoption": title}, kind, value, title)


def _organ_link(organ: Organization) -> str:
    script, name = address_of(organ)
    return f'<a href="{script}?{name}={organ.id}&amp;altoption={_kind(organ)}">{raw(organ.name)}</a>'


def _kind(organ: Organization) -> str:
    return GROUP if organ.kind == "group" else CLASSES[organ.kind]


def committee(council: Council, request: Request) -> str | None:
    return _members(council, council.committee_asked(request))


def group(council: Council, request: Request) -> str | None:
    return _members(council, council.group_asked(request))


def assembly(council: Council, request: Request) -> str | None:
    return _members(council, council.assembly_asked(request))


def council_of_today(council: Council, _: Request) -> str | None:
    """The council's page under the address that needs no number."""
    return _members(council, council.town.council)


def _members(council: Council, organ: Organization | None) -> str | None:
    """Who sits there today. Who did so before stands on the persons' pages only."""
    if organ is None:
        return None
    script, name = address_of(organ)
    own = f"{script}?{name}={organ.id}"
    heads = "".join(
        f'\t\t<th nowrap="nowrap"><span title="">{column}</span>&nbsp;<a href="/bi/{own}&amp;SORT={number}">'
        f'<img class="iso1" src="images/sort1.gif" alt="aufsteigend sortieren"  /></a>&nbsp;</th>\n'
        for number, column in enumerate(COLUMNS, 1)
    )
    members = council.everybody_in(organ)
    rows = "".join(_member(council, one, stripe(number)) for number, one in enumerate(members))
    width = len(COLUMNS) + 2
    content = f"""<table class="tk1" cellspacing="0" cellpadding="0">
\t<tr><td><a href="si018_a.asp?GRA={organ.id}"><h3>Sitzungsübersicht&nbsp;&nbsp;<img src="images/date.gif" \
alt="Sitzungsübersicht" title="Sitzungsübersicht" /></h3></a></td></tr>
</table>
<h3>Mitglieder</h3>

<table class="tl1" cellspacing="0" cellpadding="2" border="0">
\t<tr class="zk1">
\t\t<th width="3%"><img src="images/einpix.gif" width="20" height="1" alt=""  /></th>
\t\t<th width="3%"><img src="images/einpix.gif" width="20" height="1" alt=""  /></th>
{heads}\t</tr>
\t<tr>
\t\t<td colspan="{width}"><hr  /></td>
\t</tr>
{rows}\t<tr>
\t\t<td colspan="{width}"><img src="images/einpix.gif" alt="" width="1" height="1"  /></td>
\t</tr>
</table>

<table class="tk1" cellspacing="3" cellpadding="0" border="0">
\t<tr class="zk1"><th>Anzahl: {len(members)}</th></tr>
</table>
"""
    title = organ.name if name == COMMITTEE_SCRIPT[1] else _kind(organ)
    return page(council, script.removesuffix(".asp"), title, organ.name, content, own=own, number=organ.id)


def _member(council: Council, membership: Membership, kind: str) -> str:
    person = council.town.person_of[membership.person_id]
    return f"""\t<tr class="{kind}">
<td>{form("kp020.asp", {"KPLFDNR": person.id}, "il1_kp", "", membership.role)}</td>
\t\t<td>&nbsp;</td>
<td nowrap="nowrap">{_person_link(person)}</td>
\t\t<td class="text1"><div>{raw(membership.role)}</div></td>
\t\t<td class="text4"><div>{raw(council.group_of(membership))}</div></td>
\t\t<td class="text2">{day_of(membership.start)}</td>
\t</tr>
"""


def _person_link(person: Person) -> str:
    return f'<a href="kp020.asp?KPLFDNR={person.id}">{raw(person.name)}</a>'


def persons(council: Council, request: Request) -> str:
    """Who sits in an organ today; with showAll=true everybody."""
    everybody = request.query.get("showAll") == "true"
    shown = [one for one in council.persons if everybody or council.sits_now(one)]
    rows = "".join(_listed(council, one, stripe(number)) for number, one in enumerate(shown))
    content = f"""<table class="tl1" cellspacing="0" cellpadding="2" border="0">
\t<tr class="zk1">
\t\t<th colspan="2">&nbsp;</th>
\t\t<th>Name</th>
\t\t<th>Herkunft</th>
\t</tr>
{rows}\t<tr>
\t\t<td class="text4" colspan="4"><a href="kp041.asp?showAll=true" title="">alle, auch ehemalige</a></td>
\t</tr>
</table>"""
    return page(council, "kp041", "Mandatsträger", "Mandatsträger", content, own="kp041.asp")


def _listed(council: Council, person: Person, kind: str) -> str:
    organs = [council.town.organization_of[one.organization_id] for one in council.memberships(person, ever=False)]
    origin = ", ".join(one.short_name for one in organs if one.kind == "group")
    return f"""\t<tr class="{kind}">
<td>{form("kp020.asp", {"KPLFDNR": person.id}, "il1_kp", "", person.status)}</td>
\t\t<td>&nbsp;</td>
<td nowrap="nowrap">{_person_link(person)}</td>
\t\t<td class="text4">{raw(origin)}</td>
\t</tr>
"""


def person(council: Council, request: Request) -> str | None:
    """What somebody belongs to today; with history=true ever."""
    one = council.person_asked(request)
    if one is None:
        return None
    ever = request.query.get("history") == "true"
    rows = "".join(line for title, kinds in PARTS for line in _part(council, one, title, kinds, ever=ever))
    own = f"kp020.asp?KPLFDNR={one.id}"
    content = f"""<h3>Anschrift</h3>
<table class="tk1" cellspacing="0" cellpadding="1">
\t<tr><td><table cellspacing="4" cellpadding="1" border="0">
\t<tr><td class="text4" colspan="4">{one.form_of_address}</td></tr>
\t<tr><td class="text4" colspan="4">{raw(one.name)}</td></tr>
{_contact("telefon", "Tel. privat", one.phone)}{_contact("email", "E-Mail 1", one.email)}</table>
</td></tr>
</table>
<h3>Mitarbeit</h3>
<table class="tl1" cellspacing="0" cellpadding="2" border="0">
{rows}</table>
<p><a href="{own}&amp;history=true" title="">auch beendete</a></p>
"""
    return page(council, "kp020", one.name, one.name, content, own=own, number=one.id)


def _contact(picture: str, label: str, text: str | None) -> str:
    """Every character of an address as a reference, so that programs that collect addresses overlook it."""
    if not text:
        return ""
    hidden = "".join(f"&#{ord(one)};" for one in text)
    symbol = f'<img src="images/{picture}.gif" alt="{label}" title="{label}"  />'
    return f"""\t<tr>
\t\t<td class="lb1">{symbol}</td>
\t\t<td class="text4" colspan="3"><span title="{label}">{hidden}</span></td>
\t</tr>
"""


def _part(council: Council, person: Person, title: str, kinds: tuple[str, ...], *, ever: bool) -> Iterator[str]:
    organ_of = council.town.organization_of
    found = [one for one in council.memberships(person, ever=ever) if organ_of[one.organization_id].kind in kinds]
    yield f'\t<tr class="zw1"><th colspan="5">{title}</th></tr>\n'
    if not found:
        yield '\t<tr class="zl12"><td>&nbsp;</td><td colspan="4">Keine Information verfügbar</td></tr>\n'
    for number, one in enumerate(found):
        organ = organ_of[one.organization_id]
        until = f"{day_of(one.start)} - {day_of(one.end)}" if one.end else f"seit {day_of(one.start)}"
        yield (
            f'\t<tr class="{stripe(number)}"><td>{_organ_form(organ)}</td><td class="text1">{_organ_link(organ)}</td>'
            f'<td class="text4">{raw(one.role)}&nbsp;</td><td class="text4">{until}</td><td>{NOTHING}</td></tr>\n'
        )
