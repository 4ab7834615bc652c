"""/metrics, for Prometheus: to addresses and tokens that settings name, to nobody else."""

from django.conf import settings
from django.http import HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.core.client_address import parse
from cms.operations.seeing.metrics import readings, snapshots
from cms.operations.seeing.metrics.exposition import CONTENT_TYPE, written


@require_safe
@never_cache
def metrics(request):
    """Everything as text; 403 for who may not ask."""
    if not (_has_token(request) or _is_allowed_address(request.META)):
        return HttpResponse("Not for this address.\n", status=403, content_type="text/plain; charset=utf-8")
    return HttpResponse(written(snapshots.read_all() | readings.read()), content_type=CONTENT_TYPE)


def _has_token(request) -> bool:
    if not settings.METRICS_TOKEN:
        return False
    return constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {settings.METRICS_TOKEN}")


def _is_allowed_address(environ: dict) -> bool:
    """Whether the sender is allowed; behind trusted proxies, the one they name. A stranger's claim counts for nothing.

    A request that some proxy passed on, and none that is trusted, may come from anywhere.
    """
    forwarded = [part for part in environ.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    address = parse(environ.get("REMOTE_ADDR", ""))
    while forwarded and address is not None and any(address in network for network in settings.TRUSTED_PROXIES):
        address = parse(forwarded.pop())
    if address is None or forwarded:
        return False
    return any(address in network for network in settings.METRICS_ADDRESSES)
