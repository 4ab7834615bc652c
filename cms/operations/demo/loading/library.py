"""What the loaders share: finding what is loaded, adding pages and snippets under their own identities, translating."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db import models
from wagtail.models import Locale, Page

from cms.core.text.slugs import slugify_vietnamese
from cms.operations.demo.bodies import BodyBuilder
from cms.operations.demo.content import identity
from cms.operations.demo.loading.dates import publication
from cms.operations.demo.storing import store_picture
from cms.operations.demo.translating import translate_item


@dataclass
class Library:
    """One run of the loader. `loaded` maps (kind, key) to primary keys; `untranslated` waits for its English."""

    user: models.Model | None = None
    loaded: dict[tuple[str, str], int] = field(default_factory=dict)
    untranslated: list[tuple[models.Model, models.Model]] = field(default_factory=list)
    added: int = 0

    @cached_property
    def vietnamese(self) -> Locale:
        return Locale.objects.get_or_create(language_code="vi")[0]

    @cached_property
    def english(self) -> Locale:
        return Locale.objects.get_or_create(language_code="en")[0]

    def find(self, kind: str, key: str) -> int | None:
        """Return the primary key of a loaded item; a picture is drawn and stored when it is first asked for."""
        if kind == "picture":
            return store_picture(key).pk
        return self.loaded.get((kind, key))

    def body(self, language: str, owner: str, blocks: list[dict] | None) -> list[dict]:
        """Return a body's raw data in a language."""
        return BodyBuilder(language, self.find).build(owner, blocks)

    def page(self, parent: Page, kind: str, key: str, make, *, translated: bool = True, publish: bool = True) -> Page:
        """Return the demo page of this identity, made and published below `parent` if it is not there yet.

        `make(language)` returns an unsaved page in a language; its English is published later, by `translate_all`.
        With `publish=False` it stays a draft: the caller completes and publishes it.
        """
        uuid = identity(kind, key)
        page = Page.objects.filter(translation_key=uuid, locale=self.vietnamese).first()
        if page is None:
            page = make("vi")
            page.translation_key, page.locale, page.owner, page.live = uuid, self.vietnamese, self.user, False
            # A demo that was all published in one second would not look like a site.
            page.first_published_at = publication(page)
            parent.add_child(instance=page)
            if publish:
                self.publish(page)
            page = type(page).objects.get(pk=page.pk)
            self.added += 1
            if translated:
                self.untranslated.append((page, make("en")))
        page = page.specific
        self.loaded[kind, key] = page.pk
        return page

    def snippet(self, model: type[models.Model], kind: str, key: str, make, *, translated: bool = True) -> models.Model:
        """Return the demo snippet of this identity, made and published if it is not there yet; see `page`."""
        uuid = identity(kind, key)
        snippet = model.objects.filter(translation_key=uuid, locale=self.vietnamese).first()
        if snippet is None:
            snippet = make("vi")
            snippet.translation_key, snippet.locale = uuid, self.vietnamese
            snippet.save()
            self.publish(snippet)
            snippet = model.objects.get(pk=snippet.pk)
            self.added += 1
            if translated:
                self.untranslated.append((snippet, make("en")))
        self.loaded[kind, key] = snippet.pk
        return snippet

    def publish(self, instance: models.Model) -> None:
        """Publish a page or snippet as it is, by its revision."""
        instance.save_revision(user=self.user).publish(user=self.user, skip_permission_checks=True)

    def translate_all(self) -> None:
        """Publish the English of everything that was added, in the order in which it was added."""
        for source, english in self.untranslated:
            source.refresh_from_db()
            english.locale, english.translation_key = self.english, source.translation_key
            if isinstance(english, Page) and not english.slug:
                english.slug = slugify_vietnamese(english.title)
            translate_item(source, english, self.english, user=self.user)
        self.untranslated.clear()
