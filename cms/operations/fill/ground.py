"""What volume content stands on: home pages, streams, libraries, terms and pictures, made the ordinary way."""

from dataclasses import dataclass
from io import BytesIO

from django.contrib.contenttypes.models import ContentType
from django.core.files.images import ImageFile
from PIL import Image, ImageDraw
from wagtail.models import Locale, Page, Site

from articles.models import ArticleStreamPage, Category, Issuer, LawLibraryPage, LegalField
from home.models import HomePage
from media.files.renditions import make_renditions
from media.models import CustomImage

STREAMS = {"vi": "Kho tin đo tải", "en": "Volume news"}
CATEGORIES = (
    ("Đời sống", "Living"),
    ("Đối thoại", "Dialogue"),
    ("An toàn lao động", "Safety at work"),
    ("Tổ chức", "Organisation"),
)
LIBRARIES = {"vi": "Kho luật đo tải", "en": "Volume law"}
ISSUERS = (
    ("Chính phủ", "Government"),
    ("Bộ Nội vụ", "Ministry of Home Affairs"),
    ("Tổng Liên đoàn Lao động Việt Nam", "Vietnam General Confederation of Labour"),
    ("Quốc hội", "National Assembly"),
    ("Ban Chấp hành Trung ương Đảng", "Central Committee of the Party"),
)
FIELDS = (
    ("Quan hệ lao động", "Labour relations"),
    ("Bảo hiểm xã hội", "Social insurance"),
    ("An toàn lao động", "Safety at work"),
    ("Tổ chức công đoàn", "Union organisation"),
)
PICTURES = 8
PICTURE_SIZE = (1600, 1000)


@dataclass(frozen=True)
class Ground:
    """`streams` maps a language to its stream page; the lists are in a fixed order."""

    locales: dict[str, Locale]
    streams: dict[str, ArticleStreamPage]
    categories: list[Category]
    images: list[CustomImage]


@dataclass(frozen=True)
class LawGround:
    """What law documents stand on: `libraries` maps a language to its library page."""

    locales: dict[str, Locale]
    libraries: dict[str, LawLibraryPage]
    issuers: list[Issuer]
    fields: list[LegalField]


def prepare_law_ground(seed: int) -> LawGround:
    """Return the ground of a seed's law documents, made where it is missing."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("vi", "en")}
    home = _home(locales["vi"])
    library = _child(home, LawLibraryPage, title=f"{LIBRARIES['vi']} {seed}", slug=f"kho-luat-{seed}")
    _translated(home, locales["en"], title="Quangninh Federation of Labour", slug="home")
    english = _translated(library, locales["en"], title=f"{LIBRARIES['en']} {seed}", slug=f"volume-law-{seed}")
    return LawGround(
        locales=locales,
        libraries={"vi": library, "en": english},
        issuers=[_term(Issuer, locales, *names) for names in ISSUERS],
        fields=[_term(LegalField, locales, *names) for names in FIELDS],
    )


def prepare_ground(seed: int) -> Ground:
    """Return the ground of a seed's content, made where it is missing."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("vi", "en")}
    home = _home(locales["vi"])
    stream = _child(home, ArticleStreamPage, title=f"{STREAMS['vi']} {seed}", slug=f"kho-tin-{seed}")
    home_en = _translated(home, locales["en"], title="Quangninh Federation of Labour", slug="home")
    stream_en = _translated(stream, locales["en"], title=f"{STREAMS['en']} {seed}", slug=f"volume-news-{seed}")
    # Its parent is the home page of its language, which was made above.
    assert stream_en.get_parent().pk == home_en.pk
    return Ground(
        locales=locales,
        streams={"vi": stream, "en": stream_en},
        categories=[_term(Category, locales, *names) for names in CATEGORIES],
        images=[_image(number) for number in range(PICTURES)],
    )


def _publish(instance):
    instance.save_revision().publish()
    return type(instance).objects.get(pk=instance.pk)


def _home(locale: Locale) -> HomePage:
    home = HomePage.objects.filter(locale=locale, alias_of=None).first()
    if home is None:
        # Wagtail's own welcome page holds the slug that the English home page has.
        welcome = Page.objects.filter(depth=2, content_type=ContentType.objects.get_for_model(Page))
        home = _publish(
            Page.get_first_root_node().add_child(
                instance=HomePage(title="Công đoàn Quảng Ninh", slug="trang-chu", locale=locale, live=False)
            )
        )
        # One that is there already has its address.
        site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True, hostname="localhost")
        site.root_page = home
        site.save()
        welcome.delete()
    return home


def _child(parent: Page, model, **fields):
    page = model.objects.child_of(parent).filter(slug=fields["slug"]).first()
    return page or _publish(parent.add_child(instance=model(locale=parent.locale, live=False, **fields)))


def _translated(page: Page, locale: Locale, **fields) -> Page:
    """Return the published translation of `page`, made of its alias where there is only that."""
    there = type(page).objects.filter(translation_key=page.translation_key, locale=locale).first()
    if there is None:
        there = page.copy_for_translation(locale)
    elif not there.is_untranslated:
        return there
    there.alias_of = None
    for name, value in fields.items():
        setattr(there, name, value)
    there.save()
    return _publish(there)


def _term(model, locales: dict[str, Locale], name: str, name_en: str):
    term = model.objects.filter(locale=locales["vi"], name=name).first()
    if term is None:
        term = model(name=name, locale=locales["vi"])
        term.save()
        term = _publish(term)
        english = term.copy_for_translation(locales["en"])
        english.name = name_en
        english.save()
        _publish(english)
    return term


def _image(number: int) -> CustomImage:
    """Return a picture of hills in one of a few colours, with all its renditions."""
    title = f"Đồi {number + 1}"
    image = CustomImage.objects.filter(title=title).first()
    if image is None:
        width, height = PICTURE_SIZE
        picture = Image.new("RGB", PICTURE_SIZE, (20 + 25 * number, 120, 200 - 12 * number))
        draw = ImageDraw.Draw(picture)
        for hill in range(6):
            middle, top = (hill * width // 5 + number * 97) % width, height // 2 + hill * height // 25
            colour = (30 + 12 * hill, 90, 60 + 8 * hill)
            draw.ellipse((middle - width // 5, top, middle + width // 5, height + height // 3), fill=colour)
        data = BytesIO()
        picture.save(data, "JPEG", quality=88)
        data.seek(0)
        image = CustomImage.objects.create(title=title, file=ImageFile(data, name=f"doi-{number + 1}.jpg"))
        make_renditions(image)
    return image
