"""The response cache, the limit on anonymous reading, and the caches in front of the site."""

from . import env

# Addresses that are nobody's page: files have their own validators and ranges, probes must reach the site itself.
RESPONSE_CACHE_PASSES = ("/static/", "/uploads/", "/documents/", "/healthz", "/readyz", "/metrics")
# Addresses that answer each user differently: compressed, never kept.
RESPONSE_CACHE_PERSONAL = ("/admin/", "/_util/", "/accounts/")

RESPONSE_CACHE = env.RESPONSE_CACHE
RESPONSE_CACHE_BYTES = env.RESPONSE_CACHE_MEGABYTES * 1024 * 1024
RESPONSE_CACHE_REDIS_URL = env.REDIS_URL
ANONYMOUS_REQUESTS_PER_MINUTE = env.ANONYMOUS_REQUESTS_PER_MINUTE
TRUSTED_PROXIES = env.TRUSTED_PROXIES
EDGE_PURGE_URLS = env.EDGE_PURGE_URLS
WAGTAILFRONTENDCACHE = env.FRONTEND_CACHE
