"""When a session was last seen, to the hour: nothing is written at each request."""

import time

from allauth.usersessions.models import UserSession
from django.utils import timezone

KEY = "last_noted"
SECONDS = 3600


def mark_seen(request) -> None:
    """Let the next hour pass before it is written down again."""
    request.session[KEY] = (request.session.session_key, time.time())


def note_visit(request, at_once: bool = False) -> None:
    """Write down the session of a request, once an hour, and when it has a new key."""
    key, at = request.session.get(KEY, ("", 0))
    if key == request.session.session_key and time.time() - at < SECONDS and not at_once:
        return
    mark_seen(request)
    seen = UserSession.objects.filter(session_key=request.session.session_key, user=request.user)
    if not seen.update(last_seen_at=timezone.now()):
        # It began by another way; or its key is new, as after a changed password.
        UserSession.objects.create_from_request(request)
