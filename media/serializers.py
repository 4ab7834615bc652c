"""Images and documents as JSON."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cms.delivery.serializers import LocalDateTimeField, detail_url
from cms.delivery.shapes import RenditionsSerializer, SrcsetsSerializer
from media.files.picture import files_as_api, renditions_as_api, srcsets_as_api


class FileMetaSerializer(serializers.Serializer):
    """What the API says of a file itself."""

    type = serializers.CharField(source="_meta.label")
    detail_url = serializers.SerializerMethodField()
    uuid = serializers.UUIDField()
    created_at = LocalDateTimeField()

    @extend_schema_field(OpenApiTypes.URI)
    def get_detail_url(self, file) -> str:
        return detail_url(file)


class RenditionFileSerializer(serializers.Serializer):
    """One file of a picture, to be kept elsewhere: `size` in bytes, SHA-256 in hexadecimal."""

    shape = serializers.CharField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    content_type = serializers.CharField()
    size = serializers.IntegerField()
    sha256 = serializers.CharField()
    url = serializers.URLField()


class PointSerializer(serializers.Serializer):
    """A point of a picture, as fractions of its width and height."""

    x = serializers.FloatField()
    y = serializers.FloatField()


class ImageSerializer(serializers.Serializer):
    """An image that something public shows. What it means is said where it is used."""

    id = serializers.IntegerField()
    meta = FileMetaSerializer(source="*")
    title = serializers.CharField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    credit = serializers.CharField()
    licence = serializers.CharField()
    focal_point = serializers.SerializerMethodField()
    renditions = serializers.SerializerMethodField()
    srcset = serializers.SerializerMethodField()
    files = serializers.SerializerMethodField()

    @extend_schema_field(PointSerializer(allow_null=True))
    def get_focal_point(self, image) -> dict | None:
        """Return the focal point's centre as fractions of width and height."""
        point = image.get_focal_point()
        if point is None:
            return None
        return {"x": round(point.centroid_x / image.width, 4), "y": round(point.centroid_y / image.height, 4)}

    @extend_schema_field(RenditionsSerializer)
    def get_renditions(self, image) -> dict:
        return renditions_as_api(image)

    @extend_schema_field(SrcsetsSerializer)
    def get_srcset(self, image) -> dict:
        return srcsets_as_api(image)

    @extend_schema_field(RenditionFileSerializer(many=True))
    def get_files(self, image) -> list[dict]:
        return files_as_api(image)


class StoredFileSerializer(serializers.Serializer):
    """A document's file: `size` in bytes, SHA-256 in hexadecimal."""

    filename = serializers.CharField()
    content_type = serializers.CharField()
    size = serializers.IntegerField()
    sha256 = serializers.CharField()
    url = serializers.URLField()


class DocumentSerializer(serializers.Serializer):
    """A document that something public refers to."""

    id = serializers.IntegerField()
    meta = FileMetaSerializer(source="*")
    title = serializers.CharField()
    file = serializers.SerializerMethodField()

    @extend_schema_field(StoredFileSerializer)
    def get_file(self, document) -> dict:
        """Return name, content type, size in bytes, SHA-256 and address."""
        return {key: value for key, value in document.api_value().items() if key not in ("uuid", "title")}
