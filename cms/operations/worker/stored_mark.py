"""What the worker remembers from one start to the next: a text under a name."""

from django.db import models


class StoredMark(models.Model):
    """Such as the day of the last nightly repair, or the release the delivery store was written by."""

    name = models.CharField(max_length=64, unique=True)
    text = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.name}: {self.text}"

    @classmethod
    def read(cls, name: str) -> str:
        """Return the text, "" if there is none yet."""
        return cls.objects.filter(name=name).values_list("text", flat=True).first() or ""

    @classmethod
    def write(cls, name: str, text: str) -> None:
        cls.objects.update_or_create(name=name, defaults={"text": text})
