"""Video providers: which addresses they have, and where their player is asked for without following the reader.

Recognised by the patterns of Wagtail's embeds, but nothing is fetched: neither while editing nor while reading.
"""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.embeds import oembed_providers


@dataclass(frozen=True)
class Provider:
    """`identifier` finds a video's id (group "id") and, where a video is unlisted, its "key"; `embed` takes both."""

    name: str
    patterns: tuple[str, ...]
    identifier: re.Pattern
    watch: str
    embed: str
    embed_keyed: str = ""


@dataclass(frozen=True)
class ProvidedVideo:
    """A video at a provider. `embed_url` sets no cookie before the reader plays (as far as the provider says so)."""

    provider_name: str
    watch_url: str
    embed_url: str

    @property
    def autoplay_url(self) -> str:
        """Return the player's address for a reader who has pressed play already."""
        return f"{self.embed_url}{'&' if '?' in self.embed_url else '?'}autoplay=1"


PROVIDERS = (
    Provider(
        name="YouTube",
        patterns=tuple(oembed_providers.youtube["urls"]),
        identifier=re.compile(
            r"^https?://(?:youtu\.be/|(?:[-\w]+\.)?youtube\.com/(?:watch\?(?:[^#]*&)?v=|v/|shorts/|live/))"
            r"(?P<id>[\w-]{11})(?![\w-])(?P<key>)",
            re.ASCII,
        ),
        watch="https://www.youtube.com/watch?v={id}",
        embed="https://www.youtube-nocookie.com/embed/{id}",
    ),
    Provider(
        name="Vimeo",
        patterns=tuple(oembed_providers.vimeo["urls"]),
        identifier=re.compile(
            r"^https?://(?:www\.)?(?:player\.)?vimeo\.com/(?:video/|channels/[\w-]+/|groups/[\w-]+/videos/)?"
            r"(?P<id>[0-9]{1,12})(?![0-9])(?:(?:/|\?(?:[^#]*&)?h=)(?P<key>[0-9a-f]{6,20}))?",
            re.ASCII,
        ),
        watch="https://vimeo.com/{id}",
        embed="https://player.vimeo.com/video/{id}?dnt=1",
        embed_keyed="https://player.vimeo.com/video/{id}?h={key}&dnt=1",
    ),
    Provider(
        name="Dailymotion",
        patterns=tuple(oembed_providers.dailymotion["urls"]),
        identifier=re.compile(
            r"^https?://[-\w]+\.dailymotion\.com/(?:embed/)?video/(?P<id>[a-zA-Z0-9]{5,12})(?![a-zA-Z0-9])(?P<key>)",
            re.ASCII,
        ),
        watch="https://www.dailymotion.com/video/{id}",
        embed="https://geo.dailymotion.com/player.html?video={id}",
    ),
)

# For the Content-Security-Policy's frame-src.
EMBED_ORIGINS = ("https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://geo.dailymotion.com")


def find_provided_video(address: str) -> ProvidedVideo | None:
    """Return the video an address leads to, or None if it is not a single video of a provider we know."""
    for provider in PROVIDERS:
        if not any(re.match(pattern, address) for pattern in provider.patterns):
            continue
        match = provider.identifier.match(address)
        if match is None:
            continue
        key = match["key"] or ""
        embed = provider.embed_keyed if key else provider.embed
        return ProvidedVideo(
            provider_name=provider.name,
            watch_url=provider.watch.format(id=match["id"]) + (f"/{key}" if key else ""),
            embed_url=embed.format(id=match["id"], key=key),
        )
    return None


def validate_provider_address(address: str) -> None:
    """Raise ValidationError for an address whose player we could not show."""
    if find_provided_video(address) is None:
        names = ", ".join(provider.name for provider in PROVIDERS)
        raise ValidationError(
            _("This is not the address of a video at %(providers)s."), code="provider", params={"providers": names}
        )
