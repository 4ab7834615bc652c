"""The articles application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles, law and questions")

    def ready(self):
        from articles.citations import registration as citations
        from articles.law import delivery as law
        from articles.news import delivery as news
        from articles.questions import delivery as questions
        from articles.questions import from_cases, review_report
        from cms.moderation import work

        news.register()
        law.register()
        questions.register()
        from_cases.register()
        citations.register()
        if review_report.reviews_waiting not in work.further_work:
            work.further_work.append(review_report.reviews_waiting)
