"""What is done to a page can be done to its translations too, if somebody says so: each language stands alone."""

from wagtail.models import Page

from cms.core.fallbacks import has_own_text

# What an editor may do to a page in one go with the other languages' pages; each asks Wagtail's own rules.
MAY = {
    "unpublish": lambda page, rights: page.live and rights.can_unpublish(),
    "delete": lambda page, rights: rights.can_delete(),
    "move": lambda page, rights: rights.can_move(),
}
# The checkboxes' name in the three forms.
FIELD = "also"


def others(page: Page, user, action: str) -> list[Page]:
    """Return the translations, with a text of their own, that this user may "unpublish", "delete" or "move" too."""
    root = Page.get_first_root_node()
    found = page.get_translations().filter(has_own_text(), path__startswith=root.path)
    pages = found.select_related("locale").specific()
    return [one for one in pages if MAY[action](one, one.permissions_for_user(user))]


def following(page: Page) -> list[Page]:
    """Return the translations that are not published, of the page and of all below it: they go wherever it goes."""
    root = Page.get_first_root_node()
    keys = page.get_descendants(inclusive=True).values("translation_key")
    found = Page.objects.filter(translation_key__in=keys, alias_of=None, path__startswith=root.path)
    found = found.exclude(locale=page.locale_id).exclude(has_own_text()).exclude(latest_revision=None)
    return list(found.select_related("locale").order_by("path"))


def chosen(request, page: Page, action: str) -> list[Page]:
    """Return those of them that were ticked in the form."""
    ticked = set(request.POST.getlist(FIELD))
    return [one for one in others(page, request.user, action) if str(one.pk) in ticked] if ticked else []
