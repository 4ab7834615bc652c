"""`manage.py bench`: the API beside a stock Wagtail API v2, over the same database, in one run.

Method: `fill` has made articles of some 6 KB in both languages. Each pair of addresses asks for the same articles and
fields, ours from the delivery store, the yardstick from Wagtail's own viewset with the same fields declared (see
bench/stock.py). Requests go straight into the WSGI application, without network and without the response cache, some
of each address in turns; what counts is the median CPU time of this process, so that another process's work does not
count, and the ratio of the two, so that the machine does not. With PostgreSQL the server's own work is not in it, for
either. Our process remembers, as it does when it serves, SQL, totals and cut documents of an unchanged list; stock has
nothing to remember.
The yardstick of an article's HTML is a page with nothing but title, cover and the same body, beside ours with menus,
neighbours and description for machines. Details and HTML are asked for of another article each time, so that only
what articles share is remembered.
Sizes are of uncompressed bodies: stock documents say less (no addresses, credits or alternative texts of pictures).

"Growth" is what the same address cost in an earlier run among fewer articles: `make bench ARTICLES=100000` measures
among 1,000 first. A publish is measured by the clock, from the action to the commit.
"""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import override_settings

from articles.models import ArticlePage
from cms.operations.bench.addresses import Pair, pairs
from cms.operations.bench.growth import Growth
from cms.operations.bench.measuring import Measured, measure_in_turns
from cms.operations.bench.publishing import publish_milliseconds


class Command(BaseCommand):
    help = "Measure the API beside a stock Wagtail API over the same articles (make them with `fill`)."

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=5)

    def handle(self, *args, rounds, **options):
        # Statistics are what a database plans by; one that has just been filled has none yet.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        with override_settings(ROOT_URLCONF="cms.operations.bench.stock"):
            rows = self.measure(rounds)
        count = ArticlePage.objects.live().filter(locale__language_code="vi").count()
        growth = Growth()
        publish = publish_milliseconds()
        growth.keep(count, {**{pair.name: ours.milliseconds for pair, ours, _stock in rows}, "publish": publish})
        self.stdout.write(f"CPU time of one answer, median of {rounds} rounds, {count} articles in each language, ")
        self.stdout.write(f"{connection.display_name}\n\n")
        self.stdout.write(f"{'':26}{'ours':>12}{'stock':>12}{'ratio':>9}{'bytes':>20}  growth\n")
        for pair, ours, stock in rows:
            self.stdout.write(_line(pair, ours, stock) + _growth(growth, count, pair.name))
        self.stdout.write(f"{'publish, by the clock':26}{publish:>9.2f} ms{'':41}" + _growth(growth, count, "publish"))

    def measure(self, rounds: int) -> list[tuple[Pair, Measured, Measured | None]]:
        """Return (pair, ours, stock) per pair. Raises CommandError if one does not answer 200."""
        from cms.operations.bench.stock import expose_fields

        # Django alone: the response cache is around it.
        application = get_wsgi_application()
        expose_fields()
        host = settings.ALLOWED_HOSTS[0]
        asked = pairs(application, host)
        both = [addresses for pair in asked for addresses in (pair.ours, pair.stock) if addresses]
        measured = {one.addresses: one for one in measure_in_turns(application, both, host, rounds)}
        for one in measured.values():
            if one.status != 200:
                raise CommandError(f"{one.addresses[0]} answered {one.status}")
        return [(pair, measured[pair.ours], measured.get(pair.stock)) for pair in asked]


def _line(pair: Pair, ours: Measured, stock: Measured | None) -> str:
    if stock is None:
        return f"{pair.name:26}{ours.milliseconds:>9.2f} ms{'':12}{'':9}{ours.size:>20,}"
    ratio = f"{stock.milliseconds / ours.milliseconds:.1f}x"
    sizes = f"{ours.size:,} / {stock.size:,}"
    return f"{pair.name:26}{ours.milliseconds:>9.2f} ms{stock.milliseconds:>9.2f} ms{ratio:>9}{sizes:>20}"


def _growth(growth: Growth, count: int, name: str) -> str:
    grown = growth.ratio(count, name)
    return f"  {grown[1]:.2f}x since {grown[0]:,}\n" if grown else "\n"
