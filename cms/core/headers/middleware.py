"""Sends each kind's headers with every answer that Django makes, errors and files included."""

from csp.middleware import CSPMiddleware

from cms.core.headers import nonces
from cms.core.headers.kinds import Kind, kind_of
from cms.core.headers.policies import CSP, headers_beside, policy_kind, policy_of

# What views and django-csp's decorators say of one answer.
_OWN = ("_csp_exempt", "_csp_config", "_csp_update", "_csp_replace")


class SecurityHeadersMiddleware(CSPMiddleware):
    """django-csp's, with a policy a kind of address; what a view has set itself stays.

    Only the admin's pages have a nonce: what is kept for everybody cannot have one.
    """

    def __call__(self, request):
        if kind_of(request.path_info) is not Kind.ADMIN:
            return super().__call__(request)
        with nonces.of(request):
            return super().__call__(request)

    def process_response(self, request, response):
        kind = kind_of(request.path_info)
        for name, value in headers_beside(kind):
            response.headers.setdefault(name, value)
        if any(hasattr(response, name) for name in _OWN):
            return super().process_response(request, response)
        kind = policy_kind(kind, response.get("Content-Type", ""))
        response.headers.setdefault(CSP, policy_of(kind, nonces.current()))
        return response
