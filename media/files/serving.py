"""The views that hand files out: public uploads, documents by their permissions, originals to editors only."""

from pathlib import PurePosixPath

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, HttpResponseGone
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served
from wagtail.permissions import policy_registry

from media.files.document_access import Access, access_to
from media.files.image import CustomImage, CustomRendition
from media.files.stored_file import StoredFile
from media.models import CustomDocument

IMAGE_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
# The only folders anybody may read, and what can be in them. Every name in them is drawn by lot and used once.
PUBLIC_FOLDERS = {
    "images": IMAGE_TYPES,
    "captions": {".vtt": "text/vtt; charset=utf-8"},
    "cards": {".png": "image/png"},
    "videos": {".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg", ".ogg": "audio/ogg"},
}
# Pictures of colleagues, shown in the admin.
STAFF_FOLDERS = {"avatar_images": IMAGE_TYPES}
UNTIL_WITHDRAWN = "public, max-age=31536000, immutable"


@require_safe
def uploads(request, path: str) -> HttpResponse:
    """Serve a public file. Originals and documents are not among them, whatever the path looks like."""
    parts = path.split("/")
    if "\\" in path or "\0" in path or any(part.startswith(".") or not part for part in parts):
        raise Http404("not an upload")
    types = PUBLIC_FOLDERS.get(parts[0])
    if types is None and parts[0] in STAFF_FOLDERS and request.user.is_authenticated:
        types = STAFF_FOLDERS[parts[0]]
    content_type = (types or {}).get(PurePosixPath(path).suffix.lower())
    if content_type is None:
        raise Http404("not an upload")
    storage = CustomRendition._meta.get_field("file").storage if parts[0] == "images" else default_storage
    response = StoredFile(storage, path).respond(request, content_type)
    if parts[0] in PUBLIC_FOLDERS:
        response.headers["Cache-Control"] = UNTIL_WITHDRAWN
        # Partners show our pictures, and captions of our videos, on sites of their own.
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    else:
        response.headers["Cache-Control"] = "private, no-cache"
    return response


@require_safe
def document(request, document_id: int, document_filename: str) -> HttpResponse:
    """Serve a document in place of Wagtail's own view: its permissions and signal, those of what shows it (see
    document_access), and byte ranges.

    Everything but PDF is an attachment; nothing in it may load or run anything (Content-Security-Policy).
    """
    found = get_object_or_404(CustomDocument, pk=document_id)
    if found.filename != document_filename:
        raise Http404("the document has another name")
    for hook in hooks.get_hooks("before_serve_document"):
        result = hook(found, request)
        if isinstance(result, HttpResponse):
            return result
    access = access_to(found, request)
    if access is Access.GONE:
        return HttpResponseGone()
    if access is Access.UNKNOWN:
        raise Http404("nobody who asks may see what shows the document")
    document_served.send(sender=CustomDocument, instance=found, request=request)
    response = StoredFile(found.file.storage, found.file.name, digest=found.sha256).respond(request, found.content_type)
    is_inline = found.content_type == "application/pdf"
    response.headers["Content-Disposition"] = content_disposition_header(not is_inline, found.filename)
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    # Asked for again each time, so that what was withdrawn or restricted is gone at once.
    is_public = access is Access.PUBLIC and found.is_public
    response.headers["Cache-Control"] = "public, no-cache" if is_public else "private, no-cache"
    return response


@require_safe
def original(request, image_id: int) -> HttpResponse:
    """Serve an image's original to those who may choose or change it. Its address is one of the admin's (see hooks)."""
    image = get_object_or_404(CustomImage, pk=image_id)
    policy = policy_registry.get_by_type(CustomImage)
    if not policy.user_has_any_permission_for_instance(request.user, ["choose", "change"], image):
        raise PermissionDenied
    content_type = IMAGE_TYPES.get(PurePosixPath(image.file.name).suffix.lower(), "application/octet-stream")
    response = StoredFile(image.file.storage, image.file.name).respond(request, content_type)
    response.headers["Content-Disposition"] = content_disposition_header(False, image.filename)
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    return response
