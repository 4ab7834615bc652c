"""What is done once in a database's life."""

from django.db import models


class FinishedStep(models.Model):
    """A step of the first start that is not done again, such as loading the demo: what editors delete stays deleted."""

    name = models.CharField(max_length=64, unique=True)
    finished_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
