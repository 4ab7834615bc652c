"""Ending sessions: a person's others, one of them, or a colleague's all."""

from collections.abc import Iterator
from importlib import import_module

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone


def sessions_of(user) -> list[UserSession]:
    """Return the living sessions of a user, the latest seen first; what has ended is forgotten."""
    return sorted(UserSession.objects.purge_and_list(user), key=lambda one: one.last_seen_at, reverse=True)


def sessions_that_ended() -> QuerySet[UserSession]:
    """Return what is listed of sessions that are there no more."""
    return UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))


def end_session(user, pk: int) -> bool:
    """End one of a user's sessions; return whether there was such a one."""
    found = UserSession.objects.filter(user=user, pk=pk).first()
    if found is None:
        return False
    found.end()
    return True


def end_sessions_of(user, but: str = "") -> int:
    """End every session of a user, also one that was never listed, but that of a key; return how many they were."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    ended = [key for key in _keys_of(user) if key != but]
    for key in ended:
        store.delete(key)
    UserSession.objects.filter(user=user).exclude(session_key=but).delete()
    return len(ended)


def end_other_sessions(request) -> int:
    """End all sessions of a request's user but this one."""
    return end_sessions_of(request.user, but=request.session.session_key)


def _keys_of(user) -> Iterator[str]:
    """Only people who work in the admin have sessions: there are few enough to look into each."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            yield session.session_key
