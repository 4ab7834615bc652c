"""The public API."""

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Công đoàn Quảng Ninh API",
    "VERSION": "2.0",
    "OAS_VERSION": "3.1.0",
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    # Choices stand where they are: components named after them would be named by chance.
    "POSTPROCESSING_HOOKS": [],
    "SERVE_INCLUDE_SCHEMA": False,
    # It would read the admin's own API as well.
    "ENABLE_DJANGO_DEPLOY_CHECK": False,
}

# Reading is open to any site's scripts; nothing under /api/ takes a cookie.
CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = ["accept", "authorization", "content-type", "if-none-match", "if-modified-since"]
CORS_EXPOSE_HEADERS = [
    "content-language",
    "deprecation",
    "etag",
    "last-modified",
    "link",
    "ratelimit",
    "ratelimit-policy",
    "retry-after",
    "sunset",
    "x-request-id",
]
CORS_PREFLIGHT_MAX_AGE = 86400

# The most items one page of a list may have, and the length of query that is still a question.
WAGTAILAPI_LIMIT_MAX = 100
API_MAX_QUERY_BYTES = 4096
