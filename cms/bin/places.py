"""Where binned pages lie: beside the site's tree, in roots of their own, one a language.

Whatever walks the site's tree does not find them; and what stands in for a page in another language follows it there
and back, because the roots and the boxes in them are translations of each other.
"""

import uuid

from wagtail.models import Locale, Page

# The bin's roots are translations of each other.
KEY = uuid.UUID("b1a5ed00-0000-4000-8000-000000000b17")


def make_box(page: Page) -> Page:
    """Return an empty page for one deletion, in the page's language, with its translations in the other languages."""
    key, boxes = uuid.uuid4(), {}
    for locale in Locale.objects.all():
        box = Page(title=page.title, slug=str(page.pk), locale=locale, live=False, translation_key=key)
        boxes[locale.pk] = _root(locale).add_child(instance=box)
    return boxes[page.locale_id]


def remove_boxes(box: Page) -> None:
    """Delete the box of a deletion, with all that is left in it, in every language."""
    for one in Page.objects.filter(translation_key=box.translation_key):
        one.delete()


def is_in_bin(page: Page) -> bool:
    return not page.path.startswith(Page.get_first_root_node().path)


def _root(locale: Locale) -> Page:
    found = Page.objects.filter(depth=1, translation_key=KEY, locale=locale).first()
    if found is not None:
        return found
    title = f"({locale.language_code})"
    return Page.add_root(
        instance=Page(title=title, slug=f"bin-{locale.language_code}", locale=locale, live=False, translation_key=KEY)
    )
