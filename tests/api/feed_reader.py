"""A reader of the change feed, and what its copy must be."""

import json

from cms.delivery.models import DeliveredItem


class Reader:
    """A partner's copy: {(type, uuid, locale): document}, kept by following `meta.next`."""

    def __init__(self, client, **query):
        self.client, self.query = client, query
        self.copy, self.numbers, self.told = {}, [], []
        self.address = None

    def ask(self):
        if self.address is None:
            response = self.client.get("/api/v2/changes/", {"include": "document", **self.query})
        else:
            response = self.client.get(self.address)
        assert response.status_code == 200, response.content
        body = response.json()
        for item in body["items"]:
            key = (item["type"], item["uuid"], item["locale"])
            self.numbers.append(item["sequence"])
            self.told.append((item["op"], item.get("reason"), item["id"]))
            if item["op"] == "upsert":
                self.copy[key] = item["document"]
            else:
                self.copy.pop(key, None)
        self.address = body["meta"]["next"].removeprefix("http://localhost")
        return body

    def follow(self):
        """Read to the end; return what was told."""
        self.told = []
        while self.ask()["meta"]["has_more"]:
            pass
        assert self.numbers == sorted(set(self.numbers))
        return self.told


def delivered(audiences=("public",), **conditions):
    rows = DeliveredItem.objects.for_audiences(audiences).filter(**conditions)
    return {(row.type, str(row.uuid), row.locale or None): json.loads(row.document) for row in rows}
