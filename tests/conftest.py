"""Fixtures every test may use: two languages, a site with a home page in each, a clean language after each test."""

import gc
from datetime import UTC, datetime

import modelsearch.signal_handlers
import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import TransactionTestCase
from django.utils import translation

from cms.core.memory import forget_everything
from cms.discovery import listeners as card_listeners
from cms.partners.usage import usage
from cms.statistics.counter import Visits
from cms.statistics.snapshot import shown_numbers
from cms.translation import locales
from cms.translation.catalogue import compile_catalogues
from media.files import public_files
from tests import database
from tests.factories import build_site, find_site
from tests.live.shared import running_site
from tests.outermost import end_outermost_blocks
from tests.published import Published

# The fixtures of modules that call `start_from`.
CONTENT = {"_articles", "_everything", "_filled", "_site", "_stream"}
# The share of the other tests after which the running site is asked for: its demo takes minutes to load.
SITE_IS_UP = 0.92
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup"}


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """Give this process a migrated database with a site in it, and that again after each test that really commits.

    Gives what modules start from: see tests.published.
    """
    with django_db_blocker.unblock():
        copy = database.make_copy()
        translation.activate("vi")
        build_site()
        copy.keep()
    flush = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda _case: copy.renew()
    yield Published(copy)
    TransactionTestCase._fixture_teardown = flush
    with django_db_blocker.unblock():
        copy.remove()


@pytest.fixture(autouse=True)
def _empty_cache():
    """What a rolled back test put there is not true any more."""
    cache.clear()
    forget_everything()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items):
    """Keep a module's tests in one process, where fixtures of the module are made once.

    But those of the running site: all processes share it, so they are marked, and dealt out one by one. On PostgreSQL
    the tests that see no database are left out: they would be the same again.
    """
    if connection.vendor != "sqlite":
        items[:] = [item for item in items if sees_database(item)]
    for item in items:
        if "live_site" in item.fixturenames:
            item.add_marker(pytest.mark.live)
        elif item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(group_of(item)))
    yield
    items[:] = in_order(items)


def in_order(items: list) -> list:
    """Return the tests as they are dealt out (`--no-loadscope-reorder`): the largest groups first.

    So no process waits for another's last. In between come those of the running site, which has started by then: they
    wait for a browser now and then, and leave the processors to the others.
    """
    live = [item for item in items if item.get_closest_marker("live") is not None]
    groups: dict[str, list] = {}
    for item in items:
        if item.get_closest_marker("live") is None:
            groups.setdefault(item.get_closest_marker("xdist_group").args[0], []).append(item)
    ordered = []
    for group in sorted(groups.values(), key=len, reverse=True):
        if live and len(ordered) > SITE_IS_UP * (len(items) - len(live)):
            # The longest of them first: those of one page each are short.
            ordered += sorted(live, key=lambda item: hasattr(item, "callspec"))
            live = []
        ordered += group
    return ordered + live


def shares(item) -> bool:
    """Return whether the test's module starts from content that other modules start from, too."""
    return "start_from" in item.fixturenames


def group_of(item) -> str:
    """Return what is run by one process: a module, or all modules that start from the same content, published once."""
    module = item.nodeid.split("::")[0]
    if not shares(item):
        return module
    room, is_indexed = module.split("/")[1], item.get_closest_marker("indexed") is not None
    content = next(name for name in item.fixturenames if name in CONTENT)
    return f"{room} from {content}, indexed: {is_indexed}"


def pytest_collection_finish():
    """Leave alone what lives as long as the process: looking it through for rubbish was a sixth of a run's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef):
    """Write what a fixture publishes once, at its end, and not after each of its pages."""
    if fixturedef.scope == "function" and connection.in_atomic_block:
        with transaction.atomic():
            return (yield)
    return (yield)


def sees_database(item) -> bool:
    return item.get_closest_marker("django_db") is not None or not DATABASE_FIXTURES.isdisjoint(item.fixturenames)


def pytest_configure(config):
    """Compile the catalogues that have changed, before anything reads them."""
    compile_catalogues()


@pytest.fixture(autouse=True)
def _nothing_counted():
    """Which request writes down what partners asked, after some seconds, would depend on the order of tests."""
    usage.forget()


@pytest.fixture(autouse=True)
def _numbers_are_known():
    """Which page asks for the numbers of visits, once a minute, would depend on the order of tests."""
    shown_numbers.keep(Visits(0, 0, 0, 0, datetime.now(UTC)))


@pytest.fixture(autouse=True)
def _default_language():
    """The active language leaks between tests otherwise."""
    translation.activate("vi")
    locales.forget()
    yield
    translation.activate("vi")


@pytest.fixture(scope="session")
def live_site():
    """Return the running site with the demo content: `.url`, `.pages`, `.urls(label, language)`."""
    with running_site() as site:
        yield site


class NeverDone:
    """Stands in for a job whose time does not come within a test."""

    def enqueue(self, *arguments) -> None:
        pass


@pytest.fixture(autouse=True)
def _files_wait(request, monkeypatch):
    """Jobs run at once in tests; encoding the pictures of whatever is published would be most of their time."""
    if request.node.get_closest_marker("settled_files") is None:
        monkeypatch.setattr(public_files, "settle", NeverDone())
        monkeypatch.setattr(card_listeners, "settle_card", NeverDone())


@pytest.fixture(autouse=True, scope="module")
def _search_index_waits(request):
    """Wagtail's own index is for searches in the admin and for `?search=`: tests of those are marked."""
    with pytest.MonkeyPatch.context() as patch:
        if request.node.get_closest_marker("indexed") is None:
            patch.setattr(modelsearch.signal_handlers, "insert_or_update_object_task", NeverDone())
        yield


@pytest.fixture(scope="module")
def start_from(request, django_db_setup, django_db_blocker):
    """Return a function: `start_from(publish)` gives the module the content that `publish(site)` publishes.

    It is published once a process. A module calls it once, in a fixture of its own.
    """
    is_indexed = request.node.get_closest_marker("indexed") is not None
    with django_db_blocker.unblock():
        yield lambda publish: django_db_setup.give(publish, is_indexed)
        django_db_setup.copy.renew()


@pytest.fixture
def site(db):
    """Return the default site: `site.home` in Vietnamese and `site.home_en` in English, both published."""
    return find_site()


@pytest.fixture(autouse=True)
def _outermost_blocks_end(monkeypatch):
    end_outermost_blocks(monkeypatch)
