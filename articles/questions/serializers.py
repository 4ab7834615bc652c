"""Answered legal questions as JSON. There is no field here, or anywhere behind it, of whoever asked."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.citations.serializers import CitationsField
from articles.law.status import today_in_vietnam
from cms.core.fallbacks import source_of
from cms.delivery.serializers import BodyField, PageSerializer, TaxonomyField, may_name, refer_to
from cms.delivery.shapes import ReferenceSerializer


class QuestionIndexSerializer(PageSerializer):
    """An index's document."""

    introduction = serializers.CharField()


class QuestionTextSerializer(serializers.Serializer):
    """The question as clean HTML and as plain text."""

    html = serializers.CharField(source="question_html")
    text = serializers.CharField(source="question_text")


class LawChangeSerializer(serializers.Serializer):
    """A law document that became another after the answer was given; `name` is its number, or its title."""

    uuid = serializers.UUIDField(source="law")
    name = serializers.CharField()
    code = serializers.CharField()
    label = serializers.CharField()
    date = serializers.DateField(source="day")


class ReviewStateSerializer(serializers.Serializer):
    """Whether the answer still rests on the law by which it was given, as of today in Vietnam.

    `current`: nothing has changed, or an editor has looked at it again. `to_review`: one is about to. `outdated`:
    nobody has in time, and readers are told. `since` is the day of the first of `changes`, null where there are none.
    """

    code = serializers.CharField()
    label = serializers.CharField()
    since = serializers.DateField(allow_null=True)
    changes = LawChangeSerializer(many=True)


class LegalQuestionSerializer(PageSerializer):
    """A question's document."""

    question = QuestionTextSerializer(source="*")
    answer = BodyField()
    topic = TaxonomyField()
    answered_by = serializers.CharField()
    answer_date = serializers.DateField(allow_null=True)
    legal_basis = serializers.SerializerMethodField()
    review_state = serializers.SerializerMethodField()
    citations = CitationsField()

    @extend_schema_field(ReviewStateSerializer)
    def get_review_state(self, page):
        today = today_in_vietnam()
        state, happened = page.law.state_on(today), page.law.open_on(today)
        since = happened[0].day if happened else None
        said = {"code": state.value, "label": state.label, "since": since, "changes": happened}
        return ReviewStateSerializer(said).data

    @extend_schema_field(ReferenceSerializer(many=True))
    def get_legal_basis(self, page):
        """Return references; a law document that is not translated is named by its Vietnamese original."""
        documents = [source_of(document) if document.is_untranslated else document for document in page.basis()]
        return [refer_to(document) for document in documents if document and may_name(page, document)]
