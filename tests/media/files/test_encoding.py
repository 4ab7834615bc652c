"""Encoding keeps colours, reads large originals cheaply, and costs no more than a few seconds a picture."""

import time
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from media.files.encoding import encode_all
from tests.media.content import picture_bytes, store_image


def photograph(size=(1920, 1280)) -> bytes:
    """Return something as hard to encode as a photograph: soft shapes, edges and grain."""
    channels = []
    for seed in (3, 7, 13):
        coarse = Image.effect_noise((size[0] // 80, size[1] // 80), 60 + seed).resize(size, Image.Resampling.BICUBIC)
        fine = Image.effect_noise((size[0] // 4, size[1] // 4), 60).resize(size, Image.Resampling.BICUBIC)
        channels.append(Image.blend(Image.blend(coarse, fine, 0.15), Image.effect_noise(size, 20), 0.1))
    data = BytesIO()
    Image.merge("RGB", channels).save(data, "JPEG", quality=92)
    return data.getvalue()


def opened(encoded) -> Image.Image:
    image = Image.open(BytesIO(encoded.data))
    image.load()
    return image


def test_colours_of_a_profile_are_shown_right_without_it(db):
    # A profile that swaps nothing in sRGB's neutral colours, but is another space than sRGB.
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = store_image(picture_bytes(size=(300, 200), color=(200, 30, 40), icc_profile=profile))
    for encoded in encode_all(image):
        rendition = opened(encoded).convert("RGB")
        assert not opened(encoded).info.get("icc_profile")
        pixel = rendition.getpixel((rendition.width // 2, rendition.height // 2))
        assert all(abs(part - wanted) < 12 for part, wanted in zip(pixel, (200, 30, 40), strict=True))


def test_a_broken_profile_is_ignored(db):
    image = store_image(picture_bytes(size=(300, 200), icc_profile=b"not a profile"))
    assert encode_all(image)


def test_a_very_large_original_is_cropped_where_it_should_be(db):
    """Large JPEGs are decoded at a fraction of their size; the focal point is still the original's."""
    picture = Image.new("RGB", (8000, 2000), "red")
    picture.paste("blue", (7000, 0, 8000, 2000))
    data = BytesIO()
    picture.save(data, "JPEG")
    image = store_image(
        data.getvalue(), focal_point_x=7700, focal_point_y=1000, focal_point_width=400, focal_point_height=400
    )
    thumb = next(item for item in encode_all(image) if item.shape == "thumb" and item.image_format == "jpeg")
    assert opened(thumb).getpixel((thumb.size[0] - 5, thumb.size[1] // 2))[2] > 200


def test_nothing_of_the_original_but_pixels_is_in_a_rendition(db):
    exif = Image.Exif()
    exif[0x010F] = "KameraXYZ"
    image = store_image(picture_bytes(size=(300, 200), exif=exif))
    assert not [item for item in encode_all(image) if b"KameraXYZ" in item.data or b"Exif" in item.data]


@pytest.mark.trial
def test_a_whole_set_takes_at_most_two_and_a_half_seconds_of_one_core(db):
    image = store_image(photograph())
    started = time.process_time()
    encoded = encode_all(image)
    assert len(encoded) == 31
    assert time.process_time() - started <= 2.5
