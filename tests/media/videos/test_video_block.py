"""A video within an article is played in place, and only on demand."""

import pytest

from tests.factories import add_article, add_stream
from tests.media.content import add_video, add_video_library, store_film


@pytest.fixture
def library(site):
    return add_video_library(site.home)


def article_with(site, video):
    return add_article(add_stream(site.home), body=[{"type": "video", "value": {"video": video.pk}}])


def test_a_film_is_played_in_the_article(client, site, library):
    video = add_video(library, title="Tiếng còi tầm", file=store_film())
    html = client.get(article_with(site, video).url).content.decode()
    assert "data-player" in html
    assert video.file.url in html
    assert video.url in html


def test_a_withdrawn_video_leaves_nothing(client, site, library):
    video = add_video(library, title="Tiếng còi tầm")
    article = article_with(site, video)
    video.unpublish()
    response = client.get(article.url)
    assert response.status_code == 200
    assert "Tiếng còi tầm" not in response.content.decode()
