"""`make bench`: the API beside a stock Wagtail API v2, over the same database, in one run.

Method: `fill` has made articles in both languages. Each pair of addresses gives the same articles, ours from the
delivery store, the yardstick from Wagtail's own viewset with the same fields declared (see bench/stock.py). Requests go
straight into the WSGI application, without network, in turns; what counts is the median CPU time of this process, so
that another process's work does not count, and the ratio of the two, so that the machine does not. Sizes are of
uncompressed bodies: stock documents say less (no addresses, credits or alternative texts of pictures).
"""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test import override_settings

from articles.models import ArticlePage
from cms.operations.bench.measuring import measure_in_turns

OURS, STOCK = "/api/v2/articles/", "/stock/api/v2/articles/"
# What is measured, our address and the yardstick's. {pk} is an article's, {deep} an offset far into the list.
PAIRS = [
    ("list of 20", OURS + "?limit=20", STOCK + "?limit=20&locale=vi"),
    ("list of 20, all fields", OURS + "?limit=20&fields=*", STOCK + "?limit=20&locale=vi&fields=*"),
    ("list of 20, far in", OURS + "?limit=20&offset={deep}", STOCK + "?limit=20&locale=vi&offset={deep}"),
    ("detail", OURS + "{pk}/", STOCK + "{pk}/"),
]


class Command(BaseCommand):
    help = "Measure the API beside a stock Wagtail API over the same articles (make them with `fill`)."

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=15)

    def handle(self, *args, rounds, **options):
        articles = ArticlePage.objects.live().filter(locale__language_code="vi")
        count, article = articles.count(), articles.order_by("-pk").first()
        if count < 20:
            raise CommandError("There are fewer than 20 articles: run `manage.py fill --articles 1000` first")
        names = {"pk": article.pk, "deep": max(0, count - 40)}
        with override_settings(ROOT_URLCONF="cms.operations.bench.stock"):
            rows = self.measure(names, rounds)
        self.stdout.write(f"CPU time of one answer, median of {rounds}, over {count} articles in each language\n\n")
        self.stdout.write(f"{'':26}{'ours':>12}{'stock':>12}{'ratio':>9}{'bytes':>16}\n")
        for name, ours, stock in rows:
            ratio = f"{stock.milliseconds / ours.milliseconds:.1f}x"
            sizes = f"{ours.size:,} / {stock.size:,}"
            self.stdout.write(
                f"{name:26}{ours.milliseconds:>9.2f} ms{stock.milliseconds:>9.2f} ms{ratio:>9}{sizes:>20}\n"
            )

    def measure(self, names: dict, rounds: int) -> list[tuple]:
        """Return (name, ours, stock) per pair. Raises CommandError if one does not answer 200."""
        from cms.operations.bench.stock import expose_fields
        from cms.wsgi import application

        expose_fields()
        addresses = [address.format(**names) for _name, *pair in PAIRS for address in pair]
        host = settings.ALLOWED_HOSTS[0]
        measured = {m.address: m for m in measure_in_turns(application, addresses, host, rounds)}
        for one in measured.values():
            if one.status != 200:
                raise CommandError(f"{one.address} answered {one.status}")
        return [(name, *(measured[address.format(**names)] for address in pair)) for name, *pair in PAIRS]
