"""Sites as real processes that several trials share, or start alike."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests import database
from tests.trial.parts import Parts, killable_site
from tests.trial.person import PASSWORD
from tests.trial.processes import SiteUnderTrial

ARTICLES = 6


@pytest.fixture
def small_site(django_db_setup) -> Iterator[Callable[..., SiteUnderTrial]]:
    """Give a function that starts a site with a few articles in a folder; `environment` is added to its own."""
    if connection.vendor != "sqlite":
        pytest.skip("the embedded database runs in the SQLite half")
    started: list[SiteUnderTrial] = []

    def start(folder: Path, **environment: str) -> SiteUnderTrial:
        shutil.copyfile(database.SQLiteCopy().template, folder / "database.sqlite3")
        site = SiteUnderTrial(folder, "")
        site.environment |= {"WEB_WORKERS": "2", "ADMIN_PASSWORD": PASSWORD, **environment}
        started.append(site)
        site.run("manage.py", "fill", "--articles", str(ARTICLES), name="fill")
        site.start()
        return site

    yield start
    for site in started:
        site.stop()


@pytest.fixture(scope="session")
def parts(tmp_path_factory) -> Iterator[Parts]:
    """Give the one site on PostgreSQL and Redis whose parts are killed and stopped; each trial leaves it whole."""
    with killable_site(tmp_path_factory.mktemp("parts")) as site:
        yield site
