"""manage.py load_demo: the demo content in both languages; loading it again doubles nothing."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import transaction

from cms.operations.collector import leave_alone_what_is_loaded
from cms.operations.demo.loading.articles import load_articles, load_streams
from cms.operations.demo.loading.cases import load_cases
from cms.operations.demo.loading.elections import load_elections
from cms.operations.demo.loading.galleries import load_galleries
from cms.operations.demo.loading.handbook import load_handbook
from cms.operations.demo.loading.law import load_law
from cms.operations.demo.loading.library import Library
from cms.operations.demo.loading.links import load_links
from cms.operations.demo.loading.organisation import load_organisation
from cms.operations.demo.loading.pages import fill_home, load_home, load_menus, load_standard_pages, load_support
from cms.operations.demo.loading.questions import load_questions
from cms.operations.demo.loading.videos import load_videos
from cms.operations.demo.storing import draw_pictures
from cms.translation.listeners import trees_follow_later


class Command(BaseCommand):
    """Draw the pictures, then load everything in one transaction: a load that is broken off leaves nothing half."""

    help = "Load the demo content. What is loaded already is left as it is, with whatever editors changed in it."

    def handle(self, *args, **options):
        leave_alone_what_is_loaded()
        self.stdout.write("  drawing pictures")
        draw_pictures(lambda done, of: self._progress(done, of))
        with transaction.atomic():
            library = Library(user=get_user_model().objects.filter(is_superuser=True).order_by("pk").first())
            with trees_follow_later():
                self._load(library)
            self.stdout.write("  translating into English")
            library.translate_all()
        self.stdout.write(f"  {library.added} items in Vietnamese, and their English")

    def _progress(self, done: int, of: int) -> None:
        if done == of or done % 10 == 0:
            self.stdout.write(f"    {done} of {of}")

    def _load(self, library: Library) -> None:
        home = load_home(library)
        steps = (
            ("the organisation", lambda: load_organisation(library)),
            ("a handbook", lambda: load_handbook(library)),
            ("the law library", lambda: load_law(library, home)),
            ("questions", lambda: load_questions(library, home)),
            ("cases on the desk", lambda: load_cases(library)),
            ("galleries", lambda: load_galleries(library, home)),
            ("videos", lambda: load_videos(library, home)),
            ("the election", lambda: load_elections(library)),
            ("streams", lambda: load_streams(library, home)),
            ("articles", lambda: load_articles(library)),
            ("pages", lambda: load_standard_pages(library, home)),
            ("support", lambda: load_support(library, home)),
            ("links", lambda: load_links(library, home)),
            ("menus", lambda: load_menus(library)),
            ("the home page", lambda: fill_home(library, home)),
        )
        for name, load in steps:
            self.stdout.write(f"  {name}")
            load()
