"""One thing of every kind that readers must not be shown, each with a word of its own.

Everything that could name it does. The word is in the title, the slug, the lead and the body (or in the file's name):
it is found wherever any of these is repeated.
"""

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from articles.models import ArticlePage, ArticleRelatedPage
from cms.bin.throwing import throw_away
from cms.operations.worker.schedule import publish_scheduled
from cms.statistics.models import DayCount, Subject
from home.models import Menu, MenuItem
from media.files.renditions import make_renditions
from media.models import CustomDocument
from tests.factories import add_article, add_stream, publish, translate
from tests.home.content import locale, make_link, publish_snippet
from tests.media.content import store_image

# In every title: what a search finds.
COMMON = "Chuyện"


@dataclass(frozen=True)
class Hidden:
    """A thing: its word, what it is, and whether the website shows it to everybody."""

    word: str
    item: object
    is_on_website: bool = False


def texts(word: str) -> dict:
    body = [{"type": "paragraph", "value": f"<p>{COMMON} {word} kể.</p>"}]
    return {"title": f"{COMMON} {word}", "lead": f"Lời {word}.", "body": body, "show_in_menus": True}


def hide_everything(site) -> SimpleNamespace:
    """Return the site with `hidden` ({kind: Hidden}), `stream`, `stream_en`."""
    site.stream = add_stream(site.home, show_in_menus=True)
    site.stream_en = translate(site.stream, site.home_en, title="News", slug="news")
    site.hidden = {**_pages(site), **_translations(site), **_files(site), **_snippets()}
    named = [hidden.item for hidden in site.hidden.values() if isinstance(hidden.item, Page)]
    _name_in_menu(named)
    _name_in_article(site, named)
    _count_visits(named)
    throw_away(site.hidden["binned"].item, None)
    return site


def _pages(site) -> dict[str, Hidden]:
    stream = site.stream
    made = {
        kind: add_article(stream, **texts(f"{kind}word"))
        for kind in ("unpublished", "expired", "binned", *RESTRICTIONS)
    }
    made["unpublished"].unpublish()
    ArticlePage.objects.filter(pk=made["expired"].pk).update(expire_at=timezone.now() - timedelta(hours=1))
    publish_scheduled()
    for kind, restriction in RESTRICTIONS.items():
        restricted = PageViewRestriction.objects.create(page=made[kind], **restriction)
        if restriction["restriction_type"] == PageViewRestriction.GROUPS:
            restricted.groups.add(Group.objects.create(name="chỉ riêng"))
    made["draft"] = ArticlePage(live=False, locale=stream.locale, **texts("draftword"))
    stream.add_child(instance=made["draft"])
    made["draft"].save_revision()
    made["tomorrow"] = ArticlePage(
        live=False, locale=stream.locale, go_live_at=timezone.now() + timedelta(days=1), **texts("tomorrowword")
    )
    stream.add_child(instance=made["tomorrow"])
    made["tomorrow"].save_revision(approved_go_live_at=made["tomorrow"].go_live_at).publish()
    inner = add_stream(site.home, title="Chuyện nội bộ", slug="noi-bo", show_in_menus=True)
    made["below"] = add_article(inner, **texts("belowword"))
    PageViewRestriction.objects.create(page=inner, restriction_type=PageViewRestriction.LOGIN)
    hidden = {kind: Hidden(f"{kind}word", page) for kind, page in made.items()}
    for kind in ("none", "partners"):
        # Its address is on the website, where any text may link to it: that has not the word.
        page = add_article(stream, **{**texts(f"{kind}word"), "syndication": kind, "slug": f"chi-trang-web-{kind}"})
        hidden[kind] = Hidden(f"{kind}word", page, is_on_website=True)
    edited = add_article(stream, title=f"{COMMON} mở")
    for name, value in texts("editedword").items():
        setattr(edited, name, value)
    edited.save_revision()
    # Known by its word alone: the article itself is public.
    hidden["edit"] = Hidden("editedword", None)
    return hidden


RESTRICTIONS = {
    "password": {"restriction_type": PageViewRestriction.PASSWORD, "password": "x"},
    "login": {"restriction_type": PageViewRestriction.LOGIN},
    "group": {"restriction_type": PageViewRestriction.GROUPS},
}


def _translations(site) -> dict[str, Hidden]:
    english = locale("en")
    source = add_article(site.stream, title=f"{COMMON} có bản dịch chờ")
    submitted, _created = TranslationSource.update_or_create_from_instance(source)
    translation = Translation.objects.create(source=submitted, target_locale=english)
    for path in ("title", "lead"):
        segment = submitted.stringsegment_set.get(context__path=path)
        StringTranslation.objects.create(
            translation_of=segment.string, context=segment.context, locale=english, data="Story submittedword"
        )
    translation.save_target(publish=False)
    restricted = add_article(site.stream, title=f"{COMMON} có bản dịch riêng")
    own = translate(restricted, site.stream_en, **{**texts("siblingword"), "slug": "siblingword"})
    PageViewRestriction.objects.create(page=own, restriction_type=PageViewRestriction.LOGIN)
    alias_of = add_article(site.stream, title=f"{COMMON} chưa dịch")
    return {
        "submitted": Hidden("submittedword", source.get_translation(english)),
        "sibling": Hidden("siblingword", own),
        # The text is public in its own language; only the item must not be there.
        "alias": Hidden("aliasword", alias_of.get_translation(english), is_on_website=True),
    }


def _files(site) -> dict[str, Hidden]:
    collection = Collection.get_first_root_node().add_child(name="Riêng")
    image = store_image(title="imageword", name="imageword.jpg", collection=collection)
    document = CustomDocument.objects.create(
        title="documentword", file=ContentFile(b"%PDF-1.4", name="documentword.pdf"), collection=collection
    )
    files = {"files": [{"document": document.pk, "title": ""}], "heading": ""}
    body = [{"type": "files", "value": files}]
    add_article(site.stream, title=f"{COMMON} có ảnh", cover=image, cover_alt_text="Một bức tranh", body=body)
    make_renditions(image)
    image.refresh_from_db()
    site.had_renditions = bool(image.ready_renditions)
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    return {"image": Hidden("imageword", image), "document": Hidden("documentword", document)}


def _snippets() -> dict[str, Hidden]:
    link = make_link(f"{COMMON} linkword")
    link.unpublish()
    return {"link": Hidden("linkword", link)}


def _count_visits(pages: list[Page]) -> None:
    """It was read while it was public, and what was counted stays."""
    today = timezone.localdate()
    DayCount.objects.bulk_create(
        DayCount(day=today, subject=Subject.PAGE, key=page.get_url(), locale="vi", count=1000) for page in pages
    )


def _name_in_menu(pages: list[Page]) -> None:
    menu = Menu(place="main", locale=locale("vi"))
    menu.items = [
        *(MenuItem(page=page) for page in pages),
        *(MenuItem(page=Page.objects.get(pk=page.get_parent().pk), show_children=True) for page in pages[:1]),
        *(MenuItem(page=page.get_parent(), show_children=True) for page in pages if page.slug == "chuyen-belowword"),
    ]
    publish_snippet(menu)


def _name_in_article(site, pages: list[Page]) -> None:
    article = add_article(site.stream, title=f"{COMMON} công khai")
    article.related_pages = [ArticleRelatedPage(page=page) for page in pages]
    links = "".join(f'<a linktype="page" id="{page.pk}">đây</a>, ' for page in pages)
    article.body = [{"type": "paragraph", "value": f"<p>Xem {links}.</p>"}]
    publish(article)
