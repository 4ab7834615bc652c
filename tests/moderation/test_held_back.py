"""What may not go out is not given a moment either; and what became so afterwards waits, and is told."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Revision
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.operations.worker.schedule import publish_scheduled
from tests.factories import add_article, add_stream, make_image, publish

MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


@pytest.fixture
def translation(site):
    """An article of which an English draft has been made, its title by a person."""
    article = add_article(add_stream(site.home), title="Có 12.675 cán bộ", slug="can-bo")
    source, _made = TranslationSource.update_or_create_from_instance(article)
    found = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    write(found, "There are 12,675 officers")
    found.save_target(publish=False)
    return found


def write(translation, text: str, kind=StringTranslation.TRANSLATION_TYPE_MANUAL) -> StringTranslation:
    segment = translation.source.stringsegment_set.get(context__path="title")
    row, _made = StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={"data": text, "translation_type": kind, "has_error": False, "field_error": ""},
    )
    return row


def schedule(page) -> None:
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()


def at_its_minute() -> None:
    past = timezone.now() - timedelta(minutes=5)
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at, revision.content["go_live_at"] = past, past.isoformat()
        revision.save()


@pytest.mark.parametrize(
    ("text", "kind"), [("There are 12,675 officers", MACHINE), ("There are 12,765 officers", "manual")]
)
def test_machine_text_and_differing_facts_are_neither_scheduled_nor_published(
    client, django_user_model, translation, text, kind
):
    english = translation.get_target_instance().get_latest_revision_as_object()
    schedule(english)
    row = write(translation, text, kind)
    for door in (schedule, publish):
        with pytest.raises(ValidationError):
            door(english)
    at_its_minute()
    assert publish_scheduled() == 0
    client.force_login(django_user_model.objects.create_superuser("root"))
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "There are 12,675 officers" in home
    assert reverse("wagtailadmin_pages:edit", args=[english.pk]) in home
    # Mended: it goes out by itself at the next minute, and nobody is told any more.
    write(translation, "There are 12,675 officers")
    row.refresh_from_db()
    assert publish_scheduled() == 1
    english.refresh_from_db()
    assert (english.title, english.live, english.live_revision is not None) == ("There are 12,675 officers", True, True)


def test_a_picture_without_words_is_refused_for_later_too(client, django_user_model, site):
    article = add_article(add_stream(site.home))
    article.cover = make_image()
    with pytest.raises(ValidationError):
        schedule(article)
    article.cover_is_decorative = True
    schedule(article)
    revision = Revision.objects.get(approved_go_live_at__isnull=False)
    # As a script, or an older release, may have left it.
    revision.content["cover_is_decorative"] = False
    revision.save()
    at_its_minute()
    assert publish_scheduled() == 0
    client.force_login(django_user_model.objects.create_superuser("root"))
    assert article.title in client.get(reverse("wagtailadmin_home")).content.decode()
