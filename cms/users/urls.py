"""The doors of signing in. They stand before Wagtail's, whose own would lead past the second factor."""

from django.urls import path

from cms.users.second_factor.views import AuthenticateView
from cms.users.sign_in.views import SignInView, from_the_website

urlpatterns = [
    # allauth knows the page by this name, Wagtail by its own.
    path("admin/login/", SignInView.as_view(), name="account_login"),
    path("admin/login/code/", AuthenticateView.as_view(), name="mfa_authenticate"),
    path("_util/login/", from_the_website),
    path("en/_util/login/", from_the_website),
]
