"""What has changed in the law of an answer, above its form: until somebody has looked at it again."""

from django.urls import reverse
from wagtail.admin.panels import Panel

from articles.law.status import today_in_vietnam

MARK_URL = "answer_reviewed"


class ReviewPanel(Panel):
    """The changes that ask for a review, and those that will; nothing where there are none."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one answer."""

        template_name = "articles/admin/answer_review.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance and self.instance.pk and self.instance.law.changes)

        def get_context_data(self, parent_context=None):
            today, law = today_in_vietnam(), self.instance.law
            return {
                **super().get_context_data(parent_context),
                "state": law.state_on(today),
                "happened": law.open_on(today),
                "coming": law.coming_after(today),
                "mark_url": reverse(MARK_URL, args=[self.instance.pk]),
            }
