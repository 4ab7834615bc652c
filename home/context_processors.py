"""What every page of the site shows around its content."""


def site_frame(request):
    return {}
