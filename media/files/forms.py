"""The admin's upload forms with our rules: every view of images, documents and media builds its form on these."""

from django.core.exceptions import ValidationError
from django.forms import FileField
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtailmedia.forms import BaseMediaForm

from media.files.picture_words_form import PictureWordsForm
from media.files.validation import validate_document, validate_image, validate_media


class PictureField(WagtailImageField):
    """Wagtail's field; broken pictures give an error beside it (Wagtail itself answers 500 to some)."""

    def to_python(self, data):
        if data in self.empty_values:
            return None
        validate_image(FileField.to_python(self, data))
        try:
            return super().to_python(data)
        except ValidationError:
            raise
        except Exception as error:
            # Willow decodes once more and lets its decoders' errors through.
            raise ValidationError(_("This is not a picture, or it is damaged. Try to save it again.")) from error


class DocumentField(WagtailDocumentField):
    """Wagtail's field, and the content must be what the name says."""

    def to_python(self, data):
        file = super().to_python(data)
        if file is not None:
            validate_document(file)
        return file


class MediaField(FileField):
    """A film or a recording; `media_type` is "video" or "audio"."""

    def __init__(self, *, media_type: str, **kwargs):
        self.media_type = media_type
        super().__init__(**kwargs)

    def to_python(self, data):
        file = super().to_python(data)
        if file is not None:
            validate_media(file, self.media_type)
        return file


def _put_in_place(form, field_class, **options) -> None:
    """Replace a form's file field by ours, where the form has one (those for several files at once have not)."""
    field = form.fields.get("file")
    if field is not None:
        form.fields["file"] = field_class(label=field.label, required=field.required, widget=field.widget, **options)


class ImageForm(PictureWordsForm, BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _put_in_place(self, PictureField)


class DocumentForm(BaseDocumentForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _put_in_place(self, DocumentField)


class MediaForm(BaseMediaForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _put_in_place(self, MediaField, media_type=self.instance.type)
