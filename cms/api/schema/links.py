"""Where an answer leads (OpenAPI's links): from a list to its items, from an item to its translations and its page."""

from django.utils.translation import gettext as _


def add_links(paths: dict[str, dict]) -> None:
    """Add links to the answers of the contract's operations."""
    by_id = {operation["get"]["operationId"]: operation["get"] for operation in paths.values()}
    for name, operation in by_id.items():
        tag, _underscore, action = name.rpartition("_")
        answer = operation["responses"].get("200")
        if answer is None:
            continue
        links = {}
        if action == "list" and f"{tag}_detail" in by_id:
            links["first"] = _link(f"{tag}_detail", _("The first item"), id="$response.body#/items/0/id")
        if action == "list" and f"{tag}_find" in by_id:
            links["find"] = _link(f"{tag}_find", _("The way to the first item"), id="$response.body#/items/0/id")
        if action == "detail" and _takes(by_id.get(f"{tag}_list"), "translation_of"):
            description = _("The item in all its languages")
            links["languages"] = _link(f"{tag}_list", description, translation_of="$response.body#/meta/uuid")
        if action == "detail" and _takes(by_id.get(f"{tag}_list"), "site"):
            description = _("What is at the item's address")
            links["address"] = _link("resolve_read", description, url="$response.body#/meta/html_url")
        if name == "changes_list":
            links["next"] = _link(name, _("What changes from now on"), token="$response.body#/meta/token")
        if links:
            answer["links"] = links


def _link(operation: str, description: str, **parameters: str) -> dict:
    return {"operationId": operation, "description": description, "parameters": parameters}


def _takes(operation: dict | None, name: str) -> bool:
    return operation is not None and any(parameter.get("name") == name for parameter in operation["parameters"])
