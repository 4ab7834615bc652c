"""What a page needs to play a video: the file or the provider's player, poster, captions."""

from dataclasses import dataclass

from media.files.withheld import is_public
from media.videos.providers import find_provided_video


@dataclass(frozen=True)
class Captions:
    """One track, of `size` bytes. `is_default` tracks are shown without asking."""

    lang: str
    label: str
    url: str
    is_default: bool
    size: int | None
    sha256: str


@dataclass(frozen=True)
class Player:
    """Context of templates/components/video_player.html; `duration` in seconds, `size` in bytes, "" or None if unknown.

    A video has either `file_url` (with `mime_type` and `size`) or `watch_url` and `embed_url` at a provider.
    """

    duration: int | None
    poster: object | None
    poster_url: str
    captions: list[Captions]
    file_url: str = ""
    mime_type: str = ""
    size: int | None = None
    watch_url: str = ""
    embed_url: str = ""
    provider_name: str = ""


def captions_of(video) -> list[Captions]:
    """Return the tracks of a VideoPage; the one in the page's own language is the default."""
    language = video.locale.language_code
    return [
        Captions(
            lang=track.language,
            label=track.label,
            url=track.file.url,
            is_default=track.language == language,
            size=track.file_size,
            sha256=track.sha256,
        )
        for track in (video.captions_vi, video.captions_en)
        if track is not None and is_public(track.file.name)
    ]


def player_of(video) -> Player | None:
    """Return the player of a VideoPage, or None if it has neither a file nor an address we know."""
    poster = video.poster_picture
    common = {
        "duration": video.running_time,
        "poster": poster,
        "poster_url": poster.largest_url("wide") if poster else "",
    }
    if video.file is not None and is_public(video.file.file.name):
        return Player(
            **common,
            captions=captions_of(video),
            file_url=video.file.url,
            mime_type=video.file.content_type,
            size=video.file.file_size,
        )
    provided = find_provided_video(video.provider_url) if video.provider_url else None
    if provided is None:
        return None
    return Player(
        **common,
        captions=[],
        watch_url=provided.watch_url,
        # The template keeps it until the reader has pressed play once; twice would be one too many.
        embed_url=provided.autoplay_url,
        provider_name=provided.provider_name,
    )
