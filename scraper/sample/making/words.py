"""Names of Musterstadt: of people, streets, quarters, schools, organs and groups. Data, nothing else.

All characters are in windows-1252, because the PDFs use the fonts that every reader has built in.
Streets and schools are feminine, so that "der Lindenstraße" is right wherever a sentence needs it.
"""

from dataclasses import dataclass

TOWN = "Musterstadt"
POSTAL_CODE = "99981"
AGS = "99999001"
"""Official municipality key of no real municipality."""

WOMEN = (
    "Aylin", "Birgit", "Canan", "Claudia", "Dilara", "Elif", "Elke", "Fatima", "Franziska", "Gabriele",
    "Hannah", "Ilse", "Jana", "Joanna", "Katharina", "Lena", "Linh", "Magdalena", "Marlene", "Mei",
    "Meryem", "Nadine", "Olga", "Petra", "Renate", "Sabine", "Samira", "Svetlana", "Theresa", "Ursula",
    "Valentina", "Wiebke", "Yasemin", "Zoé",
)  # fmt: skip
MEN = (
    "Ahmet", "Alexander", "André", "Bernd", "Cem", "Christian", "Dietmar", "Emre", "Florian", "Georg",
    "Hans-Peter", "Heinrich", "Ibrahim", "Jens", "Jürgen", "Karim", "Klaus", "Lars", "Luca", "Marek",
    "Mehmet", "Michael", "Nikolai", "Noël", "Oliver", "Piotr", "Rainer", "Stefan", "Thanh", "Tobias",
    "Ulrich", "Volker", "Wolfgang", "Yusuf",
)  # fmt: skip
FAMILIES = (
    "Abendroth", "Achterberg", "Aksoy", "Albers", "Arendt", "Aydin", "Bachmann", "Baumgärtner",
    "Behrendsen", "Bozkurt", "Brinkschulte", "Brückner", "Cordes", "Dahlhoff", "Demirel", "Dierksen",
    "Ebbinghaus", "Eickhoff", "El-Amin", "Falkenberg", "Feldkamp", "Fröhling", "Garcia López",
    "Gerstenkorn", "Goldammer", "Grünewald", "Haddad", "Hagedorn", "Hartung", "Hellwig", "Herberholz",
    "Hoang", "Holtkötter", "Iwanow", "Jablonski", "Jessen", "Kallweit", "Karaca", "Kleinschmidt", "Klöpper",
    "Kowalski", "Kröger", "Lammers", "Lehmkuhl", "Lindqvist", "Löffler", "Mahmoudi", "Mertens",
    "Moosbrugger", "Mühlenbrock", "Nachtigall", "Nguyen", "Niehues", "Nowak", "Oberländer", "Okafor",
    "Öztürk", "Papadopoulos", "Peschke", "Petrovic", "Pfeiffer", "Quandt", "Rademacher", "Reinhardt",
    "Rosenbaum", "Rossi", "Rüschkamp", "Sahin", "Schaffrath", "Schlüter", "Schmidt-Wesel", "Sievers",
    "Sommerfeld", "Stratmann", "Szymanski", "Tekin", "Terhorst", "Tran", "Uhlenbrock", "Vahrenholt",
    "von der Heide", "Wagener-Ohm", "Weißgerber", "Wiesinger", "Wolters", "Yildirim", "Zander",
    "Zumbusch",
)  # fmt: skip

STREETS = (
    "Ahornstraße", "Alleestraße", "Bahnhofstraße", "Bergstraße", "Birkenallee", "Brauhausgasse",
    "Brunnenstraße", "Burgstraße", "Buchenallee", "Dammstraße", "Eichenallee", "Feldstraße", "Fährstraße",
    "Gartenstraße", "Gerberstraße", "Marktstraße", "Hafenstraße", "Heidestraße", "Industriestraße",
    "Kanalstraße", "Kastanienallee", "Kirchstraße", "Klosterstraße", "Königsallee", "Landstraße",
    "Lindenstraße", "Marienstraße", "Mühlengasse", "Nordstraße", "Torstraße", "Parkallee",
    "Quellenstraße", "Rathausgasse", "Ringstraße", "Rosengasse", "Schlossallee", "Schulstraße",
    "Schützenstraße", "Seestraße", "Südstraße", "Talstraße", "Uferstraße", "Wallstraße", "Weberstraße",
    "Weinbergstraße", "Wiesenstraße", "Ziegelstraße", "Zollstraße",
)  # fmt: skip
QUARTERS = (
    "Altstadt", "Auental", "Birkenhöhe", "Eschenfeld", "Hafenviertel", "Heidesiedlung", "Klosterberg",
    "Lerchenfeld", "Mühlenau", "Neustadt", "Nordstadt", "Oberdorf", "Rosenhügel", "Südstadt", "Unterdorf",
    "Weststadt",
)  # fmt: skip
SCHOOLS = (
    "Grundschule am Wasserturm", "Grundschule Auental", "Grundschule Lerchenfeld", "Gesamtschule Nord",
    "Gesamtschule am Stadtpark", "Realschule Klosterberg", "Förderschule Mühlenau",
    "Musikschule Musterstadt", "Grundschule Rosenhügel", "Sekundarschule Weststadt",
)  # fmt: skip
CLUBS = (
    "TuS Musterstadt 1898", "Kulturverein Alte Brauerei", "Tafel Musterstadt", "Bürgerverein Auental",
    "Freundeskreis Stadtbibliothek", "Frauenberatung Musterstadt", "Ruderclub Hafenviertel",
    "Nachbarschaftshaus Nord",
)  # fmt: skip
BUSINESSES = (
    "Stadtwerke Musterstadt GmbH", "Wohnungsbaugesellschaft Musterstadt mbH",
    "Verkehrsbetriebe Musterstadt AG", "Stadthalle Musterstadt GmbH", "Klinikum Musterstadt gGmbH",
    "Hafen Musterstadt GmbH",
)  # fmt: skip


