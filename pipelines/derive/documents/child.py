"""The process that reads documents for `apart`: one after the other, from its standard input.

Run: python -m pipelines.derive.documents.child BYTES, the address space that it may use. Where the system has no such
limit (Windows; macOS has it and ignores it), only the time is limited.
"""

import os
import signal
import sys
from math import ceil

from pipelines.derive.documents import wire
from pipelines.derive.documents.reading import read_document

GRACE = 30
"""Seconds after which this process ends itself, when the one that should end it is gone."""


def main(memory: int) -> None:
    _limit_memory(memory)
    # what a library prints must not get between the answers
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while question := wire.asked(sys.stdin.buffer):
        body, name, limits, ocr = question
        _set_alarm(ceil(limits.seconds_in_all(with_ocr=ocr is not None)) + GRACE)
        try:
            document = read_document(body, name=name, limits=limits, ocr=ocr)
        except MemoryError:
            document = None
        _set_alarm(0)
        wire.answer(answers, document)


def _limit_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    memory = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _set_alarm(seconds: int) -> None:
    """An alarm that nobody handles ends the process even in the middle of a library's endless loop."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    main(int(sys.argv[1]))
