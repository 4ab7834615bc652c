"""Passwords that open a page or a collection of files to readers are guessed no more often than those of people."""

from cms.core.errors.pages import error_page
from cms.users.sign_in import throttle

DOORS = {
    "wagtailcore_authenticate_with_password": "page_view_restriction_id",
    "wagtaildocs_authenticate_with_password": "restriction_id",
}


class PagePasswordMiddleware:
    """Wagtail's views redirect where the password is right, and show their form again where it is not."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.restriction_name = ""
        response = self.get_response(request)
        if request.restriction_name and response.status_code == 200:
            throttle.count_failure(request, request.restriction_name)
        return response

    def process_view(self, request, view, args, kwargs):
        door = request.resolver_match.url_name
        if door not in DOORS or request.method != "POST":
            return None
        # No person can be called so: names have no spaces.
        name = f"restriction {door.removesuffix('_authenticate_with_password')} {kwargs[DOORS[door]]}"
        if not throttle.may_try(request, name):
            return throttle.refuse(error_page(request, throttle.STATUS))
        request.restriction_name = name
        return None
