"""Pages of more! rubin: the portal's shell, the calendar, the page that carries its meeting in a script."""

from scraper.sample.faces.council import Month
from scraper.sample.faces.markup import MONTHS, WEEKDAYS, day_text, raw, raw_attribute
from scraper.sample.faces.rubin.council import BODY
from scraper.sample.faces.rubin.meetings import whole_meeting
from scraper.sample.faces.rubin.rows import CANCELLED
from scraper.sample.faces.rubin.site import Site
from scraper.sample.town import Meeting

SHELL = """<!DOCTYPE html>
<html lang="de">
  <head>
    <meta charset="UTF-8">
    <link rel="icon" href="/components/favicon-M5tadt00.png">
    <meta name="viewport" content="width=device-width, initial-scale=1.0">
    <meta name="robots" content="NOINDEX,NOFOLLOW" />
    <title>Ratsinfosystem</title>
    <script type="module" crossorigin src="/components/index-M5tadt01.js"></script>
    <link rel="stylesheet" crossorigin href="/components/index-M5tadt02.css">
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>
"""
"""What the portal answers to every page: a browser fills it from api.php."""
COMPONENT = "MeetingPage__3f0c2d7"
CALENDAR_QUERY = "skc_zeitraum=1&skc_ansicht=k&d_von={von}&d_bis={bis}&koerperschaft="


def calendar_address(month: Month) -> str:
    text = f"{month.year}-{month.month:02}"
    return f"sitzungskalender.php?{CALENDAR_QUERY.format(von=text, bis=text)}"


def calendar_page(site: Site, first: Month, last: Month) -> str:
    """A row a day, and as many as there are meetings; a meeting's number in its link and in a form beside it."""
    rows = []
    month = first
    while month.first_day <= last.first_day:
        rows.append(f'<tr><td class="SKMonat_td" colspan="5"><b>{MONTHS[month.month - 1]} {month.year}</b></td></tr>')
        for day in month.days:
            meetings = site.council.meetings_on.get(day, [])
            named = f"{WEEKDAYS[day.weekday()][:2]}., {day:%d.%m.%Y}"
            if not meetings:
                rows.append(f'<tr><td class="SKDatum_td">{named}</td><td colspan="4"></td></tr>')
            rows += [_calendar_row(site, named, meeting) for meeting in meetings]
        month = month.next
    content = "\n".join(rows)
    links = " ".join(
        f'<a href="{raw_attribute(calendar_address(one))}">{MONTHS[one.month - 1]} {one.year}</a>'
        for one in site.council.neighbours(first)
    )
    town = site.council.town
    return _page(
        site,
        f"""<div id="content">
<b class="Suchueberschrift">Sitzungskalender</b>
<form name="sitzungskalender" method="get" action="sitzungskalender.php">
<input type="hidden" name="skc_zeitraum" value="1"><input type="hidden" name="skc_ansicht" value="k">
<input type="text" name="d_von" value="{first.year}-{first.month:02}">
<input type="text" name="d_bis" value="{last.year}-{last.month:02}">
<select name="koerperschaft"><option value="">alle</option>
<option value="{BODY}">Stadt {raw(town.name)}</option></select>
<input type="submit" value="Anzeigen"></form>
<p>{links}</p>
<table class="table_sk">
{content}
</table>
<div class="aktualisierung">Letzte Aktualisierung am: {_last_change(site)}</div>
</div>""",
    )


def _last_change(site: Site) -> str:
    """When anything of a meeting was last touched: 30.06.2026, 14:05"""
    last = max(one.modified for one in site.council.meetings)
    return f"{day_text(last)}, {last:%H:%M}"


def _calendar_row(site: Site, day: str, meeting: Meeting) -> str:
    number = site.council.number_of(meeting)
    end = f" - {meeting.end:%H:%M} Uhr" if meeting.end else ""
    name = (CANCELLED if meeting.cancelled else "") + meeting.name
    return (
        f'<tr><td class="SKDatum_td">{day}</td><td class="SKZeit_td">{meeting.start:%H:%M} Uhr{end}</td>'
        f'<td class="SKTerminTitel_td"><a href="meeting.php?sid={number}" title="{raw_attribute(name)}">{raw(name)}</a>'
        f'</td><td class="SKRaum_td">{raw(site.council.place_of(meeting))}</td>'
        f'<td class="SKAktion_td"><form method="get" action="meeting.php"><input type="hidden" name="sid" '
        f'value="{number}"><input type="image" src="images/top.gif" alt="Tagesordnung"></form></td></tr>'
    )


def meeting_page(site: Site, meeting: Meeting | None) -> str:
    """The meeting stands in the script, below a name whose end changes with the program's version.

    Without a meeting the page is the same, and its meeting null.
    """
    told = {"passed-meeting": whole_meeting(site, meeting, with_documents=True) if meeting else None}
    return _page(
        site,
        f"""<div component="{COMPONENT}"></div><script>
 if (window.components == undefined) {{
  window.components = {{}};
 }}
 window.components["{COMPONENT}"] = {{
  props: {site.written(told)},
  store: [],
 }};
</script><div id="app"></div>""",
    )


def _page(site: Site, content: str) -> str:
    name = f"Rats- und Bürgerinfosystem Stadt {raw(site.council.town.name)}"
    return f"""<!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de" lang="de">
     <head>
      <title>{name}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Type" content="text/html;">
      <meta name="author" content="more! software">
      <meta name="publisher" content="more! software">
      <meta name="copyright" content="more! software">
      <meta name="description" content="Rats- und B&uuml;rgerinformationssystem">
      <meta name="content-language" content="de">
      <meta name="language" content="de">
      <meta name="robots" content="NOINDEX,NOFOLLOW">
      <meta name="title" content="{name}">

      <link rel="shortcut icon" href="images/favicon.png">
      </head><body>{content}</body></html>
"""
