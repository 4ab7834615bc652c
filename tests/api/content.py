"""One published item of every endpoint in both languages, and what must never be shown beside them."""

from types import SimpleNamespace

from wagtail.models import PageViewRestriction

from home.models import Menu, Organisation
from tests.articles.content import (
    add_law_document,
    add_library,
    add_question,
    add_question_index,
    make_document,
    make_field,
    make_issuer,
    make_topic,
)
from tests.factories import add_article, add_stream, make_category, make_image, translate
from tests.home.content import (
    make_alert,
    make_election,
    make_link,
    make_link_group,
    make_menu,
    make_organisation,
    translate_snippet,
    vietnam,
)
from tests.media.content import add_gallery, add_gallery_library, add_video, add_video_library, make_series

WITH_LANGUAGES = (
    *("pages", "articles", "streams", "galleries", "videos", "law-documents", "questions"),
    *("links", "elections", "alerts", "navigation", "site"),
)
WITHOUT_LANGUAGES = ("images", "documents")


def publish_everything(site):
    """Return the site with an item of each endpoint, translated: `site.items[endpoint][language]`."""
    image, category = make_image(), make_category()
    cover = {"cover": image, "cover_alt_text": "Bình minh trên vịnh"}
    home, home_en = site.home, site.home_en
    stream = add_stream(home)
    stream_en = translate(stream, home_en, title="News", slug="news")
    article = add_article(stream, title="Đối thoại tại nơi làm việc", category=category, **cover)
    library = add_library(home)
    library_en = translate(library, home_en, title="Law library", slug="law")
    law = add_law_document(library, issuers=[make_issuer()], fields=[make_field()], files=[make_document()])
    index = add_question_index(home)
    index_en = translate(index, home_en, title="Questions", slug="questions")
    question = add_question(index, basis=[law], topic=make_topic())
    galleries = add_gallery_library(home)
    galleries_en = translate(galleries, home_en, title="Pictures", slug="pictures")
    gallery = add_gallery(galleries, [image])
    videos = add_video_library(home)
    videos_en = translate(videos, home_en, title="Videos", slug="videos")
    video = add_video(videos, series=make_series())
    link = make_link("Tổng Liên đoàn", group=make_link_group("Công đoàn"))
    # For good: an election that is over shows nowhere.
    election = make_election(shown_until=vietnam("2126-03-15 00:00"))
    alert = make_alert("Bão số 3", text="Tàu thuyền về nơi trú tránh.", level="urgent")
    menu = make_menu(stream)
    organisation = make_organisation()
    site.items = {
        "pages": {"vi": home, "en": home_en},
        "streams": {"vi": stream, "en": stream_en},
        "articles": {"vi": article, "en": translate(article, stream_en, title="Dialogue at work", slug="dialogue")},
        "law-documents": {"vi": law, "en": translate(law, library_en, title="Labour Code", slug="labour-code")},
        "questions": {"vi": question, "en": translate(question, index_en, title="Overtime pay?", slug="overtime")},
        "galleries": {"vi": gallery, "en": translate(gallery, galleries_en, title="Album", slug="album")},
        "videos": {"vi": video, "en": translate(video, videos_en, title="A film", slug="a-film")},
        "links": {"vi": link, "en": translate_snippet(link, name="General Confederation")},
        "elections": {"vi": election, "en": translate_snippet(election, title="Election")},
        "alerts": {"vi": alert, "en": translate_snippet(alert, heading="Storm No. 3")},
        "navigation": {"vi": menu, "en": _english(Menu) or translate_snippet(menu)},
        "site": {"vi": organisation, "en": _english(Organisation) or translate_snippet(organisation)},
        "images": {"": image},
        "documents": {"": law.files.first().document},
    }
    site.category, site.stream, site.stream_en = category, stream, stream_en
    return site


def _english(model):
    return model.objects.filter(locale__language_code="en").first()


def publish_articles(site):
    """Return the site with a stream of five Vietnamese articles; the first two are translated."""
    site.stream = add_stream(site.home)
    site.stream_en = translate(site.stream, site.home_en, title="News", slug="news")
    site.category = make_category("Tổ chức")
    titles = ["Ánh sáng ca ba", "Bữa cơm ca", "Công đoàn cơ sở", "Đối thoại", "Em bé ở khu trọ"]
    site.articles = [
        add_article(site.stream, title=title, category=site.category if number < 3 else None)
        for number, title in enumerate(titles)
    ]
    site.english = [
        translate(site.articles[0], site.stream_en, title="Light on the night shift", slug="light"),
        translate(site.articles[1], site.stream_en, title="A meal at work", slug="meal"),
    ]
    return site


def publish_and_hide(site):
    """Return the site of `publish_everything`; `site.hidden` is what must not be shown beside it."""
    publish_everything(site)
    site.hidden = hide_one_of_each_kind(site.stream)
    return site


def hide_one_of_each_kind(stream) -> SimpleNamespace:
    """Add articles that must not be shown: a draft, a withdrawn, a private, a partners' and an HTML-only one."""
    hidden = SimpleNamespace(
        draft=add_article(stream, title="Bản nháp"),
        restricted=add_article(stream, title="Riêng tư"),
        partners=add_article(stream, title="Cho đối tác", syndication="partners"),
        html_only=add_article(stream, title="Chỉ trên trang web", syndication="none"),
    )
    hidden.draft.unpublish()
    PageViewRestriction.objects.create(page=hidden.restricted, restriction_type=PageViewRestriction.LOGIN)
    return hidden
