"""Public files go with what showed them, come back under other names, and nothing is left behind."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from media.files import public_files
from media.files.public_files import reconcile, settle_files
from media.files.renditions import make_renditions
from media.models import CustomImage, MediaFile, VideoPage
from tests.delivery.rows import document_of, fresh, state_of
from tests.factories import add_article, add_stream, publish
from tests.media.content import add_video, add_video_library, picture_bytes, store_captions, store_film, store_image

pytestmark = pytest.mark.settled_files


@pytest.fixture(autouse=True)
def _real_files(uploads_folder):
    pass


@pytest.fixture
def stream(site):
    return add_stream(site.home)


@pytest.fixture
def image(db):
    image = store_image(picture_bytes(size=(500, 340)))
    make_renditions(image)
    return image


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Return a context in which files are deleted as after a commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def show(stream, image, **fields):
    return add_article(stream, cover=image, cover_alt_text="Một bức tranh", **fields)


def names_of(image) -> set[str]:
    ready = fresh(image).ready_renditions
    return {name for entries in ready.values() for *_size, names in entries for name in names.values()}


def there(names) -> set[str]:
    return {name for name in names if default_storage.exists(name)}


def test_a_withdrawn_pictures_files_are_removed_and_made_again_under_other_names(stream, image, commit):
    with commit():
        article = show(stream, image)
    before = names_of(image)
    assert there(before) == before
    with commit():
        article.unpublish()
    assert there(before) == names_of(image) == set()
    with commit():
        publish(fresh(article))
    after = names_of(image)
    assert there(after) == after
    assert after
    assert not after & before
    assert document_of(article)["cover"]["renditions"]["wide"]
    assert state_of(image) == "live"


def test_files_of_a_picture_shown_elsewhere_stay(stream, image, commit):
    with commit():
        article = show(stream, image)
        show(stream, image, title="Bài khác")
    before = names_of(image)
    with commit():
        fresh(article).delete()
    assert names_of(image) == there(before) == before


def test_files_of_a_picture_that_only_the_website_shows_stay(stream, image, commit):
    with commit():
        article = show(stream, image, syndication="none")
    before = names_of(image)
    assert state_of(image) == "never"
    assert there(before) == before
    with commit():
        article.unpublish()
    assert names_of(image) == there(before) == set()


def test_a_picture_in_a_draft_keeps_its_files(stream, image, commit):
    article = show(stream, image)
    article.unpublish()
    another = store_image(picture_bytes(size=(500, 340), color="red"))
    make_renditions(another)
    with commit():
        stream.add_child(
            instance=type(article)(title="Nháp", lead="Một.", cover=another, live=False, locale=stream.locale)
        )
    assert names_of(another)


@pytest.mark.parametrize("way", ["restricted", "deleted", "replaced", "private collection"])
def test_files_go_whichever_way_the_picture_goes(stream, image, commit, way):
    with commit():
        article = show(stream, image)
    before = names_of(image)
    with commit():
        if way == "restricted":
            PageViewRestriction.objects.create(page=stream, restriction_type="login")
        elif way == "deleted":
            fresh(stream).delete()
        elif way == "replaced":
            article.cover = store_image(picture_bytes(size=(200, 200)))
            publish(article)
        else:
            CollectionViewRestriction.objects.create(collection=image.collection, restriction_type="login")
    assert there(before) == set()


def test_a_film_and_its_captions_are_out_of_reach_while_their_video_is_withdrawn(site, client, commit):
    library = add_video_library(site.home)
    film, captions = store_film(), store_captions("vi")
    with commit():
        video = add_video(library, file=film, captions_vi=captions)
    before = [fresh(film).file.name, fresh(captions).file.name]
    assert there(before) == set(before)
    with commit():
        video.unpublish()
    hidden = [fresh(film).file.name, fresh(captions).file.name]
    assert there(before) == set()
    assert there(hidden) == set(hidden)
    assert all(client.get(f"/uploads/{name}").status_code == 404 for name in hidden)
    with commit():
        publish(VideoPage.objects.get(pk=video.pk))
    after = [fresh(film).file.name, fresh(captions).file.name]
    assert there(after) == set(after)
    assert there(hidden) == set()
    assert not set(after) & set(before)
    assert all(client.get(f"/uploads/{name}").status_code == 200 for name in after)
    document = document_of(video)
    assert document["file"]["url"].endswith(after[0])
    assert document["captions"][0]["url"].endswith(after[1])
    assert client.get(video.url).context["video"].file_url.endswith(after[0])


def test_settling_again_does_nothing(stream, image, commit):
    with commit():
        show(stream, image)
    assert not settle_files(CustomImage, image.pk)
    assert not settle_files(MediaFile, 999_999)


def test_publishing_again_makes_no_job_for_pictures_that_are_where_they_should_be(stream, image, commit, monkeypatch):
    with commit():
        article = show(stream, image)
    asked = []
    monkeypatch.setattr(public_files, "settle_files", lambda *args: asked.append(args))
    article.title = "Tên mới"
    publish(article)
    assert asked == []


def faults_of(*, repair):
    return [fault for _done, _of, faults in reconcile(repair=repair) for fault in faults]


def test_reconcile_finds_public_files_of_what_was_withdrawn(stream, image, commit):
    with commit():
        article = show(stream, image)
        article.unpublish()
    CustomImage.objects.filter(pk=image.pk).update(ready_renditions={})
    make_renditions(fresh(image))
    before = names_of(image)
    assert len(faults_of(repair=False)) == 1
    assert there(before) == before
    with commit():
        faults_of(repair=True)
    assert there(before) == set()
    assert faults_of(repair=False) == []


def test_reconcile_finds_files_that_nothing_names(stream, image, monkeypatch):
    show(stream, image)
    stray = default_storage.save("videos/abc/phim.mp4", ContentFile(b"..."))
    assert faults_of(repair=True) == []
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=2))
    assert faults_of(repair=True) == [f"{stray}: a public file that nothing names"]
    assert not default_storage.exists(stray)
    assert there(names_of(image)) == names_of(image)
