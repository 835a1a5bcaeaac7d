"""What a person types into a search box -> a query that SQLite's FTS5 always understands.

FTS5 has a language of its own (https://sqlite.org/fts5.html#full_text_query_syntax), in which O'Neill, VO/2024/0312,
A-12 or one quotation mark too many are errors. Here every word becomes a quoted string, so nothing that is typed is an
operator, except what people know from elsewhere: "words in quotation marks" are a phrase, a star at the end of a word
finds everything that begins like it. All words must occur.
"""

import re

PHRASE_MARKS = str.maketrans(dict.fromkeys("„“”«»‟", '"'))
TERM = re.compile(
    r'"(?P<phrase>[^"]*)"(?P<phrase_star>\*?)'  # "Haushalt 2024", "Haushalt 20"*
    r'|(?P<word>[^\s"]+)'  # VO/2024/0312, haushalt*
)
SEARCHABLE = re.compile(r"[^\W_]")  # a letter or a digit; the tokenizer of the index drops everything else
FINDS_NOTHING = '""'
MOST_TERMS = 100
"""Words of a query that are looked for; whoever pastes a whole article finds it by its beginning."""


def match_expression(typed: str) -> str:
    """The FTS5 query for `typed`, whatever it holds; one that finds nothing when there is no word in it.

    >>> match_expression('VO/2024/0312 "neue Schule" haush*')
    '"VO/2024/0312" "neue Schule" "haush"*'
    """
    readable = typed.replace("\0", " ").translate(PHRASE_MARKS)
    terms: list[str] = []
    for found in TERM.finditer(readable):
        text = found["phrase"] if found["phrase"] is not None else found["word"]
        if not SEARCHABLE.search(text):
            continue
        star = "*" if found["phrase_star"] or (found["word"] and text.endswith("*")) else ""
        terms.append(f'"{text}"{star}')
        if len(terms) == MOST_TERMS:
            break
    return " ".join(terms) or FINDS_NOTHING
