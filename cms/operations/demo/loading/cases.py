"""Cases on the desk, in the states of a working week; they arrived some days before the demo was loaded."""

from datetime import timedelta

from django.utils import timezone

from articles.models import QuestionTopic
from cms.cases.configurations import Kind, Purpose
from cms.cases.intake import Sent, receive
from cms.cases.models import Case, ConsentNotice
from cms.cases.moving import make_move
from cms.mail.models import OutgoingMail
from cms.operations.demo.content import identity, read
from cms.operations.demo.loading.library import Library


def load_cases(library: Library) -> None:
    """Load them where the desk has none: a desk that is worked on is left alone."""
    if Case.objects.exists():
        return
    now = timezone.now()
    for number, item in enumerate(read("cases")["cases"]):
        arrived_at = now - timedelta(days=item["days_ago"])
        case, _code = receive(_sent(library, item, now), f"demo {identity('case', str(number))}", arrived_at)
        for move in item["moves"]:
            moved_at = arrived_at + timedelta(days=move["after"])
            case = make_move(case, move["name"], text=move.get("text", ""), now=moved_at)
    # What is invented is announced to nobody.
    OutgoingMail.objects.waiting().delete()


def _sent(library: Library, item: dict, now) -> Sent:
    kind = Kind(item["kind"])
    if kind == Kind.QUESTION:
        topic = {"topic": QuestionTopic.objects.get(pk=library.find("topic", item["topic"]))}
    else:
        topic = {"support_topic": item["topic"]}
    values = {"text": item["text"], "phone": item["phone"], "name": item.get("name", ""), **topic}
    purposes = [Purpose(purpose) for purpose in item["purposes"]]
    return Sent(kind, "vi", values, purposes, ConsentNotice.current(now))
