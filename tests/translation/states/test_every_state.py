"""One article through every state: what its row, its readers, search engines, the API and feeds say at each step."""

import json

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.translation.models import TranslationState
from cms.translation.states import reconciliation
from tests.factories import add_article, add_stream, make_category, publish, translate


@pytest.fixture
def stream(site):
    stream = add_stream(site.home)
    site.stream_en = translate(stream, site.home_en, title="News", slug="news")
    return stream


@pytest.fixture
def article(stream):
    return add_article(stream, title="Đối thoại", lead="Công nhân nói.", slug="doi-thoai")


def english(item):
    return item.get_translations().filter(locale__language_code="en").first()


def row_of(item, language="en") -> TranslationState:
    return TranslationState.objects.get(translation_key=item.translation_key, locale__language_code=language)


def submit(item) -> Translation:
    source, _created = TranslationSource.update_or_create_from_instance(item)
    locale = Locale.objects.get(language_code="en")
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    return translation


def write(translation, kind="manual", **texts):
    for path, text in texts.items():
        segment = translation.source.stringsegment_set.get(context__path=path)
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": text, "translation_type": kind},
        )


class Doors:
    """What is to be seen of the English version of an article at every door."""

    def __init__(self, client, article):
        self.client, self.article = client, article

    def look(self) -> tuple:
        """Return (state, HTML, named by hreflang, in the sitemap, state in the API, in the feed)."""
        return row_of(self.article).state, self.html(), self.hreflang(), self.sitemap(), self.api(), self.feed()

    def html(self) -> str:
        response = self.client.get(english(self.article).get_url())
        if response.status_code != 200:
            return str(response.status_code)
        html = response.content.decode()
        if "Read the original" not in html and "Đọc bản gốc" not in html:
            return "own"
        return "outdated" if "was changed on" in html else "source"

    def hreflang(self) -> bool:
        return 'hreflang="en" href' in self.client.get(self.article.get_url()).content.decode()

    def sitemap(self) -> bool:
        return english(self.article).get_url() in self.client.get("/sitemaps/en-1.xml").content.decode()

    def api(self) -> str | None:
        response = self.client.get(f"/api/v2/articles/{english(self.article).pk}/")
        if response.status_code != 200:
            return None
        named = self.client.get(f"/api/v2/articles/{self.article.pk}/")
        if named.status_code != 200:
            return "alone"
        return named.json()["meta"]["translations"][0]["state"]

    def feed(self) -> bool:
        items = json.loads(self.client.get("/en/feeds/news/feed.json").content)["items"]
        return any(english(self.article).get_url() in item["url"] for item in items)


UNTRANSLATED = ("source", False, False, None, False)


def test_every_state_at_every_door(client, article):
    doors = Doors(client, article)
    assert row_of(article, "vi").state == "original"
    # An alias.
    assert doors.look() == ("missing", *UNTRANSLATED)
    assert row_of(article).words_left == row_of(article).words == 5
    # Sent to translation; a draft; machine text; machine text that somebody has looked at.
    translation = submit(article)
    translation.save_target(publish=False)
    assert doors.look() == ("draft", *UNTRANSLATED)
    write(translation, title="Dialogue", slug="dialogue")
    assert doors.look() == ("draft", *UNTRANSLATED)
    assert (row_of(article).words_left, row_of(article).percent) == (3, 40)
    write(translation, "machine", lead="Workers speak.")
    assert doors.look() == ("machine", *UNTRANSLATED)
    write(translation, "manual", lead="Workers speak.")
    # Published.
    translation.save_target(publish=True)
    assert doors.look() == ("current", "own", True, True, "current", True)
    assert row_of(article).percent == 100
    # A draft of the source changes nothing; its publication does.
    article.lead = "Công nhân nói hôm nay."
    article.save_revision()
    assert row_of(article).state == "current"
    publish(article)
    assert doors.look() == ("outdated", "outdated", True, True, "outdated", True)
    assert row_of(article).outdated_since == article.last_published_at
    assert row_of(article).words_left == 5
    # Its publication again does not make it younger.
    since = row_of(article).outdated_since
    publish(article)
    assert row_of(article).outdated_since == since
    # Published again with the changed sentence not translated: the old one is kept, and is still behind.
    translation.source.update_from_db()
    translation.save_target(publish=True)
    assert "Workers speak." in client.get("/en/news/dialogue/").content.decode()
    assert row_of(article).state == "outdated"
    # Current again.
    write(translation, lead="Workers speak today.")
    translation.save_target(publish=True)
    assert doors.look() == ("current", "own", True, True, "current", True)
    # The source withdrawn: the translation stands alone.
    article.unpublish()
    assert doors.look() == ("current", "own", False, True, "alone", True)
    # The translation withdrawn, too.
    english(article).unpublish()
    assert row_of(article).state == "draft"
    assert doors.html() == "410"


def test_a_translation_written_by_hand_is_made_from_what_was_live_then(site, article):
    target = translate(article, site.stream_en, title="Dialogue", slug="dialogue")
    assert (row_of(article).state, row_of(article).object_id, row_of(article).words_left) == ("current", target.pk, 0)
    article.save_revision().publish()
    assert (row_of(article).state, row_of(article).words_left) == ("outdated", 5)
    publish(target)
    assert row_of(article).state == "current"


def test_a_page_that_is_only_in_english_is_its_own_original(site):
    page = add_article(site.stream_en if hasattr(site, "stream_en") else add_stream(site.home_en), title="Only here")
    assert row_of(page).state == "original"
    assert row_of(page, "vi").state == "missing"


def test_a_draft_has_its_newest_words_and_snippets_have_states_too(stream):
    article = type(add_article(stream))(title="Nháp", lead="Một", live=False, locale=stream.locale)
    stream.add_child(instance=article)
    article.lead = "Một hai ba bốn"
    article.save_revision()
    assert row_of(article, "vi").words == 5
    category = make_category("Tổ chức")
    assert row_of(category).state == "missing"
    translation = submit(category)
    write(translation, name="Organisation")
    translation.save_target(publish=True)
    assert row_of(category).state == "current"
    category.name = "Tổ chức Công đoàn"
    category.save_revision().publish()
    assert row_of(category).state == "outdated"


def test_rows_go_with_their_items_and_a_third_language_begins_with_nothing(article):
    key = article.translation_key
    french = Locale.objects.create(language_code="fr")
    row = TranslationState.objects.get(translation_key=key, locale=french)
    assert (row.state, row.words_left, row.object_id) == ("missing", 5, None)
    french.delete()
    assert TranslationState.objects.filter(translation_key=key).count() == 2
    article.delete()
    assert not TranslationState.objects.filter(translation_key=key).exists()


def test_reconcile_finds_and_repairs_what_is_wrong(article):
    wrong = TranslationState.objects.filter(translation_key=article.translation_key)
    assert not [fault for *_rest, faults in reconciliation.reconcile(repair=False) for fault in faults]
    wrong.filter(locale__language_code="en").update(state="current")
    wrong.filter(locale__language_code="vi").delete()
    stray = row_of(article)
    stray.pk, stray.translation_key = None, "00000000-0000-4000-8000-000000000000"
    stray.save()
    faults = [fault for *_rest, faults in reconciliation.reconcile(repair=True) for fault in faults]
    assert len(faults) == 3
    assert (row_of(article).state, row_of(article, "vi").state) == ("missing", "original")
    assert not [fault for *_rest, faults in reconciliation.reconcile(repair=False) for fault in faults]
