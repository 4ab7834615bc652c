"""A right that one process holds at a time, for a short while."""

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone


class Lease(models.Model):
    """Who does the named work until when. A holder that dies loses it by itself."""

    name = models.CharField(max_length=64, unique=True)
    holder = models.CharField(max_length=64, blank=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}: {self.holder}"

    @classmethod
    def take(cls, name: str, holder: str, seconds: float) -> bool:
        """Take the lease, or keep it for `seconds` more; return whether `holder` has it now."""
        now = timezone.now()
        with transaction.atomic():
            cls.objects.bulk_create([cls(name=name, expires_at=now)], ignore_conflicts=True)
            free = cls.objects.filter(name=name).filter(models.Q(holder=holder) | models.Q(expires_at__lte=now))
            return bool(free.update(holder=holder, expires_at=now + timedelta(seconds=seconds)))

    @classmethod
    def release(cls, holder: str) -> None:
        """Give back whatever `holder` has."""
        cls.objects.filter(holder=holder).update(holder="", expires_at=timezone.now())
