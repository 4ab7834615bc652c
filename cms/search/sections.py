"""Where to begin when nothing is found: the site's sections, in their order."""

from wagtail.models import Page

from cms.search.results import shown

# Below the home pages of the languages.
DEPTH_OF_SECTIONS = 3


def sections_of(language: str) -> list[dict[str, str]]:
    """Return [{"title", "url"}] of the pages directly below a language's home page; one query, and the site's roots."""
    sections = (
        shown(Page.objects.all()).filter(depth=DEPTH_OF_SECTIONS, locale__language_code=language).order_by("path")
    )
    return [{"title": page.title, "url": url} for page in sections if (url := page.get_url())]
