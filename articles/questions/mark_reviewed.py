"""Saying in the admin that an answer was looked at again: what has changed, a note for colleagues, one button."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.law.status import today_in_vietnam
from articles.questions.answer_review import AnswerReview
from articles.questions.reviewing import mark_reviewed


class ReviewForm(forms.ModelForm):
    """A note, if there is something to say."""

    class Meta:
        model = AnswerReview
        fields = ["note"]


def mark_as_reviewed(request, pk: int):
    """Ask for a note, and mark. For whoever may publish the answer: readers are no longer told anything."""
    from articles.models import LegalQuestionPage

    question = get_object_or_404(LegalQuestionPage, pk=pk)
    if not question.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        mark_reviewed(question, request.user, form.cleaned_data["note"])
        messages.success(request, _("“%(title)s” is marked as reviewed.") % {"title": question.title})
        return redirect("answers_to_review")
    today = today_in_vietnam()
    context = {
        "question": question,
        "happened": question.law.open_on(today),
        "coming": question.law.coming_after(today),
        "form": form,
    }
    return TemplateResponse(request, "articles/admin/mark_reviewed.html", context)
