"""The search page's addresses: each language in its own words."""

from django.urls import path

from cms.search.views import search

urlpatterns = [
    path("tim-kiem/", search, name="search_vi"),
    path("en/search/", search, name="search_en"),
]
