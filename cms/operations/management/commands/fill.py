"""`manage.py fill --articles N --law-documents N [--seed S]`: volume content in both languages, for measuring."""

from django.core.management.base import BaseCommand

from cms.operations.fill.filling import fill, fill_law
from cms.operations.start.progress import Step


class Command(BaseCommand):
    help = "Fill the site up to a number of made-up articles or law documents in each language, the same for a seed."

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, default=0, help="How many there should be in each language.")
        parser.add_argument("--law-documents", type=int, default=0, help="How many there should be in each language.")
        parser.add_argument("--seed", type=int, default=1, help="Another seed has a stream of its own (default: 1).")

    def handle(self, *args, articles, law_documents, seed, **options):
        with Step(self.stdout, "Fill") as step:

            def progress(what, done, of):
                step.say(f"{what}: {done} of {of}")

            for total, make, what in ((articles, fill, "articles"), (law_documents, fill_law, "law documents")):
                if total:
                    step.say(f"{make(total, seed, progress)} {what} added in each language, {total} there")
