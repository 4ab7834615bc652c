"""`manage.py make_cards`: draw the cards for sharing that are missing or out of date, after an upgrade say."""

from django.core.management.base import BaseCommand
from wagtail.models import Page

from cms.discovery.sharing.cards import settle


class Command(BaseCommand):
    help = "Draw the cards for sharing of all pages without a picture. What is done already is not done again."

    def handle(self, *args, **options):
        pks = list(Page.objects.live().order_by("pk").values_list("pk", flat=True))
        made = 0
        for number, pk in enumerate(pks, start=1):
            made += settle(pk)
            self.stdout.write(f"\r{number}/{len(pks)} pages, {made} cards changed", ending="")
            self.stdout.flush()
        self.stdout.write("")
