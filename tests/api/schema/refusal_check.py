"""A check for schemathesis: a refusal of what the contract allows names the parameter, and it is one of these."""

import schemathesis
from schemathesis.core.failures import Failure

# What no schema can say: names of fields, keys of items there are, tokens the API gave, two parameters together.
BEYOND_SCHEMA = frozenset(
    {
        *("fields", "order", "cursor", "offset", "fallback", "site", "type", "search", "url"),
        *("html_path", "q", "topic", "from", "until"),
        *("child_of", "ancestor_of", "descendant_of", "translation_of", "token", "snapshot"),
    }
)


class UnexplainedRefusal(Failure):
    """With what was answered."""

    __slots__ = ()


@schemathesis.check
def refusal_names_its_parameter(ctx, response, case) -> None:
    """Every 4xx is a problem document; one to valid values is about a parameter whose values no schema can list."""
    if response.status_code < 400 or case.method == "HEAD" or response.request.method == "HEAD":
        return
    problem = response.json()
    is_valid = case.meta is not None and case.meta.generation.mode.is_positive
    if response.status_code == 400 and is_valid and problem.get("parameter") not in BEYOND_SCHEMA:
        raise UnexplainedRefusal(
            operation=case.operation.label, title="Unexplained refusal", message=str(problem), case_id=case.id
        )
    if problem["status"] != response.status_code or not problem["type"].startswith("/api/v2/docs/#problem-"):
        raise UnexplainedRefusal(operation=case.operation.label, title="No problem document", message=str(problem))
