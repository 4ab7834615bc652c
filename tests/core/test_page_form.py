"""The editor's form takes an address from the title and never stops somebody over it who has not chosen it."""

from articles.models import ArticlePage
from tests.articles.test_admin import article_data, create, editor  # noqa: F401 - a fixture is found by its name
from tests.factories import add_article, add_stream


def slug_of_second(editor, site, slug):  # noqa: F811 - the fixture
    stream = add_stream(site.home)
    add_article(stream, title="Đảng bộ", slug="dang-bo")
    response = create(editor, stream, ArticlePage, article_data(title="Đảng bộ", slug=slug), publish=True)
    page = ArticlePage.objects.exclude(slug="dang-bo").filter(title="Đảng bộ").first()
    return response.status_code, page and page.slug


def test_a_title_that_a_sibling_has_gets_a_numbered_address(editor, site):  # noqa: F811
    assert slug_of_second(editor, site, "dang-bo") == (302, "dang-bo-1")


def test_an_address_somebody_chose_is_refused_when_it_is_taken(editor, site):  # noqa: F811
    stream = add_stream(site.home)
    add_article(stream, title="Đảng bộ", slug="chon")
    response = create(editor, stream, ArticlePage, article_data(title="Khác", slug="chon"), publish=True)
    assert "slug" in response.context["form"].errors
