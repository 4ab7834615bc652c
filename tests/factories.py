"""Small published content for tests, made through the same doors as an editor's."""

from io import BytesIO
from types import SimpleNamespace

from django.core.files.images import ImageFile
from django.db import transaction
from PIL import Image as PillowImage
from wagtail.models import Locale, Page, Site

from articles.models import ArticlePage, ArticleStreamPage, Category
from cms.translation.trees import take_over
from home.models import HomePage
from media.models import CustomImage


def publish(page):
    """Publish a page's present state, as the admin does: revision, then publish."""
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def add_page(parent, model, **fields):
    """Add a page as a draft in its parent's language and publish it, in one unit of work."""
    page = model(live=False, locale=parent.locale, **fields)
    with transaction.atomic():
        parent.add_child(instance=page)
        return publish(page)


def translate(page, parent, **fields):
    """Give a page a published translation below `parent` (a page of the other language), in one unit of work."""
    with transaction.atomic():
        # Publishing a page makes its alias (cms.translation.trees); a page in draft has none yet.
        translation = page.get_translation_or_none(parent.locale) or page.copy_for_translation(parent.locale)
        if getattr(translation, "alias_of_id", None):
            take_over(translation)
        for name, value in fields.items():
            setattr(translation, name, value)
        translation.save()
        return publish(translation)


def find_site():
    """Return the site that every test starts with, see `build_site`."""
    homes = {home.locale.language_code: home for home in HomePage.objects.filter(depth=2).select_related("locale")}
    return SimpleNamespace(root=Page.objects.get(depth=1), home=homes["vi"], home_en=homes["en"])


def build_site():
    """Make both languages' home pages, with a site that points to the Vietnamese one."""
    Locale.objects.get_or_create(language_code="vi")
    english, _created = Locale.objects.get_or_create(language_code="en")
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)
    home = add_page(root, HomePage, title="Công đoàn Quảng Ninh", slug="trang-chu")
    Site.objects.create(hostname="localhost", port=80, is_default_site=True, root_page=home)
    home_en = take_over(home.get_translation(english))
    home_en.title, home_en.slug = "Quangninh Federation of Labour", "home"
    home_en.save()
    return SimpleNamespace(root=root, home=home, home_en=publish(home_en))


def make_image(title="Bình minh", size=(1200, 800), color="#0b4f9e") -> CustomImage:
    """Return a stored image of one colour."""
    data = BytesIO()
    PillowImage.new("RGB", size, color).save(data, "JPEG")
    data.seek(0)
    return CustomImage.objects.create(title=title, file=ImageFile(data, name="binh-minh.jpg"))


def add_stream(home, **fields):
    return add_page(home, ArticleStreamPage, **{"title": "Tin hoạt động", **fields})


def add_article(stream, **fields):
    return add_page(stream, ArticlePage, **{"title": "Bài viết", "lead": "Một câu mở đầu.", **fields})


def make_category(name="Tổ chức"):
    category = Category(name=name, locale=Locale.objects.get(language_code="vi"))
    category.save()
    category.save_revision().publish()
    return category
