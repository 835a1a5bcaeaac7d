"""The words by which German councils say what came of an item, and what they mean. All in lower case, on one line."""

import re
from typing import NamedTuple

from pipelines.german.outcomes.values import Majority, Outcome

_ACCEPT = (
    r"zugestimmt|zustimm(?:ung\b|end)|stimmt?e?n? [^.;\n]{0,400}?\bzu(?=[.,;\s)]|\Z)"  # stimmt der Vergabe zu
    r"|(?:einstimmig|mehrheitlich) gestimmt|beschlossen|beschließ(?:t|en)\b|beschloss\b|beschluss gefasst"
    r"|angenommen|annahme\b|nimmt [^.;\n]{0,80}\ban(?=[.,;]|\Z)"
    r"|empfohlen|empfiehlt|empfehlung\b(?= an den rat)|genehmigt|gebilligt|billigt|bestätigt|befürwortet|stattgegeben"
    r"|entlastet|entlastung erteilt|verabschiedet|gefolgt|entsprochen|festgestellt|einverstanden"
    r"|(?:spricht|sprechen|sprach|sprachen) sich(?= [^.;\n]{0,200}?\b(?:dafür|für)\b[^.;\n]{0,300}?\baus\b)"
    r"|einvernehmen (?:wird |wurde )?(?:erteilt|hergestellt)|\brest (?:sind )?ja\b|(?:ansonsten|übrige\w*"
    r"|rest\w*)(?: stimmen)? (?:sind )?ja\b"
)
_NOT_ACCEPTED = (
    r"zugestimmt|angenommen|beschlossen|gefolgt|entsprochen|stattgegeben|empfohlen|genehmigt|befürwortet|gebilligt"
    r"|gewählt|erreicht|erteilt"
)
_SHARE = r"(?:teilweise|teils|zum teil|in teilen)"

