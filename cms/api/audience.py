"""Who asks: the audiences a request belongs to, and with them the rows of the store it may have."""

from cms.partners.models.partner import PUBLIC_ONLY, WITH_PARTNERS, Audiences

__all__ = ["PUBLIC_ONLY", "WITH_PARTNERS", "Audiences", "audiences_of", "scope_since"]


def audiences_of(request) -> Audiences:
    """Return what the reader of `request` may have: what is public; with a key of that scope, partners' streams too.

    `request.partner` is set by cms.api.authentication for requests that carry a key.
    """
    partner = getattr(request, "partner", None)
    return PUBLIC_ONLY if partner is None else partner.audiences


def scope_since(request) -> int:
    """Return the number of the published sequence since which the reader has the scope it has; 0: always."""
    partner = getattr(request, "partner", None)
    return 0 if partner is None or partner.reads_partner_streams else partner.public_since
