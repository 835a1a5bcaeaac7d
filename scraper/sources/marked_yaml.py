"""YAML with its line numbers, so that a mistake in a file can be pointed at.

PyYAML's own loading forgets the lines and silently keeps the last of two equal keys; its nodes keep both.
"""

import re
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

CONTROL_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""What YAML does not allow, for example the NUL bytes of a file saved as UTF-16."""

PLAIN_WORDS: tuple[tuple[str, str], ...] = (
    ("'\\t'", "a tab; indent with spaces, two for each step"),
    ("could not find expected ':'", "a line without a colon between key and value"),
    ("mapping values are not allowed here", "a second colon (put the text in quotes) or a line indented too far"),
    ("did not find expected key", "a line that is not indented like the lines above it"),
    ("expected <block end>", "a line that is not indented like the lines above it"),
    ("cannot start any token", "a character that begins no YAML value; put the text in quotes"),
    ("undefined alias", "a * at the beginning of a value; put the text in quotes"),
    ("but found another document", 'a second "---"; one file holds one list of sources'),
)  # fmt: skip
"""What PyYAML says, and what it means to someone who writes such a file once a year."""


class YamlError(Exception):
    """Something that keeps a text from being YAML, with its line (from 1) and what it is."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Pair:
    """One ``key: value`` of a mapping."""

    key: str
    line: int
    """From 1."""
    value: Node


def decode(raw: bytes) -> str:
    """The text of a file. Raises YamlError where it is not UTF-8."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlError(
            raw.count(b"\n", 0, error.start) + 1,
            f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8",
        ) from None


def compose(text: str) -> Node | None:
    """The document's node, None for a text that holds nothing but comments. Raises YamlError."""
    found = CONTROL_CHARACTER.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise YamlError(line, f"the control character U+{ord(found[0]):04X}; save the file as plain UTF-8 text")
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or str(error)
        plain = next((words for said, words in PLAIN_WORDS if said in problem), problem)
        raise YamlError(mark.line + 1 if mark else 1, f"not readable as YAML: {plain}") from None


def line_of(node: Node) -> int:
    """From 1."""
    return int(node.start_mark.line) + 1


def is_empty(node: Node | None) -> bool:
    """Whether nothing is written there: ``key:`` or ``key: ~``."""
    return node is None or (isinstance(node, ScalarNode) and node.tag == "tag:yaml.org,2002:null")


def pairs(node: MappingNode) -> list[Pair]:
    """All pairs in the order of the file, equal keys too. A key is taken as it is written: ``no`` stays "no"."""
    return [Pair(key.value if isinstance(key, ScalarNode) else "?", line_of(key), value) for key, value in node.value]
