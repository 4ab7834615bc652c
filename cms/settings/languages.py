"""Languages, time and formats: Vietnamese first, English beside it."""

from django.utils.translation import gettext_lazy as _

from .env import BASE_DIR, LIBRETRANSLATE_API_KEY, LIBRETRANSLATE_URL, MACHINE_TRANSLATION

LANGUAGE_CODE = "vi"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
# The project's own strings, then what the installed packages leave untranslated. The first that has a string wins,
# before every package's own catalogue, for Python and for JavaScript alike.
LOCALE_PATHS = [BASE_DIR / "cms" / "core" / "locale", BASE_DIR / "cms" / "translation" / "upstream_messages" / "locale"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# Dates are written day first, and read so in every form, in both languages; the admin's date pickers fill them in so.
FORMAT_MODULE_PATH = ["cms.translation.formats"]
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"

# Vietnamese is not in Wagtail's own list of admin languages.
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]

# Otherwise submitting a live page for translation would put an untranslated copy of it live.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

_MACHINES = {
    "libretranslate": {
        "CLASS": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
        "OPTIONS": {"LIBRETRANSLATE_URL": LIBRETRANSLATE_URL, "API_KEY": LIBRETRANSLATE_API_KEY, "TIMEOUT": 30},
    },
    "dummy": {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"},
}
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = _MACHINES.get(MACHINE_TRANSLATION)
