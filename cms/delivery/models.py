"""The delivery store: one row per published item and language, numbered by one sequence."""

import secrets
import uuid
from typing import NamedTuple

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

# The stream of what is in none (RFC 9562, section 5.9: the nil UUID).
NO_STREAM = uuid.UUID(int=0)


class Reason(models.TextChoices):
    """Why an item is no longer there (a tombstone's reason)."""

    UNPUBLISHED = "unpublished", _("unpublished")
    DELETED = "deleted", _("deleted")
    RESTRICTED = "restricted", _("restricted")
    EXPIRED = "expired", _("expired")
    MOVED = "moved", _("moved")
    OUT_OF_SCOPE = "out_of_scope", _("out of scope")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Scope(NamedTuple):
    """What a reader's feed may be narrowed by and an item can leave: its stream, and who may have it."""

    stream: uuid.UUID
    audience: str


class DeliveredItemQuerySet(models.QuerySet):
    """Sentences about delivered items."""

    def live(self):
        return self.filter(is_live=True)

    def public(self):
        """What anyone may have, without a key."""
        return self.live().filter(audience=DeliveredItem.Audience.PUBLIC)

    def for_audiences(self, audiences):
        """What readers who belong to these audiences may have."""
        return self.live().filter(audience__in=audiences)

    def due(self, now):
        return self.filter(due_at__lte=now).order_by("due_at", "pk")


class DeliveredItem(models.Model):
    """The latest state of an item in one language, as ready JSON; or its tombstone.

    Public identity is (`uuid`, `locale`); `locale` is "" for images and documents, which have none.
    """

    class Audience(models.TextChoices):
        PUBLIC = "public", _("anyone")
        PARTNERS = "partners", _("partners")

    type = models.CharField(max_length=64)
    uuid = models.UUIDField()
    locale = models.CharField(max_length=20, blank=True)
    object_id = models.PositiveBigIntegerField()
    is_live = models.BooleanField()
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.PUBLIC)
    stream = models.UUIDField(default=NO_STREAM, help_text="The article stream it is in, or is.")
    reason = models.CharField(max_length=12, blank=True, choices=Reason)
    html_path = models.CharField(
        max_length=2000, blank=True, db_index=True, help_text="Where a page is on the website; a tombstone keeps it."
    )
    document = models.TextField(blank=True, help_text="The item's whole JSON; empty for a tombstone.")
    listing = models.TextField(blank=True, help_text="The JSON of its default fields in a list.")
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of everything above, in hexadecimal.")
    sequence = models.PositiveBigIntegerField(unique=True)
    changed_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True, db_index=True, help_text="When it must be looked at again.")

    objects = DeliveredItemQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["type", "uuid", "locale"], name="unique_delivered_item")]
        indexes = [
            models.Index(fields=["type", "object_id"], name="delivered_object"),
            # Which of a table's items are delivered, to whom and in which language, without reading the rows.
            models.Index(
                fields=["object_id", "type", "locale", "audience"],
                condition=models.Q(is_live=True),
                name="delivered_live",
            ),
            # The change feed, narrowed to what is a small part of the store.
            models.Index(fields=["type", "sequence"], name="delivered_type_feed"),
            models.Index(fields=["stream", "sequence"], name="delivered_stream_feed"),
        ]

    # The scope this row was read from the database with; None for a tombstone, and for a row never saved.
    scope_before: Scope | None = None

    def __str__(self) -> str:
        return f"{self.type} {self.uuid} {self.locale}".rstrip()

    @classmethod
    def from_db(cls, db, field_names, values):
        instance = super().from_db(db, field_names, values)
        if {"is_live", "stream", "audience"} <= set(field_names):
            instance.scope_before = instance.scope
        return instance

    @property
    def scope(self) -> Scope | None:
        return Scope(self.stream, self.audience) if self.is_live else None


class Departure(models.Model):
    """That an item was delivered in a scope and left it: feeds of that scope have to be told, see changes.

    `sequence` is the number under which it last left, `left_at` when.
    """

    item = models.ForeignKey(DeliveredItem, on_delete=models.CASCADE, related_name="departures")
    stream = models.UUIDField()
    audience = models.CharField(max_length=10)
    sequence = models.PositiveBigIntegerField(db_index=True)
    left_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "stream", "audience"], name="unique_departure")]

    def __str__(self) -> str:
        return f"{self.item_id} left {self.stream} at {self.sequence}"


def new_epoch() -> str:
    return secrets.token_hex(4)


class DeliverySequence(models.Model):
    """The one row that holds the last number given and the epoch it belongs to.

    `changed_at` is when that was. A token below `horizon` is too old: what it would have to be told is forgotten.
    """

    PK = 1

    epoch = models.CharField(max_length=16, default=new_epoch)
    value = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)
    horizon = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.epoch}.{self.value}"

    @classmethod
    def locked(cls) -> "DeliverySequence":
        """Return the row, locked to the end of the transaction (SQLite's transactions are exclusive anyhow)."""
        rows = cls.objects.select_for_update()
        found = rows.filter(pk=cls.PK).first()
        if found is None:
            cls.objects.get_or_create(pk=cls.PK)
            found = rows.get(pk=cls.PK)
        return found

    @classmethod
    def start_epoch(cls) -> "DeliverySequence":
        """Give the sequence a new epoch, so that no token from before is served; return the row."""
        with transaction.atomic():
            sequence = cls.locked()
            sequence.epoch = new_epoch()
            sequence.save(update_fields=["epoch"])
        return sequence

    @classmethod
    def current(cls) -> "DeliverySequence":
        """Return the row as it is now; an unsaved one at 0 in an empty database."""
        return cls.objects.filter(pk=cls.PK).first() or cls(pk=cls.PK, epoch="")
