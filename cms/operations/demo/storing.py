"""Storing the demo's files: drawn pictures, demonstration PDFs, films."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile

from cms.operations.demo.content import identity
from cms.operations.demo.pictures import PICTURES, draw
from media.models import CustomDocument, CustomImage

CREDIT = "Tranh vẽ bằng mã của dự án / Drawn by this project’s code"

_drawn: dict[str, bytes] = {}


def draw_pictures(progress: Callable[[int, int], None]) -> None:
    """Draw every picture that is not stored yet, on all cores; `progress(done, of)` is told of each."""
    stored = set(CustomImage.objects.values_list("uuid", flat=True))
    names = [name for name in PICTURES if identity("picture", name) not in stored]
    with ProcessPoolExecutor() as pool:
        for done, (name, data) in enumerate(zip(names, pool.map(_jpeg, names), strict=True), start=1):
            _drawn[name] = data
            progress(done, len(names))


def _jpeg(name: str) -> bytes:
    data = BytesIO()
    draw(name).save(data, "JPEG", quality=88)
    return data.getvalue()


def store_picture(name: str) -> CustomImage:
    """Draw a picture and store it with its focal point, or return the one that is stored."""
    uuid = identity("picture", name)
    image = CustomImage.objects.filter(uuid=uuid).first()
    if image is not None:
        return image
    picture = PICTURES[name]
    data = _drawn.get(name) or _jpeg(name)
    x, y, width, height = picture.focal_point
    image = CustomImage(
        uuid=uuid,
        title=picture.title["vi"],
        credit=CREDIT,
        licence="cc-by-4.0",
        file=ImageFile(BytesIO(data), name=f"{name}.jpg"),
        focal_point_x=x,
        focal_point_y=y,
        focal_point_width=width,
        focal_point_height=height,
    )
    image.file_size = len(data)
    image.save()
    return image


def store_document(key: str, title: str, filename: str, make: Callable[[], bytes]) -> CustomDocument:
    """Store what `make()` returns as a document of the demo's own identity, or return the one that is stored."""
    uuid = identity("file", key)
    document = CustomDocument.objects.filter(uuid=uuid).first()
    if document is None:
        document = CustomDocument.objects.create(uuid=uuid, title=title, file=ContentFile(make(), name=filename))
    return document
