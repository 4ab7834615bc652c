"""Addresses of providers are read without asking anybody."""

import pytest
from django.core.exceptions import ValidationError

from media.videos.providers import EMBED_ORIGINS, PROVIDERS, find_provided_video, validate_provider_address

ID = "dQw4w9WgXcQ"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"https://www.youtube.com/watch?app=desktop&v={ID}&t=10s",
        f"http://youtube.com/watch?v={ID}",
        f"https://m.youtube.com/watch?v={ID}&list=PL1234",
        f"https://youtu.be/{ID}?si=abc",
        f"https://www.youtube.com/shorts/{ID}",
        f"https://www.youtube.com/live/{ID}?feature=share",
    ],
)
def test_youtube_is_embedded_without_cookies(address):
    video = find_provided_video(address)
    assert video.embed_url == f"https://www.youtube-nocookie.com/embed/{ID}"
    assert video.watch_url == f"https://www.youtube.com/watch?v={ID}"
    assert video.autoplay_url.endswith("?autoplay=1")


@pytest.mark.parametrize(
    ("address", "embed"),
    [
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("https://player.vimeo.com/video/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("https://vimeo.com/76979871/8272103f6e", "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1"),
        (
            "https://player.vimeo.com/video/76979871?h=8272103f6e",
            "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1",
        ),
        ("https://vimeo.com/channels/staffpicks/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("https://www.dailymotion.com/video/x8abcde", "https://geo.dailymotion.com/player.html?video=x8abcde"),
    ],
)
def test_others_are_embedded_by_their_players(address, embed):
    assert find_provided_video(address).embed_url == embed


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://example.org/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/playlist?list=PL1234567890",
        "https://www.youtube.com/user/somebody",
        f"https://evil.org/?https://www.youtube.com/watch?v={ID}",
        f'https://www.youtube.com/watch?v="><script>{ID}',
        "https://vimeo.com/somebody",
        "javascript:alert(1)",
    ],
)
def test_what_is_not_one_video_is_refused(address):
    assert find_provided_video(address) is None
    with pytest.raises(ValidationError):
        validate_provider_address(address)


def test_every_player_is_named_for_the_security_policy():
    for provider in PROVIDERS:
        assert provider.embed.startswith(EMBED_ORIGINS)
