"""Video and sound files are sorted as Vietnamese sorts, and found without accents, exact ones first.

wagtailmedia's lists and choosers are functions that ask the column and the plain index. Can go when they are Wagtail's
own views (see cms.core.listing).
"""

from wagtailmedia.models import MediaQuerySet

from cms.core.listing.database_text import VietnameseOrder


class MediaFileQuerySet(MediaQuerySet):
    def order_by(self, *names):
        orders = {"title": VietnameseOrder("title").asc(), "-title": VietnameseOrder("title").desc()}
        return super().order_by(*(orders.get(name, name) if isinstance(name, str) else name for name in names))

    def search(self, query, **options):
        # What is found comes by relevance, and what an expression has sorted is refused.
        return self.order_by("-created_at").autocomplete(query, **options)
