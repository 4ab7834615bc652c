"""One user a role, to try the roles out on a demo site."""

import secrets

from django.contrib.auth import get_user_model

from cms.users.models import RoleGroup


def make_people() -> tuple[str, list[str]]:
    """Make those that are missing, named after their role; return the password they share, and their names."""
    password, names = secrets.token_urlsafe(12), []
    users = get_user_model().objects
    for held in RoleGroup.objects.select_related("group").order_by("pk"):
        name = "-".join(part for part in (held.key.replace("_", "-"), held.language) if part)
        user, made = users.get_or_create(
            username=name, defaults={"email": f"{name}@example.org", "last_name": held.group.name[:150]}
        )
        if made:
            user.set_password(password)
            user.save()
            names.append(name)
        user.groups.add(held.group)
    return password, names
