"""The public API: router, endpoints, envelope, errors; no serializer of a page type."""
