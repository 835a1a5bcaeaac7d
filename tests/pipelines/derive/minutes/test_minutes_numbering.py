"""Every way in which real minutes print the numbers of items, above texts that count and date things themselves."""

import pytest

from tests.pipelines.derive.minutes.minutes_of import cut, items, tied

AGENDA = (
    "1 | Eröffnung der Sitzung",
    "2 | Einwohnerfragestunde",
    "3 | Neubau der Kindertagesstätte Am Anger",
    "4 | Haushaltssatzung 2025",
    "5 | Sanierung der Mühlenbrücke",
    "6 | Mitteilungen und Anfragen",
)
TITLES = dict(row.split(" | ") for row in AGENDA)
SAID = {
    "1": "Die Vorsitzende begrüßt alle.",
    "2": "Es wird nichts gefragt.",
    "3": "Der Architekt trägt vor.\nAbstimmung: 12 Ja, 0 Nein",
    "4": "1. Die Hebesätze bleiben.\n2. Es gibt keine Kredite.\n3. Der Stellenplan wird angepasst.\nEinstimmig.",
    "5": "Mehrheitlich beschlossen.\nEmsbach, den\n4. April 2025",
    "6": "Der Bauhof hat ein neues Fahrzeug.",
}
ROMAN = dict(zip(TITLES, ("I", "II", "III", "IV", "V", "VI"), strict=True))


def minutes(style: str, order: str = "123456") -> str:
    headed = (style.format(n=n, roman=ROMAN[n], title=TITLES[n], spaced=" ".join(TITLES[n])) for n in order)
    return "Niederschrift\n" + "\n".join(f"{head}\n{SAID[n]}" for head, n in zip(headed, order, strict=True))


@pytest.mark.parametrize(
    "style",
    [
        "Zu Punkt {n} der TO: {title}",
        "zu TOP {n}. {title}",
        "Ö {n} {title}",
        "{n}) {title}",
        "({n}) {title}",
        "{roman}. {title}",
        "{roman} {title}",
        "§ {n}\n{title}",
        "A {n} {title}",
        "T0P {n} {title}",
        "TOP O {n} {title}",
        "TOP{n}: {title}",
        "TOP-{n} {title}",
        "TO {n}: {title}",
        "{n}. Tagesordnungspunkt: {title}",
        "Lfd. Nr. {n}  {title}",
        "Nr. {n} {title}",
        "## {n}. {title}",
        "**TOP {n}: {title}**",
        "TOP {n} (öffentlich): {title}",
        "- {n} - {n}. {title}",
        "{title} (TOP {n})",
        "T O P {n}  {spaced}",
        "TOP {n}\nVorlage: 2025/0{n}\n{title}",
        "TOP {n}",
        "Zu {n}:",
        "{n}.",
    ],
)
def test_numbers_printed_otherwise(style: str) -> None:
    assert items(cut(minutes(style), *AGENDA)) == list("123456")


@pytest.mark.parametrize("prefix", ["A ", "A.", "I/", "I."])
def test_numbers_with_a_letter_on_the_agenda(prefix: str) -> None:
    rows = tuple(prefix + row for row in AGENDA)
    assert items(cut(minutes(f"{prefix}{{n}} {{title}}"), *rows)) == [f"{prefix}{n}" for n in "123456"]


@pytest.mark.parametrize("digit", ["l", "|"])
def test_an_eins_that_became_a_letter(digit: str) -> None:
    assert items(cut(minutes("TOP {n} {title}").replace("TOP 1", f"TOP {digit}"), *AGENDA)) == list("123456")


@pytest.mark.parametrize(
    "line",
    [
        *("TOP 4 - 5", "TOP 4 + 5", "Zu den Punkten 4 und 5:", "Zu TOP 4 und zu TOP 5", "Ö 4 und Ö 5"),
        *("4. und 5.", "4./5.", "4. bis 5.", "4.-5.", "4., 5."),
    ],
)
def test_several_numbers_and_their_titles_below(line: str) -> None:
    style = "{n}. {title}" if line[0].isdigit() else "TOP {n} {title}"
    together = f"\n{line}\n{TITLES['4']}\n{TITLES['5']}\nBeide werden beraten und beschlossen.\n"
    found = cut(minutes(style, "123") + together + minutes(style, "6").partition("\n")[2], *AGENDA)
    assert items(found) == ["1", "2", "3", "4+5", "6"]
    assert found.parts[3].text.strip() == "Beide werden beraten und beschlossen."


def test_a_date_above_a_heading_takes_no_part_of_it() -> None:
    found = cut("TOP 3\nBeraten.\n4. April 2025\n5. Sanierung der Mühlenbrücke\nBeschlossen.", *AGENDA)
    assert items(found)[-1] == "5"
    assert found.parts[-1].heading == "5. Sanierung der Mühlenbrücke"


def test_an_item_with_a_letter_for_its_number() -> None:
    found = cut(
        "Ich rufe auf:\n1 Eröffnung der Sitzung\nGuten Tag.\nA Aktuelle Stunde zur Flut im Tal\nHerr Ott spricht.",
        "A | Aktuelle Stunde zur Flut im Tal",
        *AGENDA,
    )
    assert tied(found) == [("1", "Guten Tag."), ("A", "Herr Ott spricht.")]


def test_an_ending_more_than_on_the_agenda() -> None:
    found = cut("TOP 1 Erhöhung der Obergrenzen\nBeschlossen.", "1 | Erhöhung der Obergrenze")
    assert found.parts[0].heading == "TOP 1 Erhöhung der Obergrenzen"


def test_a_title_that_its_item_shares_with_the_one_above() -> None:
    rows = ("5 | Besetzung des Schulbeirats:", "5.1 | Berufung der Schülerinnen und Schüler")
    found = cut("Punkt 5.1 der Tagesordnung: Besetzung des Schulbeirats:\nBeschluss: Zugestimmt.", *rows)
    assert items(found) == ["5.1"]
