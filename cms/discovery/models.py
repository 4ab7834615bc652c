"""The picture that was drawn for a page without one, to be shown where the page is shared."""

from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.crypto import get_random_string


def card_path(_card, _filename: str) -> str:
    """Return a name nobody can guess, used once: whoever knew the old one gets nothing of the new."""
    return f"cards/{get_random_string(24).lower()}.png"


class ShareCard(models.Model):
    """`digest` is of what is drawn on it (see cms.discovery.sharing.poster), so that it is drawn once."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    file = models.FileField(upload_to=card_path)

    def __str__(self) -> str:
        return self.file.name


@receiver(post_delete, sender=ShareCard)
def delete_file(sender, instance, **kwargs):
    """A card that goes takes its file with it, once that is certain."""
    transaction.on_commit(lambda: instance.file.storage.delete(instance.file.name))
