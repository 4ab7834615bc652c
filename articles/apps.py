"""The articles application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles, law and questions")

    def ready(self):
        from articles.news import delivery as news

        news.register()
