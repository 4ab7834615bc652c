"""Repair: make the renditions that are missing, or all of them again."""

from django.core.management.base import BaseCommand

from media.files.renditions import make_renditions
from media.models import CustomImage


class Command(BaseCommand):
    help = "Make what is missing of the pictures' renditions; --all makes every one again."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="also those that are complete")

    def handle(self, *args, **options):
        pks = list(CustomImage.objects.order_by("pk").values_list("pk", flat=True))
        made = failed = 0
        for number, pk in enumerate(pks, start=1):
            image = CustomImage.objects.filter(pk=pk).first()
            if image is None:
                continue
            try:
                made += make_renditions(image, again=options["all"])
            except Exception as error:
                # One broken picture must not keep the others from being made.
                failed += 1
                self.stderr.write(f"{image.pk} {image.title}: {error}")
            self.stdout.write(f"\r{number}/{len(pks)} pictures, {made} made, {failed} failed", ending="")
            self.stdout.flush()
        self.stdout.write("")
        if failed:
            raise SystemExit(1)
