"""The addresses of the public numbers. What counts is below Django, see `layer`."""

from django.urls import path

from cms.statistics.views import method, numbers

urlpatterns = [
    path("thong-ke/", method, name="visits_vi"),
    path("en/statistics/", method, name="visits_en"),
    path("thong-ke/so-lieu.json", numbers, name="visit_numbers"),
]
