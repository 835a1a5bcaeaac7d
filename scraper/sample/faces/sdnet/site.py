"""What every page needs to know: the council, the addresses of this visit, and how documents are called."""

import re
from dataclasses import dataclass
from datetime import datetime

from scraper.sample.faces.council import Council
from scraper.sample.faces.markup import WEEKDAYS
from scraper.sample.faces.sdnet.tokens import Tokens
from scraper.sample.town import AgendaItem, File, Meeting, Organization, Paper, Person

UMLAUTS = str.maketrans({"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
NOT_IN_FILE_NAMES = re.compile(r"[^A-Za-z0-9._-]")
SMALLEST, LARGEST = 61, 2950
"""KB. Sizes are made up: what public sites show are scans and plans."""


@dataclass(frozen=True)
class DocumentName:
    """`whole` names it anywhere: "Einladung Rat 29.09.2026"; `short` is what stands beside its meeting."""

    whole: str
    short: str


@dataclass(frozen=True, eq=False)
class Site:
    council: Council
    tokens: Tokens
    base: str

    def meeting(self, one: Meeting) -> str:
        return f"{self.base}/tops/?__={self.tokens.of('meeting', one.id)}"

    def meeting_export(self, one: Meeting) -> str:
        return f"{self.base}/tops/ics/?__={self.tokens.of('meeting', one.id)}"

    def paper(self, one: Paper) -> str:
        return f"{self.base}/vorgang/?__={self.tokens.of('paper', one.id)}"

    def matter(self, item: AgendaItem) -> str:
        """The page of the item's paper; an item without one has a page of its own."""
        if item.paper_id:
            return self.paper(self.council.town.paper_of[item.paper_id])
        return f"{self.base}/vorgang/?__={self.tokens.of('item', item.id)}"

    def organ(self, one: Organization) -> str:
        folder = "fraktionen" if one.kind == "group" else "gremien"
        return f"{self.base}/{folder}/?__={self.tokens.of('organ', one.id)}"

    def person(self, one: Person) -> str:
        return f"{self.base}/personen/?__={self.tokens.of('person', one.id)}"

    def file(self, one: File) -> str:
        name = file_name(self.document_name(one).whole)
        return f"{self.base}/sdnetrim/{self.tokens.of('file', one.id)}/{name}"

    def package(self, one: Meeting) -> str:
        return f"{self.base}/sdnetrim/{self.tokens.of('package', one.id)}/Gesamtes_Sitzungspaket.pdf"

    def year(self, year: int) -> str:
        return f"{self.base}/termine?__={self.tokens.of('year', year)}"

    def papers_page(self, number: int) -> str:
        return f"{self.base}/vorlagen/?__={self.tokens.of('page', number)}"

    def document_name(self, file: File) -> DocumentName:
        town = self.council.town
        if file.kind == "attachment":
            return DocumentName(file.name, file.name)
        if file.kind == "paper":
            name = paper_name(town.paper_of[file.paper_id or 0])
            return DocumentName(name, name)
        if file.kind == "extract":
            item = town.agenda_item_of[file.agenda_item_id or 0]
            paper = town.paper_of[item.paper_id or 0]
            name = f"Beschlusstext {paper.reference} (öffentlich) {self._sitting(town.meeting_of[item.meeting_id])}"
            return DocumentName(name, name)
        return DocumentName(f"{file.name} {self._sitting(town.meeting_of[file.meeting_id or 0])}", file.name)

    def _sitting(self, meeting: Meeting) -> str:
        return self.council.heading_of(meeting)


def paper_name(paper: Paper) -> str:
    """Beschlussvorlage VO/2024/0012"""
    return f"{paper.paper_type} {paper.reference}"


def file_name(name: str) -> str:
    """Anlage 1: Übersicht (Süd) -> Anlage_1-_Uebersicht_-Sued-.pdf"""
    return NOT_IN_FILE_NAMES.sub("-", name.translate(UMLAUTS).replace(" ", "_")) + ".pdf"


def size_text(file: File) -> str:
    """2.479 KB"""
    kilobytes = SMALLEST + file.id * 7919 % (LARGEST - SMALLEST)
    return f"{kilobytes:,} KB".replace(",", ".")


def exported(file: File) -> str:
    """(exportiert: 18.09.2026) (125 KB)"""
    return f"(exportiert: {file.day:%d.%m.%Y}) ({size_text(file)})"


def moment_text(moment: datetime, *, long: bool = False) -> str:
    """Di, 29.09.2026 16:30 Uhr; Dienstag, … where `long`"""
    weekday = WEEKDAYS[moment.weekday()]
    return f"{weekday if long else weekday[:2]}, {moment:%d.%m.%Y %H:%M} Uhr"
