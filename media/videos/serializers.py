"""Videos and their library as JSON."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cms.core.addresses import absolute_url
from cms.core.text.html import clean_html
from cms.delivery.serializers import PageSerializer, PictureField, ReferenceField, TaxonomyField
from media.files.withheld import is_public
from media.videos.player import captions_of
from media.videos.providers import find_provided_video


class VideoIndexSerializer(PageSerializer):
    """A video library's document."""

    introduction = serializers.CharField()


class VideoFileSerializer(serializers.Serializer):
    """A film of our own; `size` in bytes, width and height in pixels where known."""

    url = serializers.URLField()
    content_type = serializers.CharField()
    size = serializers.IntegerField(allow_null=True)
    sha256 = serializers.CharField(help_text="Of the file, in hexadecimal; empty where it is not known.")
    width = serializers.IntegerField(allow_null=True)
    height = serializers.IntegerField(allow_null=True)


class ProviderSerializer(serializers.Serializer):
    """A video at a provider: `watch_url` leads there, `embed_url` is its player's address for an <iframe>."""

    name = serializers.CharField()
    watch_url = serializers.URLField()
    embed_url = serializers.URLField()


class CaptionsSerializer(serializers.Serializer):
    """A WebVTT track; `size` in bytes."""

    lang = serializers.CharField()
    label = serializers.CharField()
    url = serializers.URLField()
    content_type = serializers.CharField()
    size = serializers.IntegerField(allow_null=True)
    sha256 = serializers.CharField(help_text="Of the file, in hexadecimal; empty where it is not known.")


class VideoSerializer(PageSerializer):
    """A video's document; exactly one of `file` and `provider` is there, `duration` is in seconds."""

    recorded_on = serializers.DateField()
    duration = serializers.IntegerField(source="running_time", allow_null=True)
    library = ReferenceField()
    series = TaxonomyField()
    poster = PictureField(source="poster_picture")
    file = serializers.SerializerMethodField()
    provider = serializers.SerializerMethodField()
    captions = serializers.SerializerMethodField()
    transcript = serializers.SerializerMethodField()

    @extend_schema_field(VideoFileSerializer(allow_null=True))
    def get_file(self, video) -> dict | None:
        file = video.file
        if file is None or not is_public(file.file.name):
            # Taken away with the page, and on its way back by a job that has the page written again.
            return None
        return VideoFileSerializer(
            {
                "url": absolute_url(file.url),
                "content_type": file.content_type,
                "size": file.file_size,
                "sha256": file.sha256,
                "width": file.width,
                "height": file.height,
            }
        ).data

    @extend_schema_field(ProviderSerializer(allow_null=True))
    def get_provider(self, video) -> dict | None:
        provided = find_provided_video(video.provider_url) if video.provider_url and not video.file_id else None
        if provided is None:
            return None
        return ProviderSerializer(
            {"name": provided.provider_name, "watch_url": provided.watch_url, "embed_url": provided.embed_url}
        ).data

    @extend_schema_field(CaptionsSerializer(many=True))
    def get_captions(self, video) -> list[dict]:
        return CaptionsSerializer(
            [
                {
                    "lang": track.lang,
                    "label": track.label,
                    "url": absolute_url(track.url),
                    "content_type": "text/vtt",
                    "size": track.size,
                    "sha256": track.sha256,
                }
                for track in captions_of(video)
            ],
            many=True,
        ).data

    def get_transcript(self, video) -> str:
        """Return clean HTML, "" where there is none."""
        return clean_html(video.transcript)
