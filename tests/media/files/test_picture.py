"""A picture is shown from what is ready, without a query; while nothing is ready, as an empty box of its own ratio."""

import pytest
from django.template import Context, Template

from media.files.renditions import make_renditions
from tests.media.content import picture_bytes, store_image


def render(picture, **options):
    arguments = " ".join(f'{name}="{value}"' for name, value in options.items())
    template = Template("{% load pictures %}{% picture picture " + arguments + " %}")
    return template.render(Context({"picture": picture}))


def test_a_ready_picture_offers_two_formats_in_all_widths_and_a_jpeg_to_old_browsers(db, django_assert_num_queries):
    image = store_image()
    make_renditions(image)
    with django_assert_num_queries(0):
        html = render(image.picture("Bình minh trên vịnh"), shape="wide", sizes="100vw")
    assert html.index("image/avif") < html.index("image/webp") < html.index("<img")
    assert html.count(".jpeg") == 1
    assert "400w" in html
    assert "1200w" in html
    assert 'width="800" height="450"' in html
    assert 'alt="Bình minh trên vịnh"' in html
    assert 'loading="lazy"' in html
    assert "original_images" not in html


def test_the_lead_picture_is_loaded_at_once_and_first_or_next_to_words(db):
    image = store_image()
    for lead, priority in ((True, "high"), ("next", "low")):
        html = render(image.picture("x"), lead=lead)
        assert f'fetchpriority="{priority}"' in html
        assert "lazy" not in html


@pytest.mark.parametrize(("shape", "size"), [("wide", (1200, 675)), ("thumb", (800, 600)), ("full", (960, 640))])
def test_a_picture_that_is_not_ready_is_an_empty_box_of_the_right_ratio(db, shape, size):
    image = store_image()
    html = render(image.picture("Bình minh"), shape=shape)
    assert "/static/img/pending.svg" in html
    assert f'width="{size[0]}" height="{size[1]}"' in html
    assert 'alt="Bình minh"' in html
    assert "original" not in html
    assert image.picture("x").api_value()["renditions"] == {}


def test_the_box_has_the_size_the_rendition_will_have(db):
    for size in ((600, 400), (300, 900), (333, 777), (100, 60)):
        image = store_image(picture_bytes(size=size))
        boxes = {shape: image.picture("x").fallback(shape) for shape in ("wide", "thumb", "full")}
        make_renditions(image)
        for shape, box in boxes.items():
            largest = image.ready_renditions[shape][-1]
            assert abs(box.width / box.height - largest[0] / largest[1]) < 0.1


def test_a_decorative_picture_has_no_words(db):
    assert store_image().picture("Thừa", is_decorative=True).alt == ""


def test_no_picture_is_nothing(db):
    assert render(None).strip() == ""


def test_partners_get_renditions_in_one_order_whatever_the_database_keeps(db):
    image = store_image()
    image.ready_renditions = {"full": [[1, 1, {"jpeg": "c", "webp": "b", "avif": "a"}]], "wide": []}
    renditions = image.picture("x").api_value()["renditions"]
    assert list(renditions) == ["wide", "full"]
    assert list(renditions["full"][0]) == ["width", "height", "avif", "webp", "jpeg"]