_MEANINGS: tuple[tuple[Outcome, str], ...] = (
    # keine Abstimmung; ohne Beschlussempfehlung weitergeleitet; Eine Abstimmung erfolgt nicht
    ("no_vote", r"(?:keine|ohne) (?:\w+ )?(?:abstimmung|beschlussfassung|beschlussempfehlung|votum|empfehlung)\b"
                r"(?:,? (?:an|in) [^.;\n]{0,80}?weitergeleitet| weitergeleitet)?"
                r"|abstimmung (?:erfolgt|erfolgte|findet|fand|entfällt|ist|war|wurde) (?:\w+ )?(?:nicht|entbehrlich)"
                r"|abstimmung entfällt|nicht (?:mehr )?(?:abgestimmt|zur abstimmung)|vorberaten\b|ohne beschluss\b"
                r"|kein beschluss\b"),
    # nicht zugestimmt; lehnt den Antrag ab; findet keine Mehrheit; zurückgewiesen; der Rest sind Nein-Stimmen;
    # Einstimmig gegen Beschlussvorschlag (Wuppertal); beschließt, den Antrag abzulehnen
    ("rejected", r"(?:einstimmig|mehrheitlich) dagegen|"
                 rf"abgelehnt|ablehnung\b|ablehnend|lehn(?:t|en|te|ten) [^.;\n]{{0,400}}?\bab(?=[.,;\s)]|\Z)"
                 rf"|zurückgewiesen|zurückweisung|verworfen|(?<!\w)keine (?:\w+ )?(?:mehrheit|zustimmung)\b"
                 rf"|nicht (?:\w+ ){{0,2}}?(?:{_NOT_ACCEPTED})|gescheitert|verfehlt\w* [^.;\n]{{0,40}}mehrheit"
                 r"|(?:rest|ansonsten|übrige\w*) (?:sind )?nein\b"
                 r"|(?:einstimmig|mehrheitlich) gegen (?:den |die )?(?:beschluss|verwaltungs)?(?:vorschlag"
                 r"|vorlage|antrag)"
                 r"(?=\W*(?:\Z|[.;,(]|bei\b|mit\b))"
                 r"|(?:beschließ(?:t|en)|beschloss|empf(?:iehlt|ehlen"
                 r"|ahl))\b[^.;\n]{0,200}?\b(?:\w*antr[aä]ge?\w*|\w*vorlage"
                 r"|\w*vorschlag|voranfrage|vorhaben)\b[^.;\n]{0,160}?\b(?:abzulehnen|zurückzuweisen)"
                 r"|(?:einvernehmen|zustimmung) (?:\w+ ){0,2}?(?:versagt|verweigert)"),
    # zurückgezogen; zieht seinen Antrag zurück
    ("withdrawn", r"zurückgezogen|zurückgenommen|rücknahme\b|zieh(?:t|en) [^.;\n]{0,120}?\bzurück\b"),
    # mit Stellungnahme einverstanden, and the same by other words: zustimmende Kenntnisnahme von der Stellungnahme;
    # erledigt durch Annahme des Sperrvermerks; in Beschlussvorlage übernommen
    ("settled", r"zustimmende kenntnisnahme (?:von )?(?:de[rn] )?(?:stellungnahme|antwort)(?:en|n)?\b"
                r"|einverstanden mit (?:der )?(?:stellungnahme|antwort)|mit (?:der )?(?:stellungnahme|antwort)(?: der "
                r"verwaltung)? (?:einverstanden|erledigt)|erledigt(?: durch [^.;\n]{0,80})?|erledigung|gegenstandslos"
                r"|hinfällig"
                r"|\bobsolet|zugesagt|\bin (?:die |den |der )?(?:beschluss|verwaltungs)\w+ übernommen"
                r"|anfragen? (?:ist |sind |wird |wurden? )?(?:\w+ ){0,3}beantwortet|\A\s*(?:\w+ )?beantwortet"),
    # in den Verkehrsausschuss verwiesen; Behandlung im Planungsausschuss; aber nicht: wird auf die Vorlage verwiesen
    ("referred", r"(?<!auf )(?:\bver|über|rück|zurückver|weiterver|weiter)(?:ge)?wiesen|\b(?:rück)?(?:ver"
                 r"|über)weisung\b"
                 r"|(?:verweist|überweist|verweisen) (?!auf\b|darauf\b)[^.;\n]{0,160}?\b(?:in|an|zur)\b"
                 r"|\b(?:weiter|wieder)?behandlung (?:im|in|beim)\b|(?:\bweiter|\b)(?:beratung|befassung) (?:im|in"
                 r"|beim)\b"
                 r"|weitergeleitet|weiterleitung|\bzu (?:ver|über)weisen\b|zurückzuverweisen"),
    # vertagt; abgesetzt; zurückgestellt; von der Tagesordnung genommen
    ("postponed", r"vertag(?:t|en|ung)|zurückgestellt|zurückstellung|abgesetzt|absetzung|verschoben"
                  r"|von der (?:heutigen )?tagesordnung (?:genommen|gestrichen)|(?:erneut|wieder) (?:aufgerufen"
                  r"|beraten)|stell(?:t|en) [^.;\n]{0,80} zurück\b|\bzu vertagen\b|zurückzustellen|abzusetzen"),
    # nimmt den Bericht zur Kenntnis; Kenntnisnahme von der Stellungnahme
    ("noted", r"(?:zustimmende?r? |zustimmend )?(?:zur )?(?<!keine )(?<!in )kenntnis(?:nahme|\b)(?: genommen"
              r"| nehmen)?"),
    ("elected", r"(?:wieder)?gewählt\b|wählt(?=\W)|wählen(?=\W)"),
    # teilweise zugestimmt
    ("partly", rf"{_SHARE} (?:\w+ )?(?:zugestimmt|angenommen|beschlossen|abgelehnt|empfohlen|stattgegeben|gefolgt)"
               rf"|(?:zustimmung|zugestimmt|angenommen) {_SHARE}"),
    ("accepted", _ACCEPT),
)  # fmt: skip
_WORD = re.compile("|".join(f"(?P<_{outcome}>{pattern})" for outcome, pattern in _MEANINGS))
_LEAVING = (
    r"\b(?:herrn?|frau|herren|damen|mitglied\w*|\w*(?:kolleg|mitarbeiter|beigeordnet|verordnet|vertreter)\w*|\w*rät\w*"
    r"|ausscheidend\w*|ausgeschieden\w*)\b"
)
"""Who is seen off: Herr Muster wird verabschiedet."""
_PAPERS = (
    r"\w*(?:resolution|satzung|haushalt|plan\b|konzept|leitbild|ordnung\b|erklärung|programm|vorlage|beschlu|antrag)"
)
"""What is passed: auf Antrag von Herrn Muster wird die Resolution verabschiedet."""
_PASSED_OVER = re.compile(
    r"\bauf (?:de[nrm]|die|das|seine|ihre|eine)\b[^.,;\n]{0,100}? (?:ver"
    r"|hinge)wiesen"  # wird auf die Vorlage verwiesen
    r"|(?:nach|laut|gemäß|trotz|entgegen) [^.,;\n–-]{0,40}?(?:vorberatung|empfehlung|zustimmung|beschluss\w*"
    r"|ablehnung)[^.,;\n]{0,20}"
    r"|(?:aus|nach|bei|zur) (?:de[rnms] )?(?:beschluss|verwaltungs)\w*(?:vorlage|vorschlag|text)"
    r"|\bum (?:zustimmung|kenntnisnahme)\b"
    r"|\b(?:sieht|sehen|fühlt|fühlen) sich [^.;\n]{0,160}? bestätigt"
    r"|antr[aä]g\w*\b[^.;\n]{0,40}?\b(?:auf|zur) (?:vertagung|absetzung|zurückstellung|(?:ver|über)weisung)"
    r"(?=[^.;\n]{0,60}\b(?:gestellt|voraus\w*)\b)"  # der Abstimmung ist ein Antrag zur Absetzung vorausgegangen
    rf"|\bverabschiedet (?:sich\b|(?:die |den |das )?{_LEAVING})[^.;\n]{{0,200}}"  # verabschiedet die Herren Muster
    rf"|{_LEAVING}(?:(?!{_PAPERS})[^.;\n]){{0,200}}?\bverabschiedet\b"  # Frau Muster wird mit Dank verabschiedet
    r"|\b(?:richtig|falsch|gut|schlecht|günstig|ungünstig|passend|bewusst|sinnvoll|geeignet|groß|klein|hoch|niedrig"
    r"|frei) gewählt\b"  # der Standort ist richtig gewählt
    r"|\(= ?[^()\n]{3,60}\)"  # gegen Fraktion X (= Ablehnung): how X voted
)
"""Words that look like a result and are none: they are about something else."""

