"""What a list of articles can be narrowed by."""

from django.utils.translation import gettext_lazy as _

from cms.delivery.filters import UuidFilter

ARTICLE_FILTERS = {
    "stream": UuidFilter(_("the article stream's uuid"), lambda articles, uuid: articles.in_stream_of(uuid)),
    "category": UuidFilter(_("the category's uuid"), lambda articles, uuid: articles.of_category(uuid)),
}
