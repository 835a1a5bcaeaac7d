"""`ratsarchiv sample`: serves Musterstadt, until Ctrl-C or while another command runs."""

import subprocess
from collections.abc import Callable
from dataclasses import fields, replace

from scraper.sample.generate import SMALL, make_town
from scraper.sample.server import Faces, serve_forever, serving

COMMAND_NOT_FOUND = 127
"""As a shell answers."""


def serve_sample(port: int, seed: int, years: float | None, command: list[str], say: Callable[[str], None]) -> int:
    """Serves the town of that `seed` at `port` and the ten ports after it; returns the exit code of `command`.

    Raises PortTakenError, and ValueError for a town too young to have decided anything.
    """
    town = make_town(seed, replace(SMALL, years=years) if years else SMALL)
    if not command:
        for number, site in enumerate(fields(Faces), port):
            say(f"http://127.0.0.1:{number}/  {site.name.replace('_', ' ')}")
        say("Ctrl-C ends it.")
        serve_forever(town, port)
        return 0
    with serving(town, port):
        try:
            return subprocess.call(command)
        except FileNotFoundError:
            say(f"{command[0]}: there is no such command")
            return COMMAND_NOT_FOUND
        except KeyboardInterrupt:  # the command got it too, and has ended
            return 130
