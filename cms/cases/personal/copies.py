"""A copy of all that is known of the sender of a case, for the sender: what was sent, agreed to, said and answered."""

from django.utils import translation

from cms.cases.models import Case


def copy_of(case: Case) -> dict:
    """Return it as JSON data, in the sender's language.

    Notes of staff and who they are belong to others, and are not in it.
    """
    with translation.override(case.language):
        named = {
            "case": str(case),
            "topic": str(case.topic.localized if case.topic else case.get_support_topic_display()),
        }
    return {
        **named,
        "kind": case.kind,
        "state": case.state,
        "language": case.language,
        "received_at": case.received_at,
        "kept_until": case.retain_until,
        "name": case.name,
        "email": case.email,
        "phone": case.phone,
        "union": case.union,
        "text": case.text,
        "answer": case.answer,
        "answered_at": case.answered_at,
        "consents": [
            {
                "purpose": consent.purpose,
                "notice": consent.notice.version,
                "given_at": consent.given_at,
                "withdrawn_at": consent.withdrawn_at,
            }
            for consent in case.consents.select_related("notice")
        ],
        "messages": [
            {"from": "asker" if message.is_from_asker else "federation", "at": message.at, "text": message.text}
            for message in case.messages.all()
        ],
        "files": [
            {"name": one.name, "content_type": one.content_type, "size": one.size, "sha256": one.sha256}
            for one in case.attachments.all()
        ],
        "looks_by_staff": case.accesses.count(),
    }
