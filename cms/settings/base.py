"""Django itself: applications, middleware, templates, database, files."""

from . import env
from .env import ADMIN_PASSWORD, BASE_DIR, DATA_DIR, ENVIRONMENT, HOST, IS_PRODUCTION, PORT, WEB_WORKERS  # noqa: F401 - read from settings

SECRET_KEY = env.SECRET_KEY
SECRET_KEY_FALLBACKS = env.SECRET_KEY_FALLBACKS
ALLOWED_HOSTS = env.ALLOWED_HOSTS
DEBUG = False
ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "users.User"

INSTALLED_APPS = [
    "home",
    "articles",
    "media",
    "cms.core",
    "cms.users",
    "cms.delivery",
    "cms.moderation",
    "cms.bin",
    "cms.previews",
    "cms.mail",
    "cms.search",
    "cms.caching",
    "cms.statistics",
    "cms.translation",
    "cms.cases",
    "cms.partners",
    "cms.discovery",
    "cms.api",
    "cms.operations",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtailmedia",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "drf_spectacular",
    "corsheaders",
    "django_tasks",
    "django_tasks_db",
    "django_filters",
    "django_altcha",
    "csp",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    # Wagtail says "2 minutes ago" by it, and only so in Vietnamese.
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # Widgets take their templates where everything else does: see FORM_RENDERER.
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cms.core.headers.middleware.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.discovery.middleware.NoIndexMiddleware",
    "cms.caching.middleware.PageTagsMiddleware",
    "cms.api.cors.OpenCorsMiddleware",
    "cms.api.middleware.ApiProblemMiddleware",
    "cms.api.authentication.PartnerKeyMiddleware",
    # Data under /api/ goes no further down than this.
    "cms.api.shortcut.ApiShortcutMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.translation.middleware.LanguageFromAddressMiddleware",
    "cms.core.errors.middleware.ExplainRefusalMiddleware",
    "cms.core.middleware.bad_input.RefuseBadInputMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "cms.users.sign_in.page_passwords.PagePasswordMiddleware",
    "cms.users.second_factor.middleware.SecondFactorMiddleware",
    "cms.users.doors.DoorsMiddleware",
    "cms.delivery.refusals.ExplainUnwrittenMiddleware",
    "cms.core.middleware.storage_away.StorageAwayMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "home.gone.GoneMiddleware",
    "home.at_once.PageAtOnceMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

if env.FRONTEND_CACHE:
    INSTALLED_APPS.append("wagtail.contrib.frontend_cache")

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "builtins": ["cms.core.templatetags.nonces"],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "cms.core.headers.template_loaders.NonceLoader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "home.context_processors.site_frame",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

_database = {**env.DATABASE, "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
# The project's own engines add one thing: what a transaction marked is written to the delivery store before it commits.
if _database["ENGINE"] == "django.db.backends.sqlite3":
    _database["ENGINE"] = "cms.delivery.databases.sqlite3"
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    _database["ENGINE"] = "cms.delivery.databases.postgresql"
    # A server that is gone is noticed in seconds.
    _database["OPTIONS"] = {"connect_timeout": 5, **_database.get("OPTIONS", {})}
DATABASES = {"default": _database}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "templates" / "assets"]
STATICFILES_FINDERS = [
    "cms.core.assets.finder.BuiltFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
