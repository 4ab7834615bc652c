"""Answers that are nobody else's: kept nowhere, found by no search engine, told to no other site."""

from collections.abc import Callable
from functools import wraps


def private_answer(view: Callable) -> Callable:
    """Wrap a view so that whatever it answers says so."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store, private"
        response["X-Robots-Tag"] = "noindex"
        # The origin, which the form's own check needs, and no more.
        response["Referrer-Policy"] = "same-origin"
        return response

    return answer
