"""What of a law document is searched, beside what every page has."""

from wagtail.search import index

from cms.core.search_fields import FoldedSearchField

LAW_SEARCH_FIELDS = [
    index.SearchField("number", boost=3),
    FoldedSearchField("number", boost=3),
    index.SearchField("abstract"),
    FoldedSearchField("abstract"),
    index.SearchField("signatory"),
    FoldedSearchField("signatory"),
    index.SearchField("body"),
    FoldedSearchField("body"),
    index.FilterField("number_folded"),
    index.FilterField("number_system"),
    index.FilterField("document_type"),
    index.FilterField("issue_date"),
    index.FilterField("effective_date"),
    index.FilterField("expiry_date"),
    index.FilterField("status"),
]
