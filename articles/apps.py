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
        from articles.questions import from_cases

        news.register()
        law.register()
        questions.register()
        from_cases.register()
        citations.register()
