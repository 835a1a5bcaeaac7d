"""What parties write about the council, and about everything else. Data, nothing else.

Braces: noun ("Radweg Lindenstraße"), organ ("Der Rat der Stadt Musterstadt"), day (a date in one of DAY_SHAPES),
paper (how the text names it), name and role of who is quoted, group ("CDU-Fraktion"), reason, verb ("beschlossen").
"""

from dataclasses import dataclass

from scraper.sample.town import Outcome, Site


@dataclass(frozen=True)
class Party:
    site: Site
    party: str
    short: str
    """The group in headlines, with a verb in the singular after it."""
    chapter: str
    """The party in town: masculine, without its article."""
    office: str
    """Who signs where no person does."""
    categories: tuple[str, ...]


PARTIES = (
    Party(
        "gruene",
        "Bündnis 90/Die Grünen",
        "GRÜNE Ratsfraktion",
        "Grünen-Kreisverband Musterstadt",
        "Geschäftsstelle",
        ("Presse", "Ratsfraktion", "Kreisverband"),
    ),
    Party(
        "cdu",
        "CDU",
        "CDU-Ratsfraktion",
        "CDU-Stadtverband Musterstadt",
        "Pressestelle",
        ("Pressemitteilungen", "Aus dem Rat", "Aktuelles"),
    ),
)

VERBS: dict[Outcome, str] = {
    "accepted": "beschlossen",
    "amended": "mit Änderungen beschlossen",
    "partly": "in Teilen beschlossen",
    "rejected": "abgelehnt",
    "postponed": "vertagt",
    "referred": "in einen anderen Ausschuss verwiesen",
    "noted": "zur Kenntnis genommen",
}
GLAD = (
    "{noun}: Guter Tag für Musterstadt",
    "{noun}: {short} begrüßt Entscheidung",
    "Endlich geht es voran – {noun}",
    "{noun} kommt",
)
SORRY = (
    "{noun}: Chance vertan",
    "{noun}: {short} kritisiert Entscheidung",
    "Kein gutes Signal: {noun}",
    "{noun} – so geht es nicht weiter",
)
ASKING = (
    "{short} fordert Klarheit: {noun}",
    "{noun}: {short} bringt Initiative in den Rat ein",
    "{short} hakt nach: Wie steht es um das Thema {noun}?",
)
LEADS = {
    "after": (
        "{organ} hat {day} {paper} {verb}.",
        "{paper_first} ist {day} {verb} worden. So hat {organ_low} entschieden.",
        "Nach langer Debatte hat {organ_low} {day} {paper} {verb}.",
    ),
    "before": (
        "Die {group} hat {day} {paper} eingereicht.",
        "Mit {paper_dative} bringt die {group} das Thema auf die Tagesordnung – eingereicht {day}.",
    ),
}  # fmt: skip
QUOTES_GLAD = (
    "Das ist ein guter Tag für unsere Stadt. Wir haben lange dafür geworben, und die Beharrlichkeit hat sich gelohnt",
    "Wir freuen uns, dass die Sache nun endlich auf dem Weg ist. Jetzt muss die Verwaltung zügig liefern",
    "Wichtig ist uns, dass die Menschen vor Ort früh beteiligt werden. Genau das ist jetzt gesichert",
)
QUOTES_SORRY = (
    "Diese Entscheidung ist für uns nicht nachvollziehbar. Die Probleme bleiben liegen, und am Ende wird es teurer",
    "Hier wurde eine Chance vertan. Wir werden das Thema wieder aufrufen",
    "Gute Gegenvorschläge lagen auf dem Tisch. Dass sie kein Gehör fanden, bedauern wir sehr",
)
QUOTES_ASKING = (
    "Die Menschen vor Ort warten seit Jahren auf eine Antwort. Sie haben ein Recht, zu erfahren, woran es hakt",
    "Wir wollen wissen, was bisher geschehen ist und was es gekostet hat",
    "Die Verwaltung muss endlich einen verbindlichen Zeitplan vorlegen",
)  # fmt: skip
OUTLOOKS = (
    "Die Verwaltung soll bis zum {later} über die Umsetzung berichten.",
    "Für Rückfragen steht die {group} am {later} ab 17 Uhr im Rathaus zur Verfügung.",
    "Die Ratsfraktion lädt am {later} um 18:30 Uhr zu einer öffentlichen Fraktionssitzung ein.",
    "Weitere Informationen gibt es beim Bürgerdialog vom {later} an jeden Dienstag.",
)
DAY_SHAPES = (
    "am {day}. {month_name} {year}",
    "am {weekday}, {day}. {month_name} {year},",
    "am {weekday}, dem {day:02}.{month:02}.{year},",
    "in der Sitzung am {day:02}.{month:02}.{year}",
    "am {day}.{month}.{year}",
    "am {day:02}.{month:02}.{short_year}",
)
LATER_SHAPES = (
    "{day}. {month_name} {year}",
    "{day:02}.{month:02}.{year}",
    "{day}.{month}.{year}",
    "{weekday}, {day}. {month_name} {year},",
    "{day}. {month_name}",
)


@dataclass(frozen=True)
class OwnMatter:
    """A release about no council item."""

    title: str
    paragraphs: tuple[str, ...]


OWN_MATTERS = (
    OwnMatter("{chapter} wählt neuen Vorstand", (
        "Auf der Jahreshauptversammlung {day} hat der {chapter} einen neuen Vorstand gewählt.",
        "„Ich danke allen für das Vertrauen. Wir machen Politik, die zuhört“, so {name}, an der Spitze bestätigt.",
        "Zum Vorstand gehören drei Beisitzerinnen und zwei Beisitzer. Die nächste Versammlung ist am {later}.")),
    OwnMatter("Sommerfest im Stadtpark: {chapter} lädt ein", (
        "Der {chapter} lädt am {later} zum Sommerfest in den Stadtpark ein. Beginn ist um 15 Uhr.",
        "Es gibt Kaffee und Kuchen, Musik und viel Gelegenheit zum Gespräch. Der Eintritt ist frei.")),
    OwnMatter("Danke an alle Ehrenamtlichen", (
        "Zum Tag des Ehrenamts dankt der {chapter} allen, die sich in Vereinen und Nachbarschaften engagieren.",
        "„Ohne sie wäre unsere Stadt ärmer“, sagt {name}. „Sie verdienen mehr als warme Worte.“")),
    OwnMatter("Frühjahrsputz an der {street}", (
        "Mehr als dreißig Freiwillige haben {day} an der {street} Müll gesammelt. Am Ende waren 42 Säcke voll.",
        "„Es ist erschreckend, was alles am Wegesrand liegt“, sagt {name}. Die Aktion wird am {later} wiederholt.")),
    OwnMatter("Zum Tod eines langjährigen Weggefährten", (
        "Der {chapter} trauert um einen langjährigen Weggefährten, der die Arbeit vor Ort lange geprägt hat.",
        "Unsere Gedanken sind bei der Familie.")),
    OwnMatter("Sprechstunde mit {name}", (
        "{name} lädt am {later} von 16 bis 18 Uhr zur Sprechstunde in die Geschäftsstelle ein.",
        "Eine Anmeldung ist nicht erforderlich. Telefonisch ist die Geschäftsstelle unter 09999 123-45 erreichbar.")),
)  # fmt: skip
