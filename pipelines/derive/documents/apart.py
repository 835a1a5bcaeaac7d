"""Reading a document in a process of its own, which may hang, crash or eat memory without harm to others.

Starting Python takes a hundred times as long as reading a page. A process therefore reads one document after the other,
never two at a time, and is replaced once it was ended or has read many. What goes wrong in a process that had read
others before is tried again in a fresh one: nobody is blamed for what an earlier document left behind.
"""

import atexit
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from contextlib import suppress
from threading import Timer
from typing import ClassVar

from pipelines.derive.documents import wire
from pipelines.derive.documents.kinds import kind_of
from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.text import MIB, DocumentText, Limits, Status, too_large

MOST_DOCUMENTS = 500
"""A process reads before it is replaced: libraries leak."""
LONGEST_WORDS = 200
HEAD = 1 << 16
"""Bytes that this process looks at to name the kind of a file that was not read. All of an evil one may be too much."""
POSIX = os.name == "posix"


def read_safely(body: bytes, *, name: str = "", limits: Limits | None = None, ocr: Ocr | None = None) -> DocumentText:
    """The text of the file with these bytes, whatever they do to who reads them.

    Can be handed to any executor: all arguments and the result can be pickled, and each process that calls it has
    helpers of its own.
    """
    limits = limits or Limits()
    if len(body) > limits.size:
        return _unread(body, "too_large", too_large(len(body), limits).problem)
    while True:
        helper = _Helper.take(limits.memory)
        fresh = helper.documents == 0
        try:
            document = helper.read(body, name, limits, ocr)
        except _TooSlowError:
            seconds = limits.seconds_in_all(with_ocr=ocr is not None)
            return _unread(body, "too_slow", f"Reading it took more than {seconds:.0f} s. Look at it by hand.")
        except _EndedError as error:
            if fresh:
                needs = f"it is damaged, or needs more than {limits.memory / MIB:,.0f} MiB of memory"
                return _unread(body, "broken", f"Reading it ended the process ({error}): {needs}. Look at it by hand.")
            continue
        if document is not None:
            return document
        if fresh:
            return _unread(body, "too_large", f"Reading it takes more than {limits.memory / MIB:.0f} MiB of memory.")


class _TooSlowError(Exception):
    pass


class _EndedError(Exception):
    """The message says how: by which signal, or with which last words."""


class _Helper:
    """A process that reads documents, and what this one knows of it."""

    idle: ClassVar[defaultdict[tuple[int, int], list["_Helper"]]] = defaultdict(list)
    """Those that wait, by the process they belong to and their limit of memory. A forked process must not talk to
    its parent's."""

    def __init__(self, memory: int) -> None:
        self.documents = 0
        self._late = False
        self._key = (os.getpid(), memory)
        self._said = b""
        # not a pipe: nobody would read it while the process works, and a full one stops it
        self._words = tempfile.TemporaryFile()  # noqa: SIM115  stays open as long as the process runs
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pipelines.derive.documents.child", str(memory)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._words,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            # tesseract, which it starts, is to end with it; and Ctrl-C is for us
            start_new_session=POSIX,
        )  # fmt: skip

    @classmethod
    def take(cls, memory: int) -> "_Helper":
        with suppress(IndexError):
            return cls.idle[os.getpid(), memory].pop()
        return cls(memory)

    def read(self, body: bytes, name: str, limits: Limits, ocr: Ocr | None) -> DocumentText | None:
        """None when memory was not enough. Ends the process in this case, and when it raises."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        slow = Timer(limits.seconds_in_all(with_ocr=ocr is not None), self._end_late)
        slow.start()
        document = None
        try:
            wire.ask(self._process.stdin, body, name, limits, ocr)
            document = wire.answered(self._process.stdout)
        except (EOFError, OSError, ValueError) as error:
            slow.cancel()
            self.end()
            raise _TooSlowError if self._late else _EndedError(self._last_words()) from error
        finally:
            slow.cancel()
            slow.join()
            self.documents += 1
            if document is None or self._late or self.documents >= MOST_DOCUMENTS:
                self.end()
            else:
                self.idle[self._key].append(self)
        return document

    def end(self) -> None:
        """Kills the process and those it started; a second call does nothing."""
        self._kill()
        self._process.wait()
        if not self._words.closed:
            self._words.seek(0)
            self._said = self._words.read().strip()
        for stream in (self._process.stdin, self._process.stdout, self._words):
            # what was not sent can't be sent any more
            with suppress(OSError):
                if stream is not None:
                    stream.close()

    def _end_late(self) -> None:
        self._late = True
        self._kill()

    def _last_words(self) -> str:
        code = self._process.returncode
        if code < 0:
            return signal.Signals(-code).name
        said = self._said.decode("utf-8", "replace").split("\n")
        return said[-1][:LONGEST_WORDS] or f"exit {code}"

    def _kill(self) -> None:
        if self._process.returncode is not None:
            return  # its number may be another's by now
        if POSIX:
            with suppress(ProcessLookupError, PermissionError):  # macOS: it has ended, but nobody has asked how
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()


def _unread(body: bytes, status: Status, problem: str) -> DocumentText:
    return DocumentText(
        mime_type=kind_of(body[:HEAD]),
        pages=(),
        status=status,
        problem=problem,
        sha256=hashlib.sha256(body).hexdigest(),
        size=len(body),
    )


@atexit.register
def _end_all() -> None:
    for (process, _), helpers in _Helper.idle.items():
        if process == os.getpid():
            for helper in helpers:
                helper.end()
            helpers.clear()
