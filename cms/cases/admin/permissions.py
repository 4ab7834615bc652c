"""Who may see and do what: looking is `view_case`; everything else is a move or an action with a right of its own."""

from django.contrib.auth.models import Permission
from wagtail.permission_policies import ModelPermissionPolicy

from cms.cases.models import Case


class DeskPolicy(ModelPermissionPolicy):
    """Cases are neither added, edited as a form nor deleted: only looked at, and moved."""

    def user_has_permission(self, user, action):
        return action == "view" and user.is_active and user.has_perm("cases.view_case")

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions):
        return ModelPermissionPolicy(self.model).users_with_any_permission(["view"])


class NoticePolicy(ModelPermissionPolicy):
    """Versions of the notice are added and looked at; what people have read is not changed."""

    def user_has_permission(self, user, action):
        return action in ("add", "view") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


def desk_permissions():
    """Return the permissions of the desk, for the admin's list of rights of a group."""
    return Permission.objects.filter(content_type__app_label=Case._meta.app_label, content_type__model="case")
