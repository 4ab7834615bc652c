"""`manage.py check_parity`: whether website, API, lists and change feed say the same, and nothing private shows."""

from django.core.management.base import BaseCommand, CommandError

from cms.core.addresses import site_root_url
from cms.delivery.registry import all_types
from cms.operations.parity.asking import Asker, InProcess, OverHttp
from cms.operations.parity.walking import check
from cms.operations.start.progress import Step


class Command(BaseCommand):
    help = "Compare all doors, item by item. Exit code 1 if anything differs, with one line for each difference."

    def add_arguments(self, parser):
        parser.add_argument("--url", default="", help="Ask a running server (over this database), not this process.")
        parser.add_argument("--type", action="append", default=[], help="Only this type, as articles.ArticlePage.")
        parser.add_argument("--limit", type=int, default=0, help="At most so many items of each type.")
        parser.add_argument("--fast", action="store_true", help="Ask for no link, picture or search within an item.")

    def handle(self, *args, url, type, limit, fast, **options):
        known = {delivered_type.name for delivered_type in all_types()}
        if unknown := sorted(set(type) - known):
            raise CommandError(f"{', '.join(unknown)} is not delivered; these are: {', '.join(sorted(known))}")
        wrong = 0
        with Step(self.stdout, "Parity") as step:
            for stretch in check(asker_of(url), labels=tuple(type), limit=limit, is_fast=fast):
                wrong += len(stretch.differences)
                for difference in stretch.differences:
                    self.stdout.write(str(difference))
                step.say(f"{stretch.what}: {stretch.done} of {stretch.of}, {wrong} different")
        if wrong:
            raise CommandError(f"{wrong} difference(s)")


def asker_of(url: str) -> Asker:
    """Return who asks: a running server at `url`, or the WSGI application of this process with its response cache."""
    origin = site_root_url()
    if not origin:
        raise CommandError("There is no site yet")
    if url:
        return OverHttp(url, origin)
    # Loading it builds the application: not when this module is only listed.
    from cms.wsgi import application

    return InProcess(application, origin)