@dataclass(frozen=True)
class Group:
    """A parliamentary group (Fraktion). `seats` in the term before and in the term of `second_name`, if it has one."""

    name: str
    label: str
    """Short, as in "gegen die Stimmen der Fraktionen CDU und FDP"."""
    party: str
    seats: int
    second_name: str | None = None
    """A joint group formed after the election of 2025: it is a new organ, and neither of the parties."""
    second_label: str | None = None


GROUPS = (
    Group("CDU-Fraktion", "CDU", "CDU", 12),
    Group("SPD-Fraktion", "SPD", "SPD", 10, "SPD/Volt-Fraktion", "SPD/Volt"),
    Group("Fraktion Bündnis 90/Die Grünen", "Bündnis 90/Die Grünen", "Bündnis 90/Die Grünen", 8),
    Group("FDP-Fraktion", "FDP", "FDP", 3),
    Group("Fraktion Die Linke", "Die Linke", "Die Linke", 3),
    Group("Fraktion Bürger für Musterstadt", "BfM", "Bürger für Musterstadt", 4),
)
INDEPENDENTS = 2
"""Council members of no group, beside the mayor."""


@dataclass(frozen=True)
class Committee:
    name: str
    short_name: str
    fields: tuple[str, ...]
    """The fields of topics.py in which it leads."""


COMMITTEES = (
    Committee("Haupt- und Finanzausschuss", "HFA", ("finance", "order")),
    Committee("Ausschuss für Umwelt, Klima und Mobilität", "UKM", ("climate", "traffic")),
    Committee("Ausschuss für Stadtentwicklung und Bauen", "ASB", ("building",)),
    Committee("Ausschuss für Soziales, Gesundheit und Integration", "ASGI", ("social", "youth")),
    Committee("Ausschuss für Schule, Kultur und Sport", "SKS", ("school", "culture")),
    Committee("Jugendhilfeausschuss", "JHA", ("youth",)),
    Committee("Rechnungsprüfungsausschuss", "RPA", ("finance",)),
    Committee("Ausschuss für Gleichstellung von Frauen und Männern", "AGL", ("social",)),
    Committee("Ausschuss für Digitalisierung, Bürgerinnen- und Bürgerbeteiligung", "ADB", ("order",)),
    Committee("Betriebsausschuss Stadtentwässerung", "BASE", ("climate",)),
    Committee("Kulturausschuss", "KA", ("culture",)),
    Committee("Sportausschuss", "SpA", ("school",)),
    Committee("Ausschuss für Wirtschaft und Beschäftigung", "AWB", ("finance",)),
    Committee("Verkehrsausschuss", "VA", ("traffic",)),
    Committee("Ausschuss für Feuerwehr, Ordnung und Katastrophenschutz", "AFO", ("order",)),
    Committee("Ausschuss für Wohnen und Liegenschaften", "AWL", ("building",)),
)
ADVISORY = (
    Committee("Beirat der Seniorinnen und Senioren", "SenB", ("social",)),
    Committee("Integrationsrat", "IR", ("social",)),
    Committee("Beirat für Menschen mit Behinderung", "BMB", ("traffic",)),
    Committee("Klimabeirat", "KlB", ("climate",)),
)

OFFICES = {
    "finance": "Stadtkämmerei",
    "order": "Amt für Bürgerdienste und Ordnung",
    "climate": "Amt für Umwelt und Klima",
    "traffic": "Amt für Mobilität",
    "building": "Stadtplanungsamt",
    "social": "Amt für Soziales und Integration",
    "youth": "Jugendamt",
    "school": "Schulverwaltungsamt",
    "culture": "Kulturamt",
}
