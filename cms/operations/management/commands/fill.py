"""`manage.py fill --articles N [--seed S]`: volume content in both languages, for measuring."""

from django.core.management.base import BaseCommand

from cms.operations.fill.filling import fill
from cms.operations.start.progress import Step


class Command(BaseCommand):
    help = "Fill the site up to a number of made-up articles in each language. The same seed gives the same articles."

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, required=True, help="How many there should be in each language.")
        parser.add_argument("--seed", type=int, default=1, help="Another seed has a stream of its own (default: 1).")

    def handle(self, *args, articles, seed, **options):
        with Step(self.stdout, "Fill") as step:
            added = fill(articles, seed, lambda what, done, of: step.say(f"{what}: {done} of {of}"))
            step.say(f"{added} articles added in each language, {articles} there")
