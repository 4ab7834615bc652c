"""The page explorer sorts titles as Vietnamese sorts, and finds them without accents."""

import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource

from cms.users.roles.keeping import group_of, keep_roles
from tests.factories import add_article, add_stream
from tests.operations.twins import add_twins

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


def test_fifty_rows_cost_what_five_cost_and_each_offers_what_can_be_done_with_it(client, site, django_user_model):
    stream = add_stream(site.home)
    with transaction.atomic():
        articles = [add_article(stream, title=title, slug=f"bai-{n}") for n, title in enumerate(TITLES[:5])]
    source, _created = TranslationSource.get_or_create_from_instance(articles[0])
    Translation.objects.create(source=source, target_locale=site.home_en.locale)
    keep_roles()
    user = django_user_model.objects.create_user("editor")
    user.groups.add(group_of("editor"))
    client.force_login(user)

    def visit() -> tuple[int, str]:
        with CaptureQueriesContext(connection) as asked:
            page = client.get(f"/admin/pages/{stream.pk}/").content.decode()
        return len(asked), page

    visit()
    five, page = visit()
    assert reverse("wagtail_localize:update_translations", args=[source.pk]) in page
    for article in articles[1:]:
        assert reverse("wagtail_localize:submit_page_translation", args=[article.pk]) in page
    add_twins(stream, 45)
    fifty, page = visit()
    # One in five is the twin of what is being translated already.
    assert page.count("/admin/localize/submit/page/") >= 40
    assert fifty == five