_AND_DECIDES = re.compile(
    r"kenntnis(?:nahme)?(?: genommen)? (?:und|sowie|\+) [^.;\n]{0,200}?\b(?:stimmt|beschließt|empfiehlt|genehmigt"
    r"|billigt|zustimm)"
)
"""nimmt den Bericht zur Kenntnis und stimmt der Vergabe zu"""
_PROCEDURE = re.compile(
    r"vertagung|verweisung|überweisung|absetzung|zurückstellung|nichtbefassung|geschäftsordnung|\bdringlichkeit\b"
    r"|antr[aä]g\w*\b[^.;\n]{0,120}?\b(?:zu vertagen|zurückzustellen|abzusetzen|zu (?:ver|über)weisen"
    r"|von der tagesordnung zu (?:nehmen|streichen))"
)
"""Der Antrag, diesen Punkt zu vertagen, ist abgelehnt: the item goes on."""
_URGENT = re.compile(r"\bdringlichkeit\b")
"""Der Dringlichkeit wird zugestimmt: the item may be dealt with, and is not decided yet."""
_CHANGED = re.compile(
    r"(?<!un)(?<!\w)(?:ge|abge|ver)ändert\w*|modifiziert\w*|(?<!\w)mit (?:de[nr] |folgenden? |\w+en )?(?:änderung"
    r"|ergänzung|maßgabe)(?:en)?\b"
    r"|(?<!\w)(?:ergänzt|erweitert)(?:e[rmns]?)?\b|mit der maßgabe"
    r"|unter (?:berücksichtigung|einbeziehung) der (?:\w+ )?(?:änderung|ergänzung)en"
    r"|nach (?:änderung|ergänzung) de[rs]\b"
)
"""geändert beschlossen; mit Änderungen im Ausschuss beschlossen; Zustimmung zum modifizierten Antrag; Einstimmig nach
Ergänzung des Beschlussvorschlages (Wuppertal)"""
_AGAINST_PROPOSAL = re.compile(
    r"(?:abweichend vo[nm]|entgegen|gegen)(?: de[mnr])? (?:beschluss|verwaltungs)?(?:vorschlag|vorlage|empfehlung)"
)
"""entgegen der Beschlussvorlage"""

