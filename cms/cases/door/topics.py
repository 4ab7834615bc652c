"""The topics one can choose in a form, in its language."""

from uuid import UUID

from django.conf import settings

from cms.cases.configurations import Kind, SupportTopic
from cms.cases.models import Case


def topic_choices(kind: Kind, language: str) -> list[tuple[str, str]]:
    """Return (value, label); a question's topics are named by their translation keys."""
    if kind == Kind.SUPPORT:
        return list(SupportTopic.choices)
    names: dict[UUID, str] = {}
    topics = _topics().filter(live=True).select_related("locale")
    for topic in sorted(topics, key=lambda topic: topic.locale.language_code != language):
        if topic.locale.language_code in (language, settings.LANGUAGE_CODE):
            names.setdefault(topic.translation_key, topic.name)
    return [(str(key), name) for key, name in names.items()]


def topic_values(kind: Kind, value: str) -> dict:
    """Return the fields of Case that say this choice; of a topic in several languages, the site's own."""
    if not value:
        return {}
    if kind == Kind.SUPPORT:
        return {"support_topic": value}
    topics = _topics().filter(translation_key=value).select_related("locale")
    return {"topic": min(topics, key=lambda topic: topic.locale.language_code != settings.LANGUAGE_CODE, default=None)}


def _topics():
    return Case._meta.get_field("topic").related_model.objects.all()
