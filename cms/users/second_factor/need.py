"""Who has a second factor, and who must have one."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Q
from wagtail.models import GroupPagePermission

METHOD = "mfa"


def has_shown_it(request, user) -> bool:
    """Whether this session of a user began with the second factor, or set it up."""
    return any(record.get("method") == METHOD for record in get_authentication_records(request, user))


def has_one(user) -> bool:
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def must_have_one(user) -> bool:
    """Administrators, and whoever may publish anything."""
    if not settings.REQUIRE_TWO_FACTOR:
        return False
    if user.is_superuser:
        return True
    is_of_users = Q(group__user=user)
    return (
        GroupPagePermission.objects.filter(is_of_users, permission__codename="publish_page").exists()
        or user.groups.filter(permissions__codename__startswith="publish_").exists()
    )
