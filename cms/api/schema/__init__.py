"""The contract: OpenAPI, generated from the endpoints and their static serializers."""
