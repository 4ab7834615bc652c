"""Who may do what: whoever may change partners may change their webhooks; a group is asked one question, not four."""

from django.contrib.auth.models import Permission
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from cms.partners.models import Partner


class FollowsPartnerPolicy(ModelPermissionPolicy):
    """Permission on a model is permission on partners: `actions` says which stands for which; others nobody has."""

    def __init__(self, model, actions: dict[str, str]):
        super().__init__(model)
        self.actions = actions
        self.of_partners = ModelPermissionPolicy(Partner)

    def user_has_permission(self, user, action):
        return action in self.actions and self.of_partners.user_has_permission(user, self.actions[action])

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions):
        return self.of_partners.users_with_any_permission({self.actions[a] for a in actions if a in self.actions})


class FollowingViewSet(ModelViewSet):
    """A viewset of such a model: its own permissions, which nobody reads, are not offered to groups."""

    def get_permissions_to_register(self):
        return Permission.objects.none()
