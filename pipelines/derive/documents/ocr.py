"""Recognising the text of a picture by tesseract's command, where it is installed with German."""

import os
import shutil
import subprocess
from dataclasses import dataclass

LANGUAGE = "deu"
TURNED = "1"
"""Tesseract's way of taking a page that looks first which side is up: without it pages that were scanned on their head
come out as noise. Where its data for that (osd) is missing it warns, and takes the page as it lies."""
NOT_INSTALLED = "tesseract with German is not installed"
"""In the problem of a document that lacks nothing else."""


class OcrError(Exception):
    """A picture could not be recognised; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Ocr:
    """Tesseract with a set of letters and words."""

    command: str
    seconds: float = 60
    """For one picture."""
    dots_an_inch: int = 250
    """At which pages of a PDF are drawn. More takes longer and recognised no more of real scans."""

    @classmethod
    def installed(cls) -> "Ocr | None":
        """Tesseract, if it is installed with German (Debian: tesseract-ocr and tesseract-ocr-deu); None otherwise."""
        command = shutil.which("tesseract")
        if command is None:
            return None
        known = subprocess.run([command, "--list-langs"], capture_output=True, text=True, check=False, timeout=30)
        return cls(command=command) if LANGUAGE in known.stdout.split() else None

    def read(self, picture: bytes) -> str:
        """The text in a picture of any format that tesseract knows. Raises OcrError."""
        try:
            done = subprocess.run(
                [self.command, "-", "-", "-l", LANGUAGE, "--psm", TURNED, "--dpi", str(self.dots_an_inch)],
                input=picture, capture_output=True, check=False, timeout=self.seconds,
                # each of our processes has a core of its own
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise OcrError(f"tesseract needed more than {self.seconds:.0f} s for a page") from None
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise OcrError(f"tesseract failed ({said[-1] if said else f'exit {done.returncode}'})")
        return done.stdout.decode("utf-8", "replace")
