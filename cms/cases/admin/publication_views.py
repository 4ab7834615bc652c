"""From answer to publication: the text of its own, the draft, and the comparison that a publisher signs off."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages

from cms.cases.admin.case_views import CasePageView
from cms.cases.models import CaseAccess, CaseEvent, Publication
from cms.cases.redaction.marking import mark
from cms.cases.redaction.publishing import (
    digest_of_text,
    draft_of,
    findings_in,
    make_draft,
    may_prepare,
    prepared,
    sign_off,
    text_of,
)
from cms.core.text.word_diff import word_diff


class PublicationForm(forms.ModelForm):
    """The text that is to be published."""

    class Meta:
        model = Publication
        fields = ["title", "question", "answer"]
        widgets = {"question": forms.Textarea(attrs={"rows": 8}), "answer": forms.Textarea(attrs={"rows": 12})}


class PublicationView(CasePageView, FormView):
    """The text for publication, apart from what was sent, until there is a draft page."""

    right = "publish_case"
    page_title = _("Text for publication")
    header_icon = "edit"
    form_class = PublicationForm
    template_name = "cases/admin/publication.html"

    @cached_property
    def publication(self) -> Publication:
        if not may_prepare(self.case):
            raise Http404
        return prepared(self.case)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.publication}

    def form_valid(self, form):
        if self.publication.page is not None:
            return redirect("wagtailadmin_pages:edit", self.publication.page.pk)
        form.save()
        CaseEvent.objects.create(
            case=self.case, at=timezone.now(), actor=self.request.user, what=CaseEvent.What.TEXT_SAVED
        )
        if "draft" in self.request.POST:
            try:
                page = make_draft(self.publication, self.request.user, timezone.now())
            except ValidationError as error:
                messages.error(self.request, " ".join(error.messages))
                return redirect("cases:publication", self.case.pk)
            messages.success(self.request, _("There is a draft now. It can be published when it is signed off."))
            return redirect("wagtailadmin_pages:edit", page.pk)
        messages.success(self.request, _("Saved."))
        return redirect("cases:publication", self.case.pk)

    def get_context_data(self, **kwargs):
        publication = self.publication
        self.note_look(CaseAccess.What.COMPARISON)
        return super().get_context_data(
            publication=publication,
            original=mark(self.case.text),
            marked=mark("\n\n".join((publication.title, publication.question, publication.answer))),
            **kwargs,
        )


class ComparisonView(CasePageView, FormView):
    """The draft beside what was sent: what differs, what may still tell who asked; signed off by a publisher."""

    right = "sign_off_case"
    page_title = _("Compare and sign off")
    header_icon = "check"
    template_name = "cases/admin/comparison.html"

    class form_class(forms.Form):  # noqa: N801 - the name Django's view looks for
        """The signature, of the text with this digest."""

        digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
        is_compared = forms.BooleanField(label=_("I have compared both: nothing in this text tells who asked."))

    @cached_property
    def publication(self) -> Publication:
        publication = Publication.objects.filter(case=self.case).select_related("page").first()
        if publication is None or publication.page is None:
            raise Http404
        return publication

    def get_initial(self):
        return {"digest": digest_of_text(draft_of(self.publication))}

    def form_valid(self, form):
        try:
            sign_off(self.publication, form.cleaned_data["digest"], self.request.user, timezone.now())
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
            return redirect("cases:comparison", self.case.pk)
        messages.success(self.request, _("Signed off. This very text can be published now."))
        return redirect("wagtailadmin_pages:edit", self.publication.page.pk)

    def get_context_data(self, **kwargs):
        page = draft_of(self.publication)
        text = text_of(page)
        original = "\n\n".join((self.case.text, self.case.answer))
        self.note_look(CaseAccess.What.COMPARISON)
        return super().get_context_data(
            publication=self.publication,
            difference=word_diff(original, text),
            marked=mark(text),
            findings=findings_in(page),
            is_signed=self.publication.signed_digest == digest_of_text(page),
            edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            **kwargs,
        )


urlpatterns = [
    path("<int:pk>/publication/", PublicationView.as_view(), name="publication"),
    path("<int:pk>/comparison/", ComparisonView.as_view(), name="comparison"),
]
