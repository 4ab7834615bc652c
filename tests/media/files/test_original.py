"""Originals are stored without metadata, turned the right way, with their colours."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageCms, PngImagePlugin

from media.files.original import clean_original

GPS = 0x8825
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
FORMATS = ["JPEG", "PNG", "WEBP", "AVIF"]


def two_colours(mode="RGB"):
    image = Image.new(mode, (80, 40), "red")
    image.paste("blue", (40, 0, 80, 40))
    return image


def with_metadata(image_format, orientation=1, **options):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "KameraXYZ"
    exif.get_ifd(GPS).update({1: "N", 2: (20.0, 57.0, 3.0), 3: "E", 4: (107.0, 4.0, 3.0)})
    data = BytesIO()
    two_colours().save(data, image_format, exif=exif, icc_profile=PROFILE, **options)
    return data.getvalue()


def opened(data):
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("image_format", FORMATS)
@pytest.mark.parametrize("orientation", [1, 6])
def test_place_and_camera_are_gone_and_the_profile_stays(image_format, orientation):
    dirty = with_metadata(image_format, orientation)
    assert b"KameraXYZ" in dirty
    clean = clean_original(dirty)
    image = opened(clean)
    assert b"KameraXYZ" not in clean
    assert not dict(image.getexif())
    assert not image.getexif().get_ifd(GPS)
    assert image.info["icc_profile"] == PROFILE
    assert image.format == image_format


@pytest.mark.parametrize("image_format", FORMATS)
def test_a_picture_turned_by_its_metadata_is_turned_for_good(image_format):
    image = opened(clean_original(with_metadata(image_format, 6))).convert("RGB")
    assert image.size == (40, 80)
    top, bottom = image.getpixel((20, 10)), image.getpixel((20, 70))
    assert top[0] > 200 > 60 > top[2]
    assert bottom[2] > 200 > 60 > bottom[0]


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_no_pixel_changes_where_nothing_has_to_be_turned(image_format):
    dirty = with_metadata(image_format)
    assert (
        ImageChops.difference(opened(dirty).convert("RGB"), opened(clean_original(dirty)).convert("RGB")).getbbox()
        is None
    )


def test_progressive_jpegs_keep_every_scan():
    data = BytesIO()
    Image.effect_noise((300, 200), 80).convert("RGB").save(
        data, "JPEG", progressive=True, comment=b"secret", quality=90
    )
    clean = clean_original(data.getvalue())
    assert b"secret" not in clean
    assert ImageChops.difference(opened(data.getvalue()), opened(clean)).getbbox() is None


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_what_is_tacked_on_behind_the_picture_is_cut_off(image_format):
    data = BytesIO()
    two_colours().save(data, image_format)
    clean = clean_original(data.getvalue() + b"<script>alert(1)</script>PK\x03\x04")
    assert b"<script>" not in clean
    assert opened(clean).size == (80, 40)


def test_words_in_a_png_are_removed_and_transparency_stays():
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "secret words")
    words.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>20.95,107.07</x:xmpmeta>")
    data = BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 40)).save(data, "PNG", pnginfo=words)
    clean = clean_original(data.getvalue())
    assert b"secret" not in clean
    assert b"xmpmeta" not in clean
    assert opened(clean).getpixel((1, 1)) == (255, 0, 0, 40)


def test_an_animation_keeps_its_frames():
    data = BytesIO()
    two_colours().save(
        data, "GIF", save_all=True, append_images=[Image.new("RGB", (80, 40), "green")], comment=b"secret"
    )
    clean = clean_original(data.getvalue())
    assert opened(clean).n_frames == 2
    assert b"secret" not in clean


def test_cleaning_twice_changes_nothing_more():
    once = clean_original(with_metadata("JPEG", 3))
    assert clean_original(once) == once


@pytest.mark.parametrize("data", [b"", b"not a picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(OSError, match=r"."):
        clean_original(data)


def test_a_format_we_do_not_store_is_refused():
    data = BytesIO()
    two_colours().save(data, "BMP")
    with pytest.raises(OSError, match="cannot identify"):
        clean_original(data.getvalue())
