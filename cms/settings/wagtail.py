"""Wagtail and its companions."""

from zoneinfo import available_timezones

from .env import BASE_URL

WAGTAIL_SITE_NAME = "Công đoàn Quảng Ninh"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

WAGTAILIMAGES_IMAGE_MODEL = "media.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.files.forms.ImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
# What is allowed is decided by content as well as by name: see media/files/validation.py. SVG is refused.
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]

# Qualities at which the three formats look alike.
WAGTAILIMAGES_AVIF_QUALITY = 55
WAGTAILIMAGES_WEBP_QUALITY = 76
WAGTAILIMAGES_JPEG_QUALITY = 78
# Willow knows no speed and takes libavif's 6. Measured here, Pillow 13 with libavif 1.4, all sizes of 1920 x 1280 on
# one core: at 6 a set takes 3 to 4 s, at 8 about 1.5 s for the same bytes, at 9 1 s for a quarter more bytes.
AVIF_SPEED = 8

WAGTAILDOCS_DOCUMENT_MODEL = "media.CustomDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.files.forms.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
# What an archive or office document may hold, unpacked.
DOCUMENT_MAX_UNPACKED_SIZE = 300 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["csv", "doc", "docx", "odt", "pdf", "ppt", "pptx", "rtf", "txt", "xls", "xlsx", "zip"]
# What Python does not know by itself on every machine.
WAGTAILDOCS_CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]

WAGTAILMEDIA = {
    "MEDIA_MODEL": "media.MediaFile",
    "MEDIA_FORM_BASE": "media.files.forms.MediaForm",
    "VIDEO_EXTENSIONS": ["mp4", "webm"],
    "AUDIO_EXTENSIONS": ["mp3", "ogg"],
}

MEDIA_FILE_MAX_SIZE = 500 * 1024 * 1024
CAPTIONS_MAX_SIZE = 512 * 1024

# Milliseconds without a key pressed. Shorter, and over a slow line one save overtakes the other: Wagtail then tells
# the editor that somebody else has changed the page.
WAGTAIL_AUTOSAVE_INTERVAL = 2000
# Those that browsers know too: a name like "localtime" is the machine's own.
WAGTAIL_USER_TIME_ZONES = sorted(name for name in available_timezones() if "/" in name or name == "UTC")
WAGTAIL_MODERATION_ENABLED = True
# Mails about texts go to those who write, look and approve.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# Nothing is fetched while somebody edits: see media/videos/providers.py.
WAGTAILEMBEDS_FINDERS = []
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
