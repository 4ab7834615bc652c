"""The page explorer sorts titles as Vietnamese sorts, and finds them without accents."""

import re

import pytest
from django.db import transaction

from tests.factories import add_article, add_stream

pytestmark = pytest.mark.indexed

TITLES = ["Ánh sáng", "An toàn", "Đoàn viên", "Dân chủ", "Ăn ca", "Ích lợi"]


def test_the_explorer_sorts_and_finds_as_vietnamese_does(client, site, django_user_model):
    stream = add_stream(site.home)
    with transaction.atomic():
        for number, title in enumerate(TITLES):
            add_article(stream, title=title, slug=f"bai-{number}")
    client.force_login(django_user_model.objects.create_superuser("root"))

    def listed(query: str) -> list[str]:
        page = client.get(f"/admin/pages/{stream.pk}/{query}").content.decode()
        return list(dict.fromkeys(re.findall("|".join(TITLES), page)))

    assert listed("?ordering=title") == ["An toàn", "Ánh sáng", "Ăn ca", "Dân chủ", "Đoàn viên", "Ích lợi"]
    assert listed("?ordering=-title") == ["Ích lợi", "Đoàn viên", "Dân chủ", "Ăn ca", "Ánh sáng", "An toàn"]
    assert listed("?q=doan+vien") == ["Đoàn viên"]
