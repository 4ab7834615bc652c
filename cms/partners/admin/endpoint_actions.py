"""What can be done to a webhook beside editing it: test, pause, resume, another secret, replay."""

from django import forms
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.log_actions import log

from cms.partners.models import WebhookDelivery, WebhookEndpoint
from cms.partners.webhooks.dispatcher import send_now
from cms.partners.webhooks.messages import test_delivery_of
from cms.partners.webhooks.walking import replay_since


class OfEndpointView(PermissionCheckedMixin):
    """Something done to an endpoint, by those who may change partners."""

    model = WebhookEndpoint
    permission_required = "change"

    @cached_property
    def endpoint(self) -> WebhookEndpoint:
        return get_object_or_404(WebhookEndpoint.objects.select_related("partner"), pk=self.kwargs["pk"])

    @property
    def address(self) -> str:
        return reverse("partner_webhooks:inspect", args=[self.endpoint.pk])


class ActionView(OfEndpointView, View):
    """A button: POST only. Subclasses give `act()`, and the name under which the history keeps it."""

    log_action = ""

    def post(self, request, *args, **kwargs):
        self.act()
        if self.log_action:
            log(self.endpoint, self.log_action, user=request.user)
        return redirect(self.address)


class SendTestView(ActionView):
    """Sends a test at once and says what came back."""

    def act(self):
        delivery = send_now(test_delivery_of(self.endpoint, timezone.now()))
        made = delivery.attempts.last()
        values = {"milliseconds": made.milliseconds, "answer": made.status or made.get_error_display()}
        if made.is_success:
            messages.success(self.request, _("The test was taken: %(answer)s, in %(milliseconds)d ms.") % values)
        else:
            messages.error(self.request, _("The test was not taken: %(answer)s, after %(milliseconds)d ms.") % values)


class PauseView(ActionView):
    """Nothing is sent until someone resumes it."""

    log_action = "partners.webhook.pause"

    def act(self):
        if self.endpoint.is_active:
            self.endpoint.pause(timezone.now())
        messages.success(self.request, _("The webhook is paused. Changes wait until it is resumed."))


class ResumeView(ActionView):
    """What waited is sent, then what changed meanwhile."""

    log_action = "partners.webhook.resume"

    def act(self):
        self.endpoint.resume(timezone.now())
        messages.success(self.request, _("The webhook is active again. What waited is sent now."))


class RotateView(ActionView):
    """Another secret, beside the one until now."""

    log_action = "partners.webhook.rotate"

    def act(self):
        self.endpoint.rotate(timezone.now())
        messages.success(self.request, _("There is a new secret. For seven days the former one signs as well."))


class EndRotationView(ActionView):
    """The former secret is worth nothing from now on."""

    log_action = "partners.webhook.end_rotation"

    def act(self):
        self.endpoint.end_rotation()
        messages.success(self.request, _("Only the new secret signs from now on."))


class EndpointPageView(OfEndpointView, WagtailAdminTemplateMixin):
    """A page below an endpoint's own."""

    def get_page_subtitle(self):
        return self.endpoint.url

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("partner_webhooks:index"), "label": _("Webhooks")},
            {"url": self.address, "label": self.endpoint.url},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(endpoint=self.endpoint, address=self.address, **kwargs)


class SecretView(EndpointPageView, TemplateView):
    """The secret, for whoever has to pass it on to the partner."""

    page_title = _("Secret")
    header_icon = "key"
    template_name = "partners/admin/secret.html"

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response


class ReplayForm(forms.Form):
    """Since when."""

    since = forms.DateTimeField(label=_("Everything since"), widget=AdminDateTimeInput)

    def clean_since(self):
        since = self.cleaned_data["since"]
        if since > timezone.now():
            raise forms.ValidationError(_("This moment has not come yet."))
        return since


class ReplaySinceView(EndpointPageView, FormView):
    """Sends everything again that changed since a moment."""

    page_title = _("Send again")
    header_icon = "rotate"
    form_class = ReplayForm
    template_name = "partners/admin/replay.html"

    def form_valid(self, form):
        count = replay_since(self.endpoint, form.cleaned_data["since"], timezone.now())
        log(self.endpoint, "partners.webhook.replay", user=self.request.user)
        text = ngettext("%(count)d change is sent again.", "%(count)d changes are sent again.", count)
        messages.success(self.request, text % {"count": count})
        return redirect(self.address)


class ReplayOneView(PermissionCheckedMixin, View):
    """Sends one delivery again, under its own id."""

    model = WebhookEndpoint
    permission_required = "change"

    def post(self, request, *args, **kwargs):
        delivery = get_object_or_404(WebhookDelivery, pk=self.kwargs["pk"])
        delivery.replay(timezone.now())
        messages.success(request, _("It is sent again in a moment."))
        return redirect("partner_deliveries:inspect", delivery.pk)


urlpatterns = [
    path("<int:pk>/test/", SendTestView.as_view(), name="test"),
    path("<int:pk>/pause/", PauseView.as_view(), name="pause"),
    path("<int:pk>/resume/", ResumeView.as_view(), name="resume"),
    path("<int:pk>/secret/", SecretView.as_view(), name="secret"),
    path("<int:pk>/rotate/", RotateView.as_view(), name="rotate"),
    path("<int:pk>/end-rotation/", EndRotationView.as_view(), name="end_rotation"),
    path("<int:pk>/replay/", ReplaySinceView.as_view(), name="replay"),
]
