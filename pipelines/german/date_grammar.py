"""The shapes that dates and times are written in, as one regular expression that begins with a digit.

Everything that is a date has a digit, and looking for one is what the engine does fastest. What is found is named by
the last group that took part; date_pieces has one reader for each. Month and year without a day (``März 2017``) are
found by their year, and `BEFORE_YEAR` looks back for the month.
"""

import re

from pipelines.german.date_words import (
    AMOUNT,
    DASH,
    END_OF_WORD,
    GAP,
    MONTH,
    ORDINALS,
    ROMAN_MONTH,
    WEEKDAY,
)

_RUN_TOGETHER = (
    rf"(?=[0-3]?[0-9](?:\.?\s?{MONTH}[.,]?\s?[0-9]{{2}}|\.\s?[01]?[0-9]\.\s?[0-9]{{2}})|[0-2][0-9]:[0-5][0-9](?![0-9]))"
)
"""Where a date may end though a digit follows: another date, or its time, begins (``10. März 201716. März 2017``)."""

_END_OF_NUMBER = rf"(?:(?![0-9])|{_RUN_TOGETHER})"
_YEAR = rf"(?:[0-9]{{4}}{_END_OF_NUMBER}(?!\.[0-9]{{1,2}}\.[0-9]{{2}}(?![0-9.])))"
"""Four digits; not the 1904 of ``17.05.1904.07.19``."""
_SHORT_YEAR = rf"(?:[0-9]{{2}}{END_OF_WORD}{_END_OF_NUMBER}(?!\.[0-9]|,[0-9]{{1,2}}(?![0-9.:]))(?!{AMOUNT}))"
"""Two digits; not the 12 of ``3.1.12.4`` or ``1.10.12,50``, not the 20 of ``10.03.20l7``."""
_THIS_CENTURY = r"(?:19|20|21)[0-9]{2}"
_BEFORE_PAUSE = r"(?=\s{0,2}(?:$|\n|[,;:)!?|](?![0-9])|\.(?![0-9])))"
"""The text ends, or a sign comes: a number before it counts nothing (``am 5. März 22, ...``, not ``22 Personen``)."""

_UHR = rf"(?:(?i:uhr|h){END_OF_WORD})"
_LATER_HALF = rf"(?:\s{{1,2}}(?i:abends|nachmittags){END_OF_WORD}|\s?[pP]\.?[mM]{END_OF_WORD})"
_WEST = r"-[01][0-9]:?[0-5][0-9]"
_AFTER_SECONDS = r"(?:(?<=:[0-9]{2}:[0-9]{2})|(?<=:[0-9]{2}:[0-9]{2}\s)|(?<=\.[0-9]{3})|(?<=\.[0-9]{6}))"
_ONLY_BEHIND_SECONDS = rf"{_AFTER_SECONDS}(?:{_WEST}|\+[01][0-9](?![0-9:]))"
_ZONE = rf"(?:\+[01][0-9]:?[0-5][0-9]|{_ONLY_BEHIND_SECONDS}|(?:Z|UTC|GMT|MES?Z|CES?T)(?![A-Za-z0-9]))"
"""``+01:00``; west of Greenwich only behind seconds, because ``17:00-18:26`` is a span. So too PostgreSQL's ``+01``."""
_TIME_FOLLOWS = (
    rf"(?=\s{{0,2}}(?:{DASH}|(?i:bis|und|u\.|oder)|/|,\s)\s{{0,2}}[0-9]{{1,2}}(?:\s?[.:]\s?[0-5][0-9])?\s{{0,2}}{_UHR})"
)
_DAY_FOLLOWS = (
    rf"(?=(?:\.?{GAP}(?:{DASH}|(?i:bis)|/){GAP}|\.,?{GAP}(?:(?i:und|u\.|oder|sowie)|,|&|\+)?{GAP})"
    rf"(?:(?i:zum|den|dem|am){GAP})?(?:{WEEKDAY}{GAP})?(?:(?i:den|dem){GAP})?"
    rf"[0-9]{{1,2}}(?:\.?{GAP}{MONTH}|\.{GAP}(?:[0-9]{{1,2}}\.|(?:{DASH}|/|,|(?i:und|u\.|bis)){GAP}[0-9])))"
)

