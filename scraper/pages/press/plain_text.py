"""Text dumps of press pages that are gone -> releases.

A dump is what someone copied or an archive kept as text: a release, or a list page with several, each with its
head. A head is a title and one or two dates. Its shapes, as seen:

- inline: ``GRÜNE sind Motor beim Integrationskonzept 10. März 201716. März 2017 Seit Anfang Januar …``, one line
  each, maybe with ``| Dietmar Wolf`` behind the dates;
- a line of its own that holds the day: ``07.12.2016 | Olaf Lehne``, ``17. Juni 2025 – Pressemitteilung …``,
  ``13. Dezember 2017 | Presse``, with the title before or after it;
- a line that begins with the day and goes on with the text: ``11.03.2020 – Die SWD soll …``, without a title;
- labels: ``Titel: …``, ``Datum: …``, ``Autor: …``.

A first line ``URL: …`` says where the page was. Assumed: a title is no sentence and no longer than 200 characters.
Not assumed: that there is a title, or a day. What belongs to no release becomes a Complaint.
"""

import hashlib
import re
from collections.abc import Iterator

from scraper.items import Complaint, PressRelease
from scraper.pages.press.addresses import page_key, tidy
from scraper.pages.press.date_shapes import day_in_address
from scraper.pages.press.document import comparable, one_line
from scraper.pages.press.text_heads import Draft, drafts_in

KIND = "text dump of press releases"
# URL: https://www.gruene-duesseldorf.de/presse/ (TYPO3; several captures)
ADDRESS_LINE = re.compile(r"^(?:URL|Adresse|Quelle|Link|Source)\s*:\s*(https?://\S+).*$", re.IGNORECASE)
# # Radweg kommt, **10. März 2017**: what programs that turn HTML into text put around a title or day
MARKDOWN = re.compile(r"^(?:#{1,6}\s+)?([*_]{0,3})(\S.*?)\1$")
# The dump shows the beginning of a text only: "Der Druck von […]"
CUT_OFF = re.compile(r"(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*$")


def read_plain_text(body: bytes, address: str | None, name: str) -> Iterator[PressRelease | Complaint]:
    """The releases in a dump; `address` is where the page was, if that is known, `name` what the dump is called."""
    lines = [MARKDOWN.sub(r"\2", one_line(line)) for line in _decoded(body).splitlines()]
    for number, line in enumerate(lines):
        if found := ADDRESS_LINE.match(line):
            address = address or found.group(1)
            lines[number] = ""
    drafts, leftover = drafts_in(lines)
    if not drafts:
        yield _complaint(address or name, "no release: neither title, day nor text", body, "error")
        return
    if leftover:
        yield _complaint(address or name, f"text before the first release: {' '.join(leftover)[:200]}", body, "warning")
    for draft in drafts:
        if draft.title is None:
            begin = (draft.text or "")[:80]
            yield _complaint(address or name, f"a release without a title: {begin} …", body, "warning")
        elif draft.text is None:
            yield _complaint(address or name, f"a release without text: {draft.title}", body, "warning")
        yield _release(draft, address, is_only_one=len(drafts) == 1)


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", errors="replace")


def _release(draft: Draft, address: str | None, *, is_only_one: bool) -> PressRelease:
    text = draft.text
    return PressRelease(
        vendor_id=_vendor_id(draft, address, is_only_one=is_only_one),
        source_url=tidy(address) if address else None,
        title=draft.title,
        published_text=draft.dates or (day_in_address(address) if address and is_only_one else None),
        author=draft.author,
        text=text,
        tags=draft.tags,
        other={"excerpt": True} if text and CUT_OFF.search(text) else {},
    )


def identity_of(day: str | None, title: str | None, text: str | None) -> str:
    """The vendor_id of a release whose address nobody knows; the same release comes out under the same name again."""
    named = f"{day or ''}\n{title or (text or '')[:200]}"
    return f"saved:{hashlib.sha256(comparable(named).encode()).hexdigest()[:16]}"


def _vendor_id(draft: Draft, address: str | None, *, is_only_one: bool) -> str:
    identity = identity_of(draft.dates, draft.title, draft.text)
    if address is None:
        return identity
    return page_key(address) if is_only_one else f"{page_key(address)}#{identity.removeprefix('saved:')}"


def _complaint(address: str, came: str, body: bytes, severity: str) -> Complaint:
    return Complaint(
        address=address,
        page_kind=KIND,
        expected="press releases, each with title, day and text",
        came=came,
        advice="Look at the file. A line with the title, a line with the day and then the text is read in any case.",
        body=body,
        severity=severity,
    )
