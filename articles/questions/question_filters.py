"""What answered questions can be narrowed by, for their page and for their API endpoint."""

from functools import partial

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.citations.cited_by import CITES_FILTER
from articles.questions.question_topic import QuestionTopic
from cms.core.listing.form import FormField, ListingForm
from cms.core.listing.term_choices import offer_terms, spell_key
from cms.delivery.filters import Filter, UuidFilter

QUESTION_FILTERS = {
    "q": Filter(
        _("words of title, question or answer; accents, capitals and punctuation do not matter"),
        lambda questions, text: questions.matching(text),
    ),
    "topic": UuidFilter(_("the topic's uuid"), lambda questions, uuid: questions.about(uuid)),
    "cites": CITES_FILTER,
}

QUESTION_FORM = [
    FormField("q", pgettext_lazy("search", "Words"), placeholder=_("overtime, maternity leave…")),
    FormField("topic", _("Topic"), lambda: "topic__translation_key", partial(offer_terms, QuestionTopic), spell_key),
]


def question_form(parameters) -> ListingForm:
    """Return the index's form with the values of an address's parameters."""
    return ListingForm(QUESTION_FILTERS, QUESTION_FORM, parameters)
