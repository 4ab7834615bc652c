"""A picture in one place: an image, its words there, and the renditions a browser may choose from."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from django.core.files.storage import default_storage
from django.templatetags.static import static

from cms.core.addresses import absolute_url
from cms.core.once import once
from media.files.shapes import FORMATS, OFFERED_SHAPES, largest_size

if TYPE_CHECKING:
    from media.files.image import CustomImage

# A picture without size or ratio of its own: the <img>'s width and height give its box the right ones.
PENDING = "img/pending.svg"


# Names that are their own address: those we give.
_PLAIN = re.compile(r"[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*")


class Source(NamedTuple):
    """One rendition: pixels and address."""

    width: int
    height: int
    url: str


@dataclass(frozen=True)
class Picture:
    """`alt` is "" exactly when the picture is decorative here."""

    image: "CustomImage"
    alt: str

    def sources(self, shape: str, image_format: str) -> list[Source]:
        """Return the ready renditions of a shape ("wide", "thumb", "full") and format, narrowest first."""
        return [
            Source(width, height, _address(names[image_format]))
            for width, height, names in self.image.ready_renditions.get(shape, [])
            if image_format in names
        ]

    def fallback(self, shape: str) -> Source:
        """Return what <img> itself points to: the middle JPEG, or an empty box while renditions are being made.

        Never the original: readers may not have it, and it may weigh twenty megabytes.
        """
        sources = self.sources(shape, "jpeg")
        if sources:
            return sources[len(sources) // 2]
        width, height = largest_size(shape, self.image.width, self.image.height)
        return Source(width, height, static(PENDING))

    def largest_url(self, shape: str) -> str:
        """Return the address of the largest JPEG of a shape, "" while there is none."""
        sources = self.sources(shape, "jpeg")
        return sources[-1].url if sources else ""

    def api_value(self) -> dict:
        """Return the picture as partners get it: absolute addresses, three formats, widths and heights in pixels."""
        image = self.image
        return {
            "uuid": str(image.uuid),
            "alt": self.alt,
            "is_decorative": not self.alt,
            "credit": image.credit,
            "licence": image.licence,
            "width": image.width,
            "height": image.height,
            "renditions": renditions_as_api(image),
            "srcset": srcsets_as_api(image),
        }


def _address(name: str) -> str:
    """Return what the storage says, without asking it for names that need no quoting: a page has a hundred of them."""
    base = getattr(default_storage, "base_url", None)
    return f"{base}{name}" if base and _PLAIN.fullmatch(name) else default_storage.url(name)


def renditions_as_api(image: "CustomImage") -> dict:
    """Return {shape: [{"width", "height", "avif", "webp", "jpeg"}]} with absolute addresses; not to be changed."""
    return _sizes_as_api(image)[0]


def srcsets_as_api(image: "CustomImage") -> dict:
    """Return {shape: {format: what belongs into `srcset`}}; not to be changed."""
    return _sizes_as_api(image)[1]


def _sizes_as_api(image: "CustomImage") -> tuple[dict, dict, dict]:
    """Return (renditions, srcsets, what they are made from): made once for a picture that many documents show."""
    ready = image.ready_renditions
    # A copy of the image has the same dictionary, which nobody changes and which is kept here with what is made of it.
    return once(("sizes", id(ready)), lambda: (renditions := _renditions(ready), _srcsets(renditions), ready))


def _renditions(ready: dict) -> dict:
    # In our own order: PostgreSQL keeps the keys of JSON in its own.
    return {
        shape: [
            {
                "width": width,
                "height": height,
                **{name: absolute_url(_address(names[name])) for name in FORMATS if name in names},
            }
            for width, height, names in ready[shape]
        ]
        for shape in OFFERED_SHAPES
        if shape in ready
    }


def _srcsets(renditions: dict) -> dict:
    return {
        shape: {
            name: ", ".join(f"{size[name]} {size['width']}w" for size in sizes if name in size)
            for name in FORMATS
            if any(name in size for size in sizes)
        }
        for shape, sizes in renditions.items()
    }


def files_as_api(image: "CustomImage") -> list[dict]:
    """Return what RenditionFileSerializer describes of every ready rendition, in the order of `renditions_as_api`."""
    rows = {rendition.file.name: rendition for rendition in image.renditions.all() if rendition.sha256}
    return [
        {
            "shape": shape,
            "width": width,
            "height": height,
            "content_type": content_type,
            "size": rows[names[name]].file_size,
            "sha256": rows[names[name]].sha256,
            "url": absolute_url(_address(names[name])),
        }
        for shape in OFFERED_SHAPES
        for width, height, names in image.ready_renditions.get(shape, [])
        for name, content_type in FORMATS.items()
        if names.get(name) in rows
    ]
