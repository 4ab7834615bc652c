"""The other languages' trees follow the Vietnamese one: every published page has a page in each, at least an alias.

wagtail-localize can do this for pages made in its admin (LocaleSynchronization), at about 120 queries a page and after
the page's own transaction. Here it happens in the transaction that publishes, whoever publishes; scripts that write
pages without publishing them call `mirror_tree` once at the end.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import F, QuerySet
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Page, PageLogEntry

from cms.core.fallbacks import is_untranslated
from cms.delivery.tree_lock import changing_tree

PUBLICATIONS = ("wagtail.publish", "wagtail.publish.scheduled", "wagtail.unpublish", "wagtail.unpublish.scheduled")


def other_locales() -> QuerySet[Locale]:
    """Return the locales whose trees follow the default language's."""
    return Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)


@changing_tree()
def mirror_tree(root: Page | None = None) -> int:
    """Give every live page of the default language at or below `root` (default: all) the aliases it lacks.

    Returns how many were made, at about 25 queries each beside the jobs of any save; three where none is missing.
    """
    made = 0
    for locale in other_locales():
        missing = (
            Page.objects.live()
            .filter(locale__language_code=settings.LANGUAGE_CODE, alias_of__isnull=True, depth__gt=1)
            .exclude(translation_key__in=Page.objects.filter(locale=locale).values("translation_key"))
            .order_by("path")
        )
        if root is not None:
            missing = missing.filter(path__startswith=root.path)
        made += len(_Mirror(locale).make(missing.specific()))
    return made


def mirror_page(page: Page, locales: Iterable[Locale] | None = None) -> list[Page]:
    """Give one page (and ancestors that lack it) an alias in each of `locales` (default: all others) without it."""
    made = []
    with changing_tree(page):
        existing = set(page.get_translations().values_list("locale_id", flat=True))
        for locale in other_locales() if locales is None else locales:
            if locale.pk not in existing and locale.pk != page.locale_id:
                made += _Mirror(locale).make([page])
    return made


def take_over(alias: Page, user=None) -> Page:
    """Make an alias of another language's page a draft of its own; readers still get its source until it is published.

    Returns the page. Its row keeps its text and whether it is live; see cms.core.fallbacks for how such a page counts.
    """
    alias.alias_of_id = None
    alias.live_revision_id = None
    alias.has_unpublished_changes = True
    alias.save(update_fields=["alias_of_id", "live_revision_id", "has_unpublished_changes"], clean=False)
    revision = alias.save_revision(user=user, changed=False, clean=False)
    PageLogEntry.objects.log_action(
        instance=alias,
        revision=revision,
        action="wagtail.convert_alias",
        user=user,
        data={"page": {"id": alias.pk, "title": alias.get_admin_display_title()}},
    )
    return alias


def stand_ins_of(page: Page, **conditions) -> list[Page]:
    """Return the other languages' pages that only stand in for this one, and fulfil conditions, as specific ones."""
    translations = page.get_translations().filter(**conditions).exclude(locale_id=page.locale_id)
    return [other for other in translations.select_related("locale").specific() if is_untranslated(other)]


def was_ever_published(page: Page) -> bool:
    """Return whether the page had a publication of its own; a withdrawn translation is not a fallback again."""
    # What came in by bulk operations has no entry until it is withdrawn.
    return PageLogEntry.objects.filter(page=page.pk, action__in=PUBLICATIONS).exists()


class _Branch:
    """The children of one page: where the next one goes, and which slugs are taken. Read once, whatever is added."""

    def __init__(self, parent: Page):
        self.parent = parent
        children = list(parent.get_children().values_list("path", "slug"))
        self.slugs = {slug for _path, slug in children}
        last_path = max((path for path, _slug in children), default="")
        self.last_step = Page._str2int(last_path[-Page.steplen :]) if last_path else 0
        self.added = 0

    def take_place(self) -> tuple[str, int]:
        """Return the path and depth of the next child."""
        depth = self.parent.depth + 1
        self.last_step += 1
        self.added += 1
        return Page._get_path(self.parent.path, depth, self.last_step), depth

    def take_slug(self, wanted: str) -> str:
        slug, number = wanted, 1
        while slug in self.slugs:
            number += 1
            slug = f"{wanted}-{number}"
        self.slugs.add(slug)
        return slug

    def finish(self) -> None:
        Page.objects.filter(pk=self.parent.pk).update(numchild=F("numchild") + self.added)


class _Mirror:
    """Makes aliases in one locale. What it looked up (parents, their children) it remembers."""

    def __init__(self, locale: Locale):
        self.locale = locale
        self.parents: dict[str, Page] = {}
        self.branches: dict[int, _Branch] = {}
        self.counterparts: dict[int, Page] = {}
        self.made: list[Page] = []

    def make(self, pages: Iterable[Page]) -> list[Page]:
        """Make aliases of pages known to have none, parents first; return all that were made."""
        for page in pages:
            if page.pk not in self.counterparts:
                self._make_alias(page)
        for branch in self.branches.values():
            branch.finish()
        return self.made

    def _parent_of(self, page: Page) -> Page:
        path = page.path[: -Page.steplen]
        if path not in self.parents:
            self.parents[path] = page.get_parent().specific
        return self.parents[path]

    def _counterpart_of(self, page: Page) -> Page:
        if page.pk not in self.counterparts:
            counterpart = page if page.is_root() else page.get_translation_or_none(self.locale)
            self.counterparts[page.pk] = counterpart or self._make_alias(page)
        return self.counterparts[page.pk]

    def _make_alias(self, page: Page) -> Page:
        source_parent = self._parent_of(page)
        page._cached_parent_obj = source_parent
        parent = self._counterpart_of(source_parent)
        branch = self.branches.get(parent.pk)
        if branch is None:
            branch = self.branches[parent.pk] = _Branch(parent)
        # Home pages are siblings, so they need slugs of their own; addresses do not show them.
        slug = branch.take_slug(self.locale.language_code if parent.is_root() else page.slug)
        # A place in the tree that is already taken lets Wagtail save without looking for one and validating again.
        alias = CreatePageAliasAction(
            page,
            parent=parent,
            update_slug=slug,
            update_locale=self.locale,
            reset_translation_key=False,
            log_action=None,
            _mpnode_attrs=branch.take_place(),
        ).execute(skip_permission_checks=True)
        self.counterparts[page.pk] = alias
        self.made.append(alias)
        return alias
