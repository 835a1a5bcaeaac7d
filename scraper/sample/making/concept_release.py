"""The release about the concept, of the very day of its decision and edited six days later."""

from datetime import timedelta

from scraper.sample.making.clock import at, long_day
from scraper.sample.making.press import PressOffice
from scraper.sample.making.press_words import PARTIES
from scraper.sample.town import AgendaItem, Meeting, Paper, PressRelease

TITLE = "GRÜNE machen Musterstadt hitzefest"
EDITED_AFTER = timedelta(days=6, hours=-9, minutes=-11)


def release_concept(office: PressOffice, meeting: Meeting, item: AgendaItem, paper: Paper) -> PressRelease:
    """Adds the release to `office`. Its text gives the day in brackets after "heute"."""
    day = meeting.start.date()
    party = PARTIES[0]
    person, group = office.spokesperson(party, day)
    published = at(day, 21, 40)
    return office.publish(
        party,
        TITLE,
        (
            f"Seit dem Winter lag der Entwurf in den Ausschüssen. Heute ({long_day(day)}) hat der Rat das "
            "Klimaanpassungskonzept der Stadt Musterstadt mit Änderungen beschlossen.",
            "Damit hat die Stadt erstmals einen verbindlichen Fahrplan für heiße Sommer und starke Regenfälle: mehr "
            "Bäume in den aufgeheizten Straßen, Trinkbrunnen auf den Plätzen, kühle Räume für ältere Menschen.",
            f"„Unser Änderungsantrag hat dem Konzept Zähne gegeben“, sagt {person.name} für die {group.name}. „Ab "
            "jetzt steht bei jeder Straße, die aufgerissen wird, die Frage auf dem Plan: Wo kommt der Schatten her?“",
            "Nicht alle Wünsche fanden eine Mehrheit. Eine eigene Stelle für Hitzeschutz im Gesundheitsamt bleibt für "
            "uns auf der Tagesordnung.",
            "Jetzt gilt es, das Geld dafür in den Haushalt zu bringen. Wir bleiben dran!",
        ),
        published,
        published + EDITED_AFTER,
        author=party.office,
        tags=("Klima", "Rat"),
        paper=paper,
        item=item,
        mention="title",
    )
