"""The requests that ALLRIS 4's pages make themselves: what they are called, and what is answered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scraper.sample.faces.allris4.frame import RESOURCES, VERSION, Ids, page, read_out
from scraper.sample.faces.web import Request

LISTENER = re.compile(r"(?P<page>\d+)-(?:\d+\.\d+)?-(?P<component>.*)")
"""12-1.0-form-calNav-months-3-monthlink; 12-1.0- is the page's own timer, 3--anlagenHeaderPanel-… a download."""
LOADING = f"{RESOURCES}org.apache.wicket.ajax.AbstractDefaultAjaxBehavior/indicator.gif"
EMPTY_RESPONSE = '<?xml version="1.0" encoding="UTF-8"?><ajax-response></ajax-response>'
"""To a request of a page that the visitor's session does not have."""


@dataclass(frozen=True)
class Listener:
    """Which part of which page of the visitor's session a request is for."""

    page: int
    component: str


def listener_of(request: Request) -> Listener | None:
    """None for a request of a page as a whole."""
    matches = (LISTENER.fullmatch(name) for name in request.query)
    found = next((match for match in matches if match), None)
    return Listener(int(found["page"]), found["component"]) if found else None


def with_query(name: str, query: str) -> str:
    """("si010", "MM=1&YY=2026") -> si010?MM=1&YY=2026"""
    return f"{name}?{query}" if query else name


def loading_page(name: str, number: int, query: str, title: str, ids: Ids, buttons: Iterable[str] = ()) -> str:
    """A page whose content its script asks for, a second after it was shown.

    `query` is that of the page, and of all its requests; `buttons` are the components of those who reload it.
    """
    place = next(ids)
    tail = f"&{query}" if query else ""
    handlers = "".join(
        f'Wicket.Ajax.ajax({{"u":"./{name}?{number}-1.0-{one}{tail}","c":"{next(ids)}","e":"click","pd":true}});;\n'
        for one in buttons
    )
    script = f"""\
<script type="text/javascript">
/*<![CDATA[*/
Wicket.Event.add(window, "domready", function(event) {{
{handlers}Wicket.Event.publish(Wicket.Event.Topic.AJAX_HANDLERS_BOUND);
;}});
/*]]>*/
</script>
<script type="text/javascript">
/*<![CDATA[*/
Wicket.Event.add(window, "load", function(event) {{
Wicket.Timer.set('{place}.0', function(){{Wicket.Ajax.ajax({{"u":"./{name}?{number}-1.0-{tail}"}});}}, 1000);;
;}});
/*]]>*/
</script>
"""
    waiting = f'<div id="{place}"><div><img alt="Loading..." src="{LOADING}"/></div></div>\n'
    return page(name, number, with_query(name, query), title, read_out(ids, title, waiting), script)


def ajax_response(ids: Ids, content: str) -> str:
    """What the page's script puts in place of the part that was waiting."""
    place = next(ids)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><ajax-response>'
        f'<component id="{place}" ><![CDATA[<div id="{place}"><div id="{next(ids)}">\n{content}</div></div>]]>'
        '</component><header-contribution><![CDATA[<head xmlns:wicket="http://wicket.apache.org">'
        f'<meta name="description" content="{VERSION}" /></head>]]></header-contribution></ajax-response>'
    )
