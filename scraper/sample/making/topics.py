"""What Musterstadt talks about. Data, nothing else.

Words in braces are filled in by papers.py: street, quarter, school, club, business, year, number, amount.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    field: str
    """Which committee leads and which office writes."""
    noun: str
    """Two or three words without an article, good after "zum Thema" and "Sachstand"."""
    title: str
    resolution: str
    """A whole sentence, as one decides it."""
    reason: str
    local: bool = False
    """Belongs to a place, so that the district is heard."""


TOPICS = (
    Topic(
        "climate",
        "Begrünung {street}",
        "Begrünung der {street}: Baumstandorte und Entsiegelung",
        "In der {street} werden {number} neue Baumstandorte angelegt, und die Mittelinsel wird entsiegelt.",
        "Die {street} gehört nach der Stadtklimaanalyse zu den am stärksten aufgeheizten Straßen der Stadt.",
        True,
    ),
    Topic(
        "climate",
        "Trinkbrunnen {quarter}",
        "Öffentliche Trinkbrunnen im Stadtteil {quarter}",
        "Im Stadtteil {quarter} werden bis zum Sommer {year} zwei öffentliche Trinkbrunnen aufgestellt.",
        "An heißen Tagen fehlen im Stadtteil {quarter} bisher frei zugängliche Stellen mit Trinkwasser.",
        True,
    ),
    Topic(
        "climate",
        "Photovoltaik {school}",
        "Photovoltaikanlage auf dem Dach der {school}",
        "Auf dem Dach der {school} wird eine Photovoltaikanlage mit {number} kWp errichtet.",
        "Das Dach der {school} ist nach dem Solarkataster gut geeignet und statisch geprüft.",
    ),
    Topic(
        "climate",
        "Kommunale Wärmeplanung",
        "Kommunale Wärmeplanung: Fortschreibung {year}",
        "Die Fortschreibung {year} der kommunalen Wärmeplanung wird beschlossen.",
        "Mit dem Wärmeplan erhalten Eigentümerinnen und Eigentümer Klarheit, wo ein Wärmenetz entsteht.",
    ),
    Topic(
        "climate",
        "Regenwasser {quarter}",
        "Starkregenvorsorge im Stadtteil {quarter}",
        "Dem Maßnahmenplan Starkregenvorsorge für den Stadtteil {quarter} wird zugestimmt.",
        "Beim letzten Starkregen liefen im Stadtteil {quarter} zahlreiche Keller voll.",
        True,
    ),
    Topic(
        "traffic",
        "Radweg {street}",
        "Neubau eines Radwegs an der {street}",
        "Dem Ausbau der {street} mit beidseitigen Radwegen nach Variante {number} wird zugestimmt.",
        "Auf der {street} sind werktags mehr als {number} Radfahrende je Stunde unterwegs, ohne eigene Spur.",
        True,
    ),
    Topic(
        "traffic",
        "Tempo 30 {street}",
        "Tempo 30 auf der {street}",
        "Auf der {street} wird zwischen Kreisverkehr und Ortsausgang Tempo 30 angeordnet.",
        "Anwohnende der {street} beklagen seit Jahren Lärm und gefährliche Querungen.",
        True,
    ),
    Topic(
        "traffic",
        "Buslinie {number}",
        "Taktverdichtung der Buslinie {number} im Abendverkehr",
        "Die Buslinie {number} verkehrt ab dem Fahrplanwechsel {year} bis 23 Uhr im Halbstundentakt.",
        "Die Fahrgastzahlen der Linie {number} sind zwei Jahre in Folge gestiegen.",
    ),
    Topic(
        "traffic",
        "Parkraumkonzept {quarter}",
        "Parkraumbewirtschaftung im Stadtteil {quarter}",
        "Das Parkraumkonzept für den Stadtteil {quarter} wird einschließlich der Zonen für Anwohnende beschlossen.",
        "Der Parkdruck im Stadtteil {quarter} hat nach der Zählung ein Maß erreicht, das Rettungswege gefährdet.",
        True,
    ),
    Topic(
        "traffic",
        "Barrierefreie Haltestellen",
        "Barrierefreier Ausbau von {number} Haltestellen",
        "Der barrierefreie Ausbau von {number} Haltestellen in den Jahren bis {year} wird beschlossen.",
        "Das Personenbeförderungsgesetz verlangt vollständige Barrierefreiheit.",
    ),
    Topic(
        "traffic",
        "Schulwegsicherung {school}",
        "Schulwegsicherung an der {school}",
        "Vor der {school} wird während der Bring- und Abholzeiten eine Schulstraße eingerichtet.",
        "Elternvertretung und Schulleitung der {school} haben auf gefährliche Situationen hingewiesen.",
        True,
    ),
    Topic(
        "building",
        "Bebauungsplan {number}",
        "Bebauungsplan Nr. {number} „{street}“: Aufstellungsbeschluss",
        "Für das Gebiet südlich der {street} wird der Bebauungsplan Nr. {number} aufgestellt.",
        "Auf der Fläche können rund {number} Wohnungen entstehen, ein Drittel davon gefördert.",
        True,
    ),
    Topic(
        "building",
        "Quartier {quarter}",
        "Rahmenplan Quartier {quarter}: Auslegung",
        "Der Entwurf des Rahmenplans für das Quartier {quarter} wird für die Dauer eines Monats öffentlich ausgelegt.",
        "Der Rahmenplan fasst die Ergebnisse von drei Bürgerwerkstätten zusammen.",
        True,
    ),
    Topic(
        "building",
        "Sanierung {school}",
        "Generalsanierung der {school}: Baubeschluss",
        "Der Generalsanierung der {school} mit Gesamtkosten von {amount} Euro wird zugestimmt.",
        "Die Gebäude der {school} stammen aus den 1970er Jahren; Dach und Brandschutz sind zu erneuern.",
    ),
    Topic(
        "building",
        "Umgestaltung {street}",
        "Umgestaltung der {street} zur Flaniermeile",
        "Dem Entwurf zur Umgestaltung der {street} wird zugestimmt; die Verwaltung schreibt die Arbeiten aus.",
        "Die {street} verliert seit Jahren Geschäfte und Passantinnen und Passanten.",
        True,
    ),
    Topic(
        "building",
        "Erhaltungssatzung {quarter}",
        "Soziale Erhaltungssatzung für den Stadtteil {quarter}",
        "Die Soziale Erhaltungssatzung für den Stadtteil {quarter} wird als Satzung beschlossen.",
        "Die Angebotsmieten im Stadtteil {quarter} sind in fünf Jahren um ein Drittel gestiegen.",
        True,
    ),
    Topic(
        "social",
        "Zuschuss {club}",
        "Zuschuss an den Träger {club} für das Jahr {year}",
        "Der Träger {club} erhält für das Jahr {year} einen Zuschuss von {amount} Euro.",
        "Die Zahl der Ratsuchenden ist nach dem Bericht des Trägers weiter gestiegen.",
    ),
    Topic(
        "social",
        "Unterkunft {street}",
        "Unterkunft für Geflüchtete an der {street}",
        "An der {street} wird eine Unterkunft für {number} geflüchtete Menschen in Modulbauweise errichtet.",
        "Die bestehenden Unterkünfte sind zu mehr als 90 Prozent belegt.",
        True,
    ),
    Topic(
        "social",
        "Pflegeplanung",
        "Örtliche Pflegeplanung {year}",
        "Die örtliche Pflegeplanung {year} wird beschlossen.",
        "Bis {year} wird die Zahl der Pflegebedürftigen um {number} Prozent wachsen.",
    ),
    Topic(
        "social",
        "Gesundheitskiosk {quarter}",
        "Gesundheitskiosk im Stadtteil {quarter}",
        "Die Verwaltung wird beauftragt, im Stadtteil {quarter} einen Gesundheitskiosk einzurichten.",
        "Im Stadtteil {quarter} praktizieren nur noch zwei Hausärztinnen und Hausärzte.",
        True,
    ),
    Topic(
        "youth",
        "Kita {street}",
        "Neubau einer Kindertagesstätte an der {street}",
        "An der {street} wird eine Kindertagesstätte mit {number} Plätzen gebaut.",
        "Nach der Kita-Bedarfsplanung fehlen im Umfeld der {street} Plätze für unter Dreijährige.",
        True,
    ),
    Topic(
        "youth",
        "Jugendtreff {quarter}",
        "Öffnungszeiten des Jugendtreffs {quarter}",
        "Der Jugendtreff {quarter} öffnet ab {year} auch samstags.",
        "Jugendliche haben sich im Jugendforum längere Öffnungszeiten gewünscht.",
        True,
    ),
    Topic(
        "youth",
        "Spielplatzbedarfsplan",
        "Spielplatzbedarfsplan {year}",
        "Der Spielplatzbedarfsplan {year} wird beschlossen; {number} Spielplätze werden erneuert.",
        "Viele Geräte haben ihre Lebensdauer überschritten.",
    ),
    Topic(
        "school",
        "Offener Ganztag {school}",
        "Ausbau des offenen Ganztags an der {school}",
        "An der {school} werden zum Schuljahr {year} {number} weitere Plätze im offenen Ganztag eingerichtet.",
        "Mit dem Rechtsanspruch wächst der Bedarf an der {school} deutlich.",
    ),
    Topic(
        "school",
        "Schulentwicklungsplan",
        "Schulentwicklungsplan: Fortschreibung bis {year}",
        "Die Fortschreibung des Schulentwicklungsplans bis {year} wird beschlossen.",
        "Die Zahl der Einschulungen steigt nach der Prognose um {number} Prozent.",
    ),
    Topic(
        "school",
        "Sportplatz {quarter}",
        "Kunstrasenplatz im Stadtteil {quarter}",
        "Der Tennenplatz im Stadtteil {quarter} wird in einen Kunstrasenplatz umgewandelt.",
        "Der Platz ist bei Regen an mehr als {number} Tagen im Jahr gesperrt.",
        True,
    ),
    Topic(
        "culture",
        "Stadtbibliothek",
        "Öffnung der Stadtbibliothek am Sonntag",
        "Die Stadtbibliothek öffnet im Jahr {year} probeweise sonntags von 13 bis 18 Uhr.",
        "Andere Städte haben mit der Sonntagsöffnung gute Erfahrungen gemacht.",
    ),
    Topic(
        "culture",
        "Kulturförderung {club}",
        "Projektförderung {year}: {club}",
        "Das Projekt des Trägers {club} wird {year} mit {amount} Euro gefördert.",
        "Das Projekt erreicht Menschen, die sonst selten Kulturangebote nutzen.",
    ),
    Topic(
        "culture",
        "Denkmalpflege {street}",
        "Denkmalbereichssatzung „{street}“",
        "Die Denkmalbereichssatzung „{street}“ wird als Satzung beschlossen.",
        "Der Straßenzug ist ein geschlossenes Zeugnis der Gründerzeit.",
        True,
    ),
    Topic(
        "finance",
        "Haushalt {year}",
        "Haushaltssatzung und Haushaltsplan {year}",
        "Die Haushaltssatzung der Stadt Musterstadt für das Jahr {year} wird mit ihren Anlagen beschlossen.",
        "Der Entwurf weist einen Fehlbetrag von {amount} Euro aus, der aus der Ausgleichsrücklage gedeckt wird.",
    ),
    Topic(
        "finance",
        "Jahresabschluss {business}",
        "Jahresabschluss der {business}",
        "Der Jahresabschluss der {business} mit einem Überschuss von {amount} Euro wird festgestellt.",
        "Die Abschlussprüfung hat zu keinen Einwendungen geführt.",
    ),
    Topic(
        "finance",
        "Überplanmäßige Mittel {school}",
        "Überplanmäßige Auszahlung für die {school}",
        "Für die {school} werden überplanmäßig {amount} Euro bereitgestellt.",
        "Die Ausschreibungsergebnisse liegen über der Kostenberechnung.",
    ),
    Topic(
        "finance",
        "Hebesätze {year}",
        "Hebesatzsatzung {year}",
        "Die Hebesatzsatzung {year} wird beschlossen.",
        "Nach der Reform der Grundsteuer sind die Hebesätze neu festzulegen.",
    ),
    Topic(
        "order",
        "Straßenreinigung",
        "Änderung der Satzung über die Straßenreinigung und der Gebühren {year}",
        "Die Änderungssatzung zur Straßenreinigung und die Gebühren {year} werden beschlossen.",
        "Die Kosten der Reinigung sind um {number} Prozent gestiegen.",
    ),
    Topic(
        "order",
        "Verkaufsoffene Sonntage {year}",
        "Verordnung über verkaufsoffene Sonntage {year}",
        "Die ordnungsbehördliche Verordnung über das Offenhalten von Verkaufsstellen {year} wird beschlossen.",
        "Der Einzelhandel hat die Termine mit Kirchen und Gewerkschaften abgestimmt.",
    ),
    Topic(
        "order",
        "Feuerwehrhaus {quarter}",
        "Neubau des Feuerwehrhauses {quarter}",
        "Dem Neubau des Feuerwehrhauses {quarter} mit Kosten von {amount} Euro wird zugestimmt.",
        "Der Brandschutzbedarfsplan weist für den Löschzug {quarter} den größten Bedarf aus.",
        True,
    ),
    Topic(
        "order",
        "Digitale Bürgerdienste",
        "Digitale Bürgerdienste: Ausbaustufe {year}",
        "Die Verwaltung wird beauftragt, bis {year} {number} weitere Dienstleistungen digital anzubieten.",
        "Wartezeiten im Bürgerbüro lassen sich mit digitalen Anträgen deutlich verkürzen.",
    ),
)

NON_PUBLIC = (
    "Grundstücksangelegenheit {quarter}",
    "Ankauf einer Fläche an der {street}",
    "Vergabe: Rohbauarbeiten {school}",
    "Vergabe: Tiefbauarbeiten {street}",
    "Personalangelegenheit",
    "Gesellschafterangelegenheit {business}",
    "Rechtsstreit {street}",
    "Erlass einer Forderung",
)
