"""Which group holds which role: the group may be renamed, the role stays."""

from django.db import models


class RoleGroup(models.Model):
    """A role's group; `language` is a language's code for roles that work in one tree, else empty."""

    key = models.CharField(max_length=40)
    language = models.CharField(max_length=20, blank=True)
    group = models.OneToOneField("auth.Group", on_delete=models.CASCADE, related_name="role")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "language"], name="one_group_a_role")]

    def __str__(self) -> str:
        return f"{self.key} {self.language}".strip()
