import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.settings import Settings

from scraper.middlewares.source_settings import SourceSettings
from scraper.sources import SYSTEMS, Source
from tests.support.loopback import Answer, serving

ROOT = Path(__file__).resolve().parents[3]


def settings_for(source: Source | None) -> Settings:
    settings = Settings()
    settings.setmodule("scraper.settings")
    SourceSettings(source).update_settings(settings)
    return settings


def test_a_source_may_want_its_own_delay_and_no_certificate() -> None:
    town = Source(key="town", name="Town", system="oparl", url="http://127.0.0.1/")
    slow = Source(key="slow", name="Slow", system="oparl", url="http://127.0.0.1/", delay=2.5, tls="unverified")
    assert settings_for(town).getfloat("DOWNLOAD_DELAY") == 1.0
    assert settings_for(town).getbool("DOWNLOAD_VERIFY_CERTIFICATES") is True
    assert settings_for(slow).getfloat("DOWNLOAD_DELAY") == 2.5
    assert settings_for(slow).getbool("DOWNLOAD_VERIFY_CERTIFICATES") is False


def test_the_command_line_goes_first() -> None:
    settings = Settings()
    settings.set("DOWNLOAD_DELAY", 0, priority="cmdline")
    SourceSettings(Source(key="a", name="A", system="oparl", url="http://127.0.0.1/")).update_settings(settings)
    assert settings.getfloat("DOWNLOAD_DELAY") == 0.0


@pytest.mark.parametrize(
    ("command", "said"),
    [(["list"], "\n".join(sorted(SYSTEMS))), (["shell", "--nolog", "-c", "response.text", "URL"], "page")],
)
def test_scrapys_own_commands_work_without_a_warning(command: list[str], said: str) -> None:
    with serving(lambda asked: Answer(b"page", headers={"Content-Type": "text/plain"})) as server:
        words = [server.url if word == "URL" else word for word in command]
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "scrapy", *words],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stdout.strip()) == (0, said), done.stderr
