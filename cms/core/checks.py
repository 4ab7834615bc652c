"""House rules as system checks: a page type that forgets one does not start."""

from django.core import checks
from wagtail.models import get_page_models


@checks.register("house")
def check_page_types(app_configs, **kwargs):
    """Every page type extends BasePage, names its parents and children, has a template of its own and a docstring."""
    from django.template import TemplateDoesNotExist
    from django.template.loader import get_template
    from wagtail.models import Page

    from cms.core.models import BasePage

    errors = []
    for model in get_page_models():
        if model is Page:
            continue
        if not issubclass(model, BasePage):
            errors.append(checks.Error(f"{model._meta.label} does not extend BasePage", obj=model, id="house.E001"))
            continue
        for rule in ("parent_page_types", "subpage_types"):
            if rule not in vars(model):
                errors.append(checks.Error(f"{model._meta.label} does not state {rule}", obj=model, id="house.E002"))
        if "card_kind" not in vars(model):
            errors.append(checks.Error(f"{model._meta.label} does not state card_kind", obj=model, id="house.E003"))
        try:
            get_template(model.template)
        except TemplateDoesNotExist:
            errors.append(checks.Error(f"{model.template} is missing", obj=model, id="house.E004"))
    return errors
