"""Doors of the admin that Wagtail and its companions leave open to everybody who may enter.

Lists, choosers and reports show what one has no right to: each is closed here to those it is not for. What a view
checks itself is not repeated.
"""

from collections.abc import Callable

from django.utils import translation
from wagtail.admin.auth import permission_denied
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from wagtail.users.models import UserProfile

Rule = Callable[[object], bool]


def works_on_pages(user) -> bool:
    return user.is_superuser or GroupPagePermission.objects.filter(group__user=user).exists()


def works_with_files(user) -> bool:
    return user.is_superuser or GroupCollectionPermission.objects.filter(group__user=user).exists()


def sends_to_translation(user) -> bool:
    return user.has_perm("wagtail_localize.submit_translation")


def arranges_workflows(user) -> bool:
    return user.has_perm("wagtailcore.add_workflow") or user.has_perm("wagtailcore.change_workflow")


# By the beginning of an address's name; the first that fits counts.
RULES: list[tuple[str, Rule]] = [
    ("wagtailadmin_api:pages:", works_on_pages),
    ("wagtailadmin_api:images:", works_with_files),
    ("wagtailadmin_api:documents:", works_with_files),
    ("wagtailadmin_choose_page", works_on_pages),
    ("wagtailadmin_pages:", works_on_pages),
    ("wagtailadmin_tag_", works_with_files),
    ("wagtailadmin_workflows:task_", arranges_workflows),
    ("wagtailembeds:", works_on_pages),
    ("wagtailimages_chooser:", works_with_files),
    ("wagtaildocs_chooser:", works_with_files),
    ("wagtailmedia:", works_with_files),
    ("wagtailsnippetchoosers_", works_on_pages),
    ("caption_chooser:", works_with_files),
    ("broken_links", works_on_pages),
    ("bin", works_on_pages),
    ("scheduled_work", works_on_pages),
    ("wagtail_localize:translations_report", sends_to_translation),
]


class DoorsMiddleware:
    """Asks the rules before an admin view is called; the refusal is the admin's own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name if request.path_info.startswith("/admin/") else ""
        # Who is not signed in gets the sign-in page from the view.
        if not name or not request.user.is_authenticated or may_enter(request.user, name):
            return None
        with translation.override(UserProfile.get_for_user(request.user).get_preferred_language()):
            return permission_denied(request)


def may_enter(user, name: str) -> bool:
    """Return whether the rules let a user through to the admin address of that name."""
    for beginning, rule in RULES:
        if name.startswith(beginning):
            return rule(user)
    return True
