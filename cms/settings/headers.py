"""What browsers are told an answer may do: see cms.core.headers for which answer gets what."""

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE

from media.videos.providers import EMBED_ORIGINS

from .env import BASE_URL, FILE_ORIGINS

_IS_HTTPS = BASE_URL.startswith("https://")

# Pages have no inline script, style or handler, so that what is kept for everybody needs no nonce.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *FILE_ORIGINS],
        "media-src": [SELF, *FILE_ORIGINS],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        # The players that readers start.
        "frame-src": [SELF, *EMBED_ORIGINS],
        "form-action": [SELF],
        "base-uri": [NONE],
        # The admin shows pages beside their editor.
        "frame-ancestors": [SELF],
        "upgrade-insecure-requests": _IS_HTTPS,
    }
}
# The admin's own scripts have a nonce (see cms.core.headers.nonces); its widgets set styles on elements.
CONTENT_SECURITY_POLICY_ADMIN = {
    "DIRECTIVES": {
        **CONTENT_SECURITY_POLICY["DIRECTIVES"],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, "data:", "blob:", *FILE_ORIGINS],
        "media-src": [SELF, "blob:", *FILE_ORIGINS],
    }
}
# Data and files are no page: whatever is opened by itself loads and runs nothing.
CONTENT_SECURITY_POLICY_DATA = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "img-src": [SELF],
        "media-src": [SELF],
        "base-uri": [NONE],
        "form-action": [NONE],
        "frame-ancestors": [NONE],
    }
}

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        *("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
        *("magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial"),
        *("usb", "xr-spatial-tracking"),
    )
)
