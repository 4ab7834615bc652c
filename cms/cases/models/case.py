"""A case: a legal question or a support request, from the moment it arrives until what is personal in it is erased."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.cases.configurations import CONFIGURATIONS, Configuration, Kind, Purpose, SupportTopic
from cms.cases.states import ENDED, ON_THE_CLOCK, WAITING, State
from cms.core.models import NormalisedTextMixin
from cms.core.text.formats import VIETNAM


def today() -> date:
    """Return the day it is in Vietnam."""
    return timezone.now().astimezone(VIETNAM).date()


class CaseQuerySet(models.QuerySet):
    """Sentences about cases."""

    def waiting(self):
        return self.filter(state__in=WAITING)

    def ended(self):
        return self.filter(state__in=ENDED)

    def overdue(self, on: date | None = None):
        return self.filter(state__in=ON_THE_CLOCK, due_on__lt=on or today())

    def to_be_erased(self, by: date):
        """Those with something personal whose time is up by a day."""
        return self.filter(erased_at=None, retain_until__lte=by).order_by("retain_until", "pk")


class Case(NormalisedTextMixin, models.Model):
    """Private throughout: nothing of this table is on a public route, in an index, a feed or the delivery store.

    After erasure the row stays without anything personal, so that the desk's figures stay true.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    state = models.CharField(pgettext_lazy("case", "state"), max_length=12, choices=State, default=State.NEW)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    # Of the tracking code and of what was sent; see tracking_code and door.intake. Null once erased.
    code_digest = models.CharField(max_length=64, unique=True, null=True, editable=False)
    content_digest = models.CharField(max_length=64, blank=True, editable=False)

    topic = models.ForeignKey(
        "articles.QuestionTopic",
        verbose_name=_("topic"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    support_topic = models.CharField(_("topic"), max_length=12, blank=True, choices=SupportTopic)
    text = models.TextField(_("what was sent"), blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    union = models.CharField(_("union or workplace"), max_length=160, blank=True)

    received_at = models.DateTimeField(_("received"))
    due_on = models.DateField(_("due on"))
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assignee"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    answer = models.TextField(_("answer"), blank=True)
    answer_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    retain_until = models.DateField(_("kept until"), null=True, blank=True)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    objects = CaseQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = pgettext_lazy("desk", "case")
        verbose_name_plural = pgettext_lazy("desk", "cases")
        default_permissions = ("view", "change")
        permissions = [
            ("approve_case", _("Can approve answers that others wrote")),
            ("publish_case", _("Can prepare answered cases for publication")),
            ("sign_off_case", _("Can sign off that a published text tells nothing of who asked")),
            ("manage_personal_data", _("Can export and erase personal data")),
        ]
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "due_on"], name="case_state_due"),
            models.Index(fields=["content_digest"], name="case_content"),
            models.Index(fields=["retain_until"], condition=Q(erased_at=None), name="case_retention"),
        ]

    def __str__(self) -> str:
        # Said in logs and histories too: nothing personal.
        return (gettext("Question no. %d") if self.is_question else gettext("Request no. %d")) % self.pk

    @property
    def configuration(self) -> Configuration:
        return CONFIGURATIONS[self.kind]

    @property
    def is_question(self) -> bool:
        return self.kind == Kind.QUESTION

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING

    @property
    def is_overdue(self) -> bool:
        return self.state in ON_THE_CLOCK and self.due_on < today()

    @property
    def topic_text(self) -> str:
        return str(self.topic) if self.topic else str(self.get_support_topic_display())

    @property
    def may_be_published(self) -> bool:
        """Whether the asker agreed, and has not taken it back."""
        return self.consents.filter(purpose=Purpose.PUBLISH, withdrawn_at=None).exists()

    def end(self, now: datetime) -> None:
        """Note that nothing is to be done any more, and until when it is kept."""
        self.ended_at = now
        self.retain_until = now.astimezone(VIETNAM).date() + timedelta(days=self.configuration.kept_days)
