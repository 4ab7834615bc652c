"""The room's tables: who works here, and which group holds which role."""

from cms.users.models.role_group import RoleGroup
from cms.users.models.user import User

__all__ = ["RoleGroup", "User"]
