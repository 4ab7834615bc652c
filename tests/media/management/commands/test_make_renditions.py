"""The command repairs what is missing, or makes everything again, and goes on past a broken picture."""

from io import StringIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from media.models import CustomImage
from tests.media.content import picture_bytes, store_image


def run(*arguments) -> tuple[str, str]:
    output, errors = StringIO(), StringIO()
    try:
        call_command("make_renditions", *arguments, stdout=output, stderr=errors)
    except SystemExit as end:
        return output.getvalue(), f"{end.code} {errors.getvalue()}"
    return output.getvalue(), errors.getvalue()


@pytest.fixture
def images(db):
    return [store_image(picture_bytes(size=(40, 30)), title=f"Ảnh {number}") for number in range(2)]


def test_only_what_is_missing_is_made(images):
    assert "2/2 pictures, 2 made, 0 failed" in run()[0]
    assert "2/2 pictures, 0 made, 0 failed" in run()[0]
    assert all(image.ready_renditions for image in CustomImage.objects.all())


def test_all_are_made_again(images):
    run()
    before = CustomImage.objects.get(pk=images[0].pk).ready_renditions
    assert "2 made" in run("--all")[0]
    assert CustomImage.objects.get(pk=images[0].pk).ready_renditions != before


def test_a_broken_picture_is_named_and_the_others_are_made(images):
    default_storage.delete(images[0].file.name)
    output, errors = run()
    assert "2/2 pictures, 1 made, 1 failed" in output
    assert errors.startswith("1 ")
    assert "Ảnh 0" in errors
