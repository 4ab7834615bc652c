"""An article sent to translation, as the translator's editor is given it."""

from types import SimpleNamespace

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.factories import add_article, add_stream, publish, translate

FIRST = "Công nhân nói, giám đốc nghe."
SECOND = "Có 12 người phát biểu trong buổi sáng."


class Desk(SimpleNamespace):
    """A translator's desk: the article, its translation, and what one does there by hand."""

    def target(self):
        return self.article.get_translations().get(locale__language_code="en")

    def url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.target().pk])

    def open(self):
        response = self.client.get(self.url())
        assert response.status_code == 200
        return response

    def texts(self) -> dict:
        """Return the texts the editor shows, by what the source says."""
        return {text.segment.string.data: text for text in self.open().context_data["texts"]}

    def save(self, source: str, value: str, **more):
        text = self.texts()[source]
        return self.client.post(text.url, {"value": value, "version": text.version, **more})

    def finish(self, action: str):
        return self.client.post(self.url(), {"action": action}, follow=True)

    def change_source(self, *paragraphs: str, **fields) -> None:
        self.article.refresh_from_db()
        for name, value in fields.items():
            setattr(self.article, name, value)
        if paragraphs:
            block = self.article.body[0]
            text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
            self.article.body = [{"type": "paragraph", "value": text, "id": block.id}]
        publish(self.article)

    def write(self, source: str) -> StringTranslation:
        return StringTranslation.objects.get(
            translation_of__data=source, context__object_id=self.article.translation_key
        )


@pytest.fixture
def desk(site, admin_client):
    stream = add_stream(site.home)
    translate(stream, site.home_en, title="News", slug="news")
    article = add_article(stream, title="Đối thoại", lead="Một buổi sáng.", slug="doi-thoai")
    article.body = [{"type": "paragraph", "value": f"<p>{FIRST}</p><p>{SECOND}</p>"}]
    publish(article)
    english = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(article)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)
    return Desk(client=admin_client, stream=stream, article=article, translation=translation, english=english)
