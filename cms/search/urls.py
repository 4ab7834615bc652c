"""The search page's addresses: each language in its own words."""

from django.urls import path

from cms.search.suggestions import suggest
from cms.search.views import search

urlpatterns = [
    path("tim-kiem/", search, name="search_vi"),
    path("tim-kiem/goi-y/", suggest, name="suggestions_vi"),
    path("en/search/", search, name="search_en"),
    path("en/search/suggestions/", suggest, name="suggestions_en"),
]
