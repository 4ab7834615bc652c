"""The drawn cards: made by a job for every public page without a picture of its own, and taken away with the page."""

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import translation
from django_tasks import task
from wagtail.models import Page

from cms.core.fallbacks import is_untranslated
from cms.core.known_tree import is_restricted_page
from cms.core.text.formats import short_date
from cms.discovery.item import Item
from cms.discovery.models import ShareCard
from cms.discovery.sharing.poster import Poster, draw
from cms.discovery.shown_page import ShownPage
from home.organisation.organisation_texts import organisation_texts


def poster_of(item: Item) -> Poster:
    """Return what is drawn of an item, in its own language."""
    texts = organisation_texts(item.language)
    is_home = item.type == "home.HomePage"
    number = item.document.get("number") or ""
    kind = item.document["document_type"]["label"] if number else (item.section or {}).get("title", "")
    return Poster(
        title=(texts.slogan or item.title) if is_home else item.title,
        kind="" if is_home else " · ".join(part for part in (kind, number) if part),
        organisation=texts.name,
        other_name=texts.other_name,
        note=_day_of(item),
    )


def _day_of(item: Item) -> str:
    """Return the day a reader would ask for, "" for what has none."""
    dated = ("articles.ArticlePage", "articles.LegalQuestionPage")
    return short_date(item.published, item.language) if item.type in dated and item.published else ""


@task()
def settle_card(page_pk: int) -> None:
    """Draw a page's card, or take it away."""
    settle(page_pk)


@task()
def settle_cards_below(path: str) -> None:
    """Do so for every page at or below a place in the tree that has a card, or may need one."""
    for pk in Page.objects.filter(path__startswith=path).order_by("pk").values_list("pk", flat=True).iterator():
        settle(pk)


def settle(page_pk: int) -> bool:
    """Do it; return whether anything had to be done."""
    page = Page.objects.filter(pk=page_pk).select_related("locale").first()
    page = page.specific if page is not None else None
    card = ShareCard.objects.filter(page=page_pk).first()
    poster = _wanted_poster(page) if page is not None else None
    if poster is None:
        if card is not None:
            card.delete()
        return card is not None
    if card is not None and card.digest == poster.digest:
        return False
    with translation.override(page.locale.language_code):
        data = draw(poster)
    _replace(page, card, poster.digest, data)
    return True


def _wanted_poster(page: Page) -> Poster | None:
    """Return None for a page that not everybody may see, and for one that has a picture."""
    if not page.live or is_untranslated(page) or is_restricted_page(page):
        return None
    item = ShownPage(page).item
    return poster_of(item) if item is not None and not item.picture else None


def _replace(page: Page, card: ShareCard | None, digest: str, data: bytes) -> None:
    file = ShareCard._meta.get_field("file")
    name = file.storage.save(file.generate_filename(None, "card.png"), ContentFile(data))
    old = card.file.name if card is not None else ""
    try:
        with transaction.atomic():
            ShareCard.objects.update_or_create(page_id=page.pk, defaults={"digest": digest, "file": name})
            if old:
                transaction.on_commit(lambda: file.storage.delete(old))
    except BaseException:
        file.storage.delete(name)
        raise
