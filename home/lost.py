"""What helps at an address where nothing is: the nearest section, the other language, and whether it was taken down."""

from functools import cached_property

from django.conf import settings
from wagtail.models import Page, Site

from cms.core.restrictions import is_restricted
from cms.delivery.models import DeliveredItem, Reason

# A page that moved leads on by itself; of one that has become private nothing is said.
TAKEN_DOWN = (Reason.UNPUBLISHED, Reason.DELETED, Reason.EXPIRED, Reason.WITHDRAWN)
MAX_PATH = DeliveredItem._meta.get_field("html_path").max_length


class LostAddress:
    """A path (as Django has it, unquoted) at which no page answers, and the language of its words."""

    def __init__(self, path: str, language: str):
        self.path = path if path.endswith("/") else f"{path}/"
        self.language = language

    @cached_property
    def _tombstone(self) -> DeliveredItem | None:
        if "\0" in self.path or len(self.path) > MAX_PATH:
            return None
        rows = DeliveredItem.objects.filter(html_path=self.path, is_live=False, reason__in=TAKEN_DOWN)
        return rows.only("uuid", "locale", "reason").order_by("-sequence").first()

    @property
    def is_gone(self) -> bool:
        """Whether a page stood here and was taken down."""
        return self._tombstone is not None

    @cached_property
    def nearest(self) -> Page | None:
        """The deepest page on the way to this address that anyone may read; None where that is home."""
        home = next((root for root in Site.get_site_root_paths() if root.language_code == self.language), None)
        words = self._path_below_home.strip("/").split("/")[:-1]
        if home is None or not words or "\0" in self.path:
            return None
        ways = [f"{home.root_path}{'/'.join(words[:length])}/" for length in range(1, len(words) + 1)]
        # Slugs have an index, url_path has none.
        pages = Page.objects.live().filter(slug__in=words).exclude(is_restricted()).order_by("-depth")
        return next((page for page in pages if page.url_path in ways), None)

    @cached_property
    def elsewhere(self) -> str:
        """The path of what this was, or is called, in the other language; "" where nothing is there either."""
        rows = DeliveredItem.objects.public().exclude(locale=self.language).exclude(html_path="")
        if self.is_gone:
            rows = rows.filter(uuid=self._tombstone.uuid)
        elif "\0" in self.path or len(self.path) > MAX_PATH:
            return ""
        else:
            rows = rows.filter(html_path__in=self._other_paths)
        return rows.values_list("html_path", flat=True).first() or ""

    @property
    def elsewhere_language(self) -> str:
        return next(code for code, _name in settings.LANGUAGES if code != self.language)

    @property
    def _path_below_home(self) -> str:
        prefix = "" if self.language == settings.LANGUAGE_CODE else f"/{self.language}"
        return self.path.removeprefix(prefix)

    @property
    def _other_paths(self) -> list[str]:
        below = self._path_below_home
        others = [code for code, _name in settings.LANGUAGES if code != self.language]
        return [below if code == settings.LANGUAGE_CODE else f"/{code}{below}" for code in others]