_TIME_WITH_COLON = rf"""                                                      # 17:00, 13:54:26, 17:00 Uhr
    :(?P<minute>[0-5][0-9])(?:(?![0-9])|{_RUN_TOGETHER})
    (?::(?P<second>[0-5][0-9])(?:[.,][0-9]{{1,9}})?(?![0-9]))?
    (?![.:][0-9])
    (?:\s?(?P<zone>{_ZONE})|-?\s{{0,3}}{_UHR}(?:\s(?P<uhr_zone>{_ZONE}))?)?
    (?P<half>{_LATER_HALF})?
    (?P<colon>)
"""
_NUMERIC = rf"""
    {GAP}\.{GAP}(?P<month>[0-9]{{1,2}}){GAP}\.[.,]?                            # 26. 3.2006, 05.10..2023
    (?:{GAP}(?P<year>{_YEAR})
      |(?:[^\S\n]?['’´`])?(?P<short>{_SHORT_YEAR})                                                # 17.05.18
      |[^\S\n]{{1,2}}(?P<apart>[0-9]{{2}}(?![0-9.])){_BEFORE_PAUSE}            # 4. 5. 09
    )
"""
_NAMED = rf"""
    (?:\.|te[nrs]?\b|(?:st|nd|rd|th)\b|[ ]\.)?-?{GAP}(?P<name>{MONTH})                                 # 10. März
    (?:[.,]?(?:-|{GAP})(?:des\sJahres\s)?(?P<name_year>{_YEAR})(?!{AMOUNT})    # 10. März 2017
      |[.]?{GAP}(?:
          ['’´`](?P<name_apostrophe>[0-9]{{2}})(?![0-9])                       # 10. März '17
         |(?P<name_short>[0-9]{{2}}(?![0-9]))(?:{_BEFORE_PAUSE}|(?=\s[0-2]?[0-9]:[0-5][0-9]))  # am 5. März 22, ...
         |(?P<name_split>(?:19|20)[^\S\n][0-9]{{2}}(?![0-9])){_BEFORE_PAUSE}   # 10. März 20 17
       )
    )?
    (?P<named>)
"""
_ROMAN = rf"""
    \.{GAP}(?P<roman>{ROMAN_MONTH})
    (?:\.{GAP}(?P<roman_year>{_YEAR}|{_SHORT_YEAR})|\s(?P<roman_apart>{_YEAR}))  # 10.III.2017
"""
_TIME_WITH_UHR = rf"""
    (?:\s?[.:,]\s?(?P<uhr_minute>[0-5]\s?[0-9]))?\s{{0,3}}-?{_UHR}             # 17 Uhr, 17.00 Uhr, 17:0 0 Uhr
    (?:\s?(?P<after_minute>[0-5][0-9])(?![0-9]|\.\s?(?:[0-9]|{MONTH})){_BEFORE_PAUSE})?   # 17 Uhr 30
    (?P<uhr_half>{_LATER_HALF})?
    (?:\s(?P<zone_after>{_ZONE}))?
    (?P<uhr>)
"""
_TIME_BEFORE_TIME = rf"(?:[.](?P<open_minute>[0-5][0-9]))?{_TIME_FOLLOWS}(?P<open>)"  # the 9.30 of 9.30 bis 17.30 Uhr
_TIME_AFTER_UM = rf"""
    (?:(?<=\bum\s[0-9][0-9])|(?<=\bum\s[0-9]))                                # um 17.30
    \.(?P<um_minute>[0-5][0-9])(?![0-9]|[.,][0-9]|{AMOUNT})
"""
_WITHOUT_YEAR = (
    rf"\s?\.\s?(?P<yearless>[0-9]{{1,2}})(?:\.(?![0-9])|(?=\s?{DASH}\s?[0-9]{{1,2}}\.[0-9]{{1,2}}))"  # 12.03.
)
_MONTH_AND_YEAR = rf"""
    (?P<month_mark>[./])(?P<month_year>{_THIS_CENTURY})                        # 09.2018, Stand 09/2018
    (?![0-9]|[./][0-9])(?!{AMOUNT})
"""
_ISO = rf"""
    -(?P<iso_month>[0-9]{{1,2}})
    -(?P<iso_day>[0-9]{{2}}(?:(?![0-9])|(?=[0-9]{{4}}-[0-9]{{2}}-))|[0-9](?![0-9]))(?!-[0-9])  # 2021-11-8
    (?:(?:[Tt]|[ ]{{1,2}})(?P<iso_hour>[0-9]{{2}}):(?P<iso_minute>[0-9]{{2}})
       (?::(?P<iso_second>[0-9]{{2}})(?:[.,][0-9]{{1,9}})?)?(?![0-9:])
       (?:[ ]?(?P<iso_zone>[Zz](?![A-Za-z])|{_ZONE}|(?<=[Tt][0-9]{{2}}:[0-9]{{2}}){_WEST}))?
    )?
    (?P<iso>)
"""
_COMPACT = rf"""
    (?P<compact_month>[0-9]{{2}})(?P<compact_day>[0-9]{{2}})
    (?:
        [Tt](?P<compact_hour>[0-9]{{2}})(?P<compact_minute>[0-9]{{2}})(?P<compact_second>[0-9]{{2}})?(?![0-9])
        (?P<compact_zone>[Zz](?![A-Za-z])|\+[01][0-9]:?[0-5][0-9]|{_WEST})?  # 20260910T1600
      | (?=_[^\W\d_]|\.(?:pdf|docx?|xlsx?|odt|txt|html?)\b)                 # 20260910_Einladung.pdf
    )
    (?P<compact>)
"""
_PATH = r"""
    (?P<mark>[/._])(?P<path_month>[0-9]{2})(?P=mark)(?P<path_day>[0-9]{2})     # /2021/01/15/
    (?![0-9]|[/._-][0-9])
    (?P<path>)
"""
_DASHED = rf"""
    (?P<dash>[-_])(?P<dashed_month>[0-9]{{1,2}})(?P=dash)(?P<dashed_year>{_THIS_CENTURY})  # 01-10-2026, 01_10_2026
    (?![0-9]|-[0-9])
"""

