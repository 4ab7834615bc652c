"""Many pictures at once: words in both languages, what all have in common, what is here already, what is refused."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from media.files.picture_words import known_pairs
from media.models import CustomImage
from tests.factories import add_article, add_stream
from tests.media.content import picture_bytes, store_image
from tests.media.files.sent import upload

ADD = "wagtailimages:add_multiple"


def send(client, name="anh.jpg", data=None, **common):
    data = picture_bytes(size=(60, 40)) if data is None else data
    return client.post(reverse(ADD), {"title": name[:-4], "files[]": upload(name, data), **common}).json()


def test_each_picture_has_its_words_and_all_have_what_they_share(editor_client):
    common = {"common-credit_vi": "Ban Biên tập", "common-credit_en": "Editors", "common-licence": "cc-by-4.0"}
    refused, first, again = (
        send(editor_client, "hong.jpg", b"no picture", **common),
        send(editor_client, "mot.jpg", **common),
        send(editor_client, "hai.jpg", **common),
    )
    assert not refused["success"]
    assert refused["error_message"]
    assert (first["success"], first["duplicate"]) == (True, False)
    # The same file again: it is shown what is here, with its address, and both ways on.
    assert again["duplicate"]
    assert reverse("wagtailimages:edit", args=[first["image_id"]]) in again["confirm_duplicate_upload"]
    assert reverse("wagtailimages:delete_multiple", args=[again["image_id"]]) in again["confirm_duplicate_upload"]
    image = CustomImage.objects.get(pk=first["image_id"])
    assert (image.credit, image.licence, image.words) == ("Ban Biên tập", "cc-by-4.0", {"en": {"credit": "Editors"}})

    prefix = f"image-{image.pk}"
    form = {
        "title": "Lớp học",
        "title_en": "A class",
        "alt_vi": "Một lớp học",
        "alt_en": "A class",
        "caption_vi": "Tối",
    }
    answer = editor_client.post(
        reverse("wagtailimages:edit_multiple", args=[image.pk]), {f"{prefix}-{key}": text for key, text in form.items()}
    )
    assert answer.json()["success"]
    image.refresh_from_db()
    assert image.title == "Lớp học"
    assert image.words == {
        "vi": {"alt": "Một lớp học", "caption": "Tối"},
        "en": {"title": "A class", "alt": "A class", "credit": "Editors"},
    }
    assert known_pairs(["Một lớp học", "Tối"], "vi", "en") == {"Một lớp học": "A class"}
    too_long = editor_client.post(
        reverse("wagtailimages:edit_multiple", args=[image.pk]), {f"{prefix}-title": "A", f"{prefix}-alt_vi": "a" * 256}
    )
    assert not too_long.json()["success"]
    page = editor_client.get(reverse(ADD)).content.decode()
    assert 'name="common-credit_en"' in page


@pytest.mark.parametrize("is_said", [True, False])
def test_a_page_takes_over_the_words_of_a_picture_where_it_says_nothing(editor_client, site, is_said):
    words = {"vi": {"alt": "Một lớp học", "caption": "Buổi tối"}, "en": {"alt": "A class"}}
    image = store_image(picture_bytes(size=(60, 40)), words=words)
    article = add_article(add_stream(site.home), cover=None)
    own = "Lời của bài" if is_said else ""
    block = {"image": str(image.pk), "alt_text": own, "caption": "", "credit": ""}
    form = nested_form_data(
        {
            "title": article.title,
            "slug": article.slug,
            "lead": "Sapo",
            "display_date": "2026-02-10 08:00",
            "cover": str(image.pk),
            "cover_alt_text": own,
            "body": streamfield([("image", block)]),
            "related_pages": inline_formset([]),
            "tagged_topics": inline_formset([]),
            "comments": inline_formset([]),
            "action-publish": "1",
        }
    )
    response = editor_client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), form)
    assert response.status_code == 302, response.context["form"].errors
    article.refresh_from_db()
    expected = ("Lời của bài", "") if is_said else ("Một lớp học", "Buổi tối")
    assert (article.cover_alt_text, article.cover_caption) == expected
    assert (article.body[0].value["alt_text"], article.body[0].value["caption"]) == expected


def test_a_translation_is_filled_with_what_the_picture_says_in_its_language(editor_client, site):
    words = {"vi": {"alt": "Một lớp <học>"}, "en": {"alt": "A <class>"}}
    image = store_image(picture_bytes(size=(60, 40)), words=words)
    article = add_article(add_stream(site.home), cover=image, cover_alt_text="Một lớp <học>")
    source, _made = TranslationSource.update_or_create_from_instance(article)
    english = Locale.objects.get(language_code="en")
    Translation.objects.create(source=source, target_locale=english)
    source.update_from_db()
    found = StringTranslation.objects.filter(context__path="cover_alt_text", locale=english)
    assert [row.data for row in found] == ["A &lt;class&gt;"]
