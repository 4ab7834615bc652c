"""The door's addresses: each language in its own words."""

from django.urls import path

from cms.cases.door.asking import ask, request_support
from cms.cases.door.tracking import track

urlpatterns = [
    path("gui-cau-hoi/", ask, name="ask_vi"),
    path("en/ask/", ask, name="ask_en"),
    path("gui-yeu-cau/", request_support, name="request_vi"),
    path("en/request/", request_support, name="request_en"),
    path("theo-doi/", track, name="track_vi"),
    path("en/track/", track, name="track_en"),
]
