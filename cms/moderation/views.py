"""The report of what goes out next."""

from django.template.response import TemplateResponse

from cms.moderation.scheduled import what_goes_out


def scheduled(request):
    """List publications and expiries ahead; whoever is in the admin sees what he may see anyway."""
    return TemplateResponse(request, "moderation/admin/scheduled.html", {"going": what_goes_out(request.user)})
