"""Who voted how, in lists: by side, by group, by name. Nobody is taken to have voted who is not named."""

import pytest

from pipelines.german.outcomes import read_result

SIDES = {
    "Ja: SPD, CDU; Nein: AfD; Enthaltung: FDP": ["SPD yes", "CDU yes", "AfD no", "FDP abstain"],
    "mehrheitlich beschlossen\nJa: SPD, CDU\nNein: AfD": ["SPD yes", "CDU yes", "AfD no"],
    "Zustimmung: CDU, SPD – Ablehnung: AfD": ["CDU yes", "SPD yes", "AfD no"],
    "mehrheitlich angenommen: dafür CDU, SPD dagegen FDP": ["CDU yes", "SPD yes", "FDP no"],
    "Für den Antrag stimmten CDU und SPD, gegen den Antrag stimmten FDP und AfD.": [
        "CDU yes", "SPD yes", "FDP no", "AfD no",
    ],
    "CDU: ja, SPD: nein": ["CDU yes", "SPD no"],
    "CDU dafür, SPD dagegen": ["CDU yes", "SPD no"],
    "CDU: Zustimmung\nSPD: Ablehnung\nFDP: Enthaltung": ["CDU yes", "SPD no", "FDP abstain"],
    "Die CDU-Fraktion stimmte dafür, die SPD-Fraktion stimmte dagegen.": ["CDU-Fraktion yes", "SPD-Fraktion no"],
    "Ja: SPD/Volt, KAL/Die PARTEI; Nein: Sonstige, AfD": ["SPD/Volt yes", "KAL/Die PARTEI yes", "AfD no"],
    "mehrheitlich beschlossen, dagegen (FDP, AfD)": ["FDP no", "AfD no"],
    "mehrheitlich beschlossen, dagegen: FDP, AfD": ["FDP no", "AfD no"],
    "mehrheitlich beschlossen (Nein-Stimmen: AfD, Enthaltung: FDP)": ["AfD no", "FDP abstain"],
    "mehrheitlich beschlossen. Dagegen stimmten Herr Muster und die FDP.": ["Herr Muster no", "FDP no"],
    "Mehrheitlich gegen die CDU-Fraktion bei Enthaltung von Herrn Muster zugestimmt.": [
        "Herrn Muster abstain", "CDU-Fraktion no",
    ],
    "Mehrheitlich gegen die CDU-Fraktion abgelehnt.": ["CDU-Fraktion yes"],
    "angenommen bei Ablehnung der FDP": ["FDP no"],
    "mehrheitlich angenommen: SPD und CDU gegen FDP (= Ablehnung) sowie Volt (= Enthaltung)": [
        "FDP no", "Volt abstain",
    ],
    "mehrheitlich abgelehnt, dafür: FDP": ["FDP yes"],
}  # fmt: skip

COUNTED = {
    "Dafür: 12 (CDU, FDP), Dagegen: 9 (SPD)": (12, 9, ["CDU yes", "FDP yes", "SPD no 9"]),
    "mehrheitlich abgelehnt\n\ndafür: 2 (2 BÜRGERLISTE)\n\ndagegen: 13 (4 CDU, 6 SPD, 2 BÜNDNIS 90/DIE GRÜNEN 1 OP)": (
        2, 13, ["BÜRGERLISTE yes 2", "CDU no 4", "SPD no 6", "BÜNDNIS 90/DIE GRÜNEN no 2", "OP no 1"],
    ),
    "Ja: 15 (CDU 10, FDP 4, Herr Muster) Nein: 9 (SPD 9)": (
        15, 9, ["CDU yes 10", "FDP yes 4", "Herr Muster yes", "SPD no 9"],
    ),
    "11 Ja-Stimmen (CDU: 6, SPD: 5), 3 Nein-Stimmen (FDP)": (11, 3, ["FDP no 3", "CDU yes 6", "SPD yes 5"]),
}  # fmt: skip

BY_NAME = {
    "Erika Muster – Ja\nHans Beispiel – Nein\nEva Sommer – Enthaltung\nKarl Winter – abwesend": [
        "Erika Muster yes", "Hans Beispiel no", "Eva Sommer abstain",
    ],
    "Muster, Erika (SPD): JaBeispiel, Hans M. (CDU): JaWinter Karl (Parteilos): NeinSommer, Eva": [
        "Muster, Erika (SPD) yes", "Beispiel, Hans M. (CDU) yes", "Winter Karl (Parteilos) no",
    ],
    "Mit Ja stimmten: Erika Muster, Hans Beispiel. Mit Nein stimmten: Eva Sommer. Enthaltungen: Karl Winter": [
        "Erika Muster yes", "Hans Beispiel yes", "Eva Sommer no", "Karl Winter abstain",
    ],
    "Mit Ja stimmten: Muster, Erika; Beispiel, Hans\nMit Nein stimmten: Sommer, Eva; Winter, Karl": [
        "Muster, Erika yes", "Beispiel, Hans yes", "Sommer, Eva no", "Winter, Karl no",
    ],
    "Namentliche Abstimmung\nMit Ja stimmten: Adler, Beispiel\nMit Nein stimmten: Dorn\n2 Ja, 1 Nein": [
        "Adler yes", "Beispiel yes", "Dorn no",
    ],
    "Für das Bürgerbegehren stimmten die Ratsmitglieder Muster, Beispiel und Sommer.": [
        "Muster yes", "Beispiel yes", "Sommer yes",
    ],
}  # fmt: skip

NOTHING = [
    "einstimmig beschlossen, dagegen, weil es zu teuer ist, sprach die FDP",
    "Stadtrat Muster (SPD): Ja, der Sonntag ist wichtig.\nStadtrat Winter (FDP): Nein, das stimmt nicht.",
    "Er sagte: Ja, CDU und SPD. Nein, die FDP.",
    "Wir sind dafür: CDU und SPD auch.",
    "Zustimmung: 5, Ablehnung: 2",
    "mehrheitlich abgelehnt, dagegen: FDP",  # against the motion, or against voting it down
    "Antrag CDU: 9 Ja, 2 Nein; Antrag SPD: 5 Ja, 6 Nein",
    "mehrheitlich beschlossen, dagegen: Sonstige",
    "Der Klage gegen die FDP-Fraktion wurde einstimmig zugestimmt.",
    "Ja: 12, Nein: 3, Enthaltung: 0",
    "",
]


@pytest.mark.parametrize("text", [*SIDES, *BY_NAME])
def test_who_voted_how(text: str) -> None:
    votes = read_result(text)

    assert [f"{one.who} {one.vote}" for vote in votes for one in vote.stances] == {**SIDES, **BY_NAME}[text]
    kind = "person" if text in BY_NAME else None
    assert all(
        one.kind == (kind or ("person" if "Muster" in one.who else "group")) for vote in votes for one in vote.stances
    )
    assert len(votes) == 1


@pytest.mark.parametrize("text", COUNTED)
def test_lists_beside_numbers(text: str) -> None:
    [vote] = read_result(text)

    yes, no, who = COUNTED[text]
    assert (vote.yes, vote.no) == (yes, no)
    assert [" ".join([one.who, one.vote, *([str(one.count)] if one.count else [])]) for one in vote.stances] == who


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_name_nobody(text: str) -> None:
    assert [one for vote in read_result(text) for one in vote.stances] == []
