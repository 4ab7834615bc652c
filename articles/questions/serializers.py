"""Answered legal questions as JSON. There is no field here, or anywhere behind it, of whoever asked."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.citations.serializers import CitationsField
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


class LegalQuestionSerializer(PageSerializer):
    """A question's document."""

    question = QuestionTextSerializer(source="*")
    answer = BodyField()
    topic = TaxonomyField()
    answered_by = serializers.CharField()
    answer_date = serializers.DateField(allow_null=True)
    legal_basis = serializers.SerializerMethodField()
    citations = CitationsField()

    @extend_schema_field(ReferenceSerializer(many=True))
    def get_legal_basis(self, page):
        """Return references; a law document that is not translated is named by its Vietnamese original."""
        documents = [source_of(document) if document.is_untranslated else document for document in page.basis()]
        return [refer_to(document) for document in documents if document and may_name(page, document)]
