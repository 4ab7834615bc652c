"""The video library: films, captions, posters."""

from pathlib import Path

from django.core.files.base import ContentFile

from cms.operations.demo.content import identity, is_translated, read, text
from cms.operations.demo.loading.dates import day
from cms.operations.demo.loading.library import Library
from cms.operations.demo.storing import store_picture
from media.models import CaptionFile, MediaFile, VideoIndexPage, VideoPage, VideoSeries

FILMS = Path(__file__).parents[1] / "videos"


def load_videos(library: Library, home) -> None:
    content = read("videos")
    for series in content["series"]:
        library.snippet(
            VideoSeries,
            "series",
            series["key"],
            lambda language, item=series: VideoSeries(name=text(item["name"], language)),
        )
    index = library.page(
        home,
        "index",
        "videos",
        lambda language: VideoIndexPage(
            title=text(content["index"]["title"], language),
            introduction=text(content["index"]["introduction"], language),
        ),
    )
    for item in sorted(content["videos"], key=lambda item: item["recorded_on"]):
        library.page(
            index,
            "video",
            item["key"],
            lambda language, item=item: _video(library, item, language),
            translated=is_translated(item),
        )


def _video(library: Library, item: dict, language: str) -> VideoPage:
    return VideoPage(
        title=text(item["title"], language),
        summary=text(item["summary"], language),
        file=_film(item),
        poster=store_picture(item["poster"]),
        poster_alt_text=text(item["poster_alt"], language),
        duration=item["duration"],
        recorded_on=day(item["recorded_on"]),
        captions_vi=_captions(item, "vi"),
        captions_en=_captions(item, "en"),
        transcript=text(item["transcript"], language),
        series_id=library.find("series", item["series"]),
    )


def _film(item: dict) -> MediaFile:
    uuid = identity("film", item["key"])
    film = MediaFile.objects.filter(uuid=uuid).first()
    if film is None:
        content = ContentFile((FILMS / item["file"]).read_bytes(), name=item["file"])
        film = MediaFile(
            uuid=uuid,
            title=item["title"]["vi"],
            type="video",
            duration=item["duration"],
            width=1280,
            height=720,
            file=content,
        )
        film.save()
    return film


def _captions(item: dict, language: str) -> CaptionFile:
    uuid = identity("captions", f"{item['key']}/{language}")
    captions = CaptionFile.objects.filter(uuid=uuid).first()
    if captions is None:
        content = ContentFile(web_vtt(item["cues"], language).encode(), name=item["captions"][language])
        captions = CaptionFile(
            uuid=uuid, title=f"{text(item['title'], 'vi')} ({language})", language=language, file=content
        )
        captions.save()
    return captions


def web_vtt(cues: list[dict], language: str) -> str:
    """Return cues ({"from", "to" in seconds, "text"}) as a WebVTT file (W3C)."""
    blocks = [f"{_timestamp(cue['from'])} --> {_timestamp(cue['to'])}\n{text(cue['text'], language)}" for cue in cues]
    return "WEBVTT\n\n" + "\n\n".join(blocks) + "\n"


def _timestamp(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes):02d}:{rest:06.3f}"
