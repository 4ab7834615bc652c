"""The addresses of health and metrics."""

from django.urls import path

from cms.operations.health import views
from cms.operations.seeing.metrics.view import metrics

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
]