_MAJORITIES: tuple[tuple[Majority, re.Pattern[str]], ...] = (
    ("tie", re.compile(r"stimmengleichheit|stimmenpatt")),  # bei Stimmengleichheit abgelehnt
    # Einstimmig; Einstimmung; enstimmig (as typed); einhellig; ohne Gegenrede
    ("unanimous", re.compile(r"(?<!nicht )e?inst?imm(?:i[gt]|ung)|enstimmig|einhellig|einmütig|einvernehmlich"
                             r"|(?:ohne|keine) (?:gegenstimmen?|gegenrede)\b")),
    ("majority", re.compile(r"mehrheitlich|stimmenmehrheit|mehrheitsbeschluss|(?<!keine )mit (?:\w+ )?mehrheit\b")),
)  # fmt: skip


class Meaning(NamedTuple):
    """What the words of one statement say."""

    outcome: Outcome | None
    majority: Majority | None
    changed: bool
    against_proposal: bool
    procedural: bool
    """About how to go on with the item: adjourning or referring it was voted down, or it was held to be urgent."""


def read_words(text: str) -> Meaning:
    """The meaning of one statement in flat text. Words of several meanings: see `_choose`."""
    lower = text.lower().replace("\n", " ")
    majority = read_majority(lower)
    masked = _PASSED_OVER.sub(lambda found: "#" * len(found.group()), lower)
    found = [(one.start(), _outcome(one)) for one in _WORD.finditer(masked)]
    changed = bool(_CHANGED.search(lower))
    procedure = _PROCEDURE.search(masked)
    lost = bool(procedure) and any(outcome == "rejected" for _, outcome in found)
    outcome = "rejected" if lost else _choose(found, decided=majority is not None or bool(_AND_DECIDES.search(masked)))
    procedural = lost or (outcome == "accepted" and bool(_URGENT.search(masked)))
    if outcome == "accepted" and changed:
        outcome = "amended"
    against = (changed and outcome == "amended") or bool(_AGAINST_PROPOSAL.search(lower))
    return Meaning(outcome, majority, changed, against, procedural)


def read_majority(lower: str) -> Majority | None:
    """The first that is named; a tie before all."""
    places = [
        (found.start() if name != "tie" else -1, name) for name, one in _MAJORITIES if (found := one.search(lower))
    ]
    return min(places)[1] if places else None


def is_changed(name: str) -> bool:
    """ "Geänderte Beschlussvorlage", "Beschlussvorlage (geändert)": no longer what was proposed."""
    return bool(_CHANGED.search(name.lower()))


def _outcome(found: re.Match[str]) -> Outcome:
    return next(outcome for outcome, _ in _MEANINGS if f"_{outcome}" == found.lastgroup)


def _choose(found: list[tuple[int, Outcome]], *, decided: bool) -> Outcome | None:
    """The first word counts, except: a vote on referring or postponing is about that; "keine Abstimmung" adds nothing
    to what happened instead; "zur Kenntnis genommen + mehrheitliche Zustimmung" is a vote."""
    outcomes = [outcome for _, outcome in found]
    if not outcomes:
        return None
    told = [one for one in outcomes if one != "no_vote"]
    if not told:
        return "no_vote"
    for about in ("referred", "postponed"):
        if about in told and "rejected" not in told and told[0] in ("accepted", "noted", "settled", about):
            return about
    if told[0] == "noted" and decided and "accepted" in told:
        return "accepted"
    return told[0]
