"""The addresses of health."""

from django.urls import path

from cms.operations.health import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
]
