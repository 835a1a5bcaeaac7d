"""The recording of a whole OParl server (Hürtgenwald, SD.NET 1.0) as a site that tests can serve on loopback."""

from pathlib import Path

import pytest

from tests.support.loopback import Answer, Asked

RECORDING = Path(__file__).resolve().parents[2] / "../shared/corpus/oparl/huertgenwald"
ROOT = "/rim4220/webservice/oparl/v1.0"

needs_recording = pytest.mark.skipif(not RECORDING.exists(), reason="the recording of Hürtgenwald is not here")


def recorded(asked: Asked) -> Answer:
    """The recorded file for an address; ``body/1/paper?page=2`` stands in body/1/paper__page-2.json."""
    page = asked.query.get("page", "1")
    name = asked.path.removeprefix(ROOT + "/") + (f"__page-{page}" if page != "1" else "")
    path = RECORDING / f"{name}.json"
    if not asked.path.startswith(ROOT) or not path.is_file():
        return Answer(b'{"error": "Die angeforderte Ressource wurde nicht gefunden.", "code": 802}', status=404)
    return Answer(path.read_bytes(), headers={"Content-Type": "application/json"})