_STANDING_ALONE = r"(?<![0-9].)(?<![0-9][.:].)"
"""Behind the first digit: no digit stands before it, and no digit with a dot (the 10.3.17 of ``192.10.3.17``)."""


def _grammar(guard: str) -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<lead>[0-9]{guard}[0-9]?)(?:
            {_TIME_WITH_COLON} | {_NUMERIC} | {_NAMED} | {_ROMAN} | {_TIME_WITH_UHR} | {_TIME_BEFORE_TIME}
          | {_TIME_AFTER_UM} | {_WITHOUT_YEAR} | {_MONTH_AND_YEAR} | (?P<only>){_DAY_FOLLOWS} | {_DASHED}
          | (?<=19|20|21)(?P<rest>[0-9]{{2}})
            (?: {_ISO} | {_COMPACT} | {_PATH} | (?![0-9]|[/-][0-9])(?!{AMOUNT})(?P<bare>) )
        )""",
        re.VERBOSE,
    )


FIND = _grammar(_STANDING_ALONE)
RUN_ON = _grammar("")
"""The same for what runs together with the date before it."""

BEFORE_YEAR = re.compile(
    rf"""(?<![^\W\d_])(?:
        (?:(?P<first>{MONTH}(?:,\s{MONTH}){{0,3}})\.?{GAP}(?:{DASH}|(?i:bis|und|u\.)|[/,]){GAP})?  # Mai bis Juli 2017
        (?P<month>{MONTH})[.,]?(?:-|{GAP})                                     # April 2022
      | (?P<day_month>{MONTH})\.?\s(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}              # October 27, 2021
      | (?P<ordinal>{"|".join(ORDINALS)})e[nrs]?\s{{1,2}}(?P<ordinal_month>{MONTH})\.?\s{{1,2}}  # ersten März 2020
      | (?P<year>[Jj]ahre?s?:?\s{{1,2}})                                        # im Jahr 2017
    )\Z""",
    re.VERBOSE,
)
LONGEST_BEFORE_YEAR = 44
