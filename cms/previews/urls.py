"""The addresses of previews."""

from django.urls import path

from cms.previews import shown

urlpatterns = [
    path("preview/<str:token>/", shown.page, name="preview"),
    path("preview/<str:token>/data.json", shown.data, name="preview_data"),
]
