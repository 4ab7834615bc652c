import json
from urllib.request import urlopen

address = "https://example.org/api/v2/law-documents/?cursor=&limit=50"
while address:
    with urlopen(address, timeout=30) as answer:
        page = json.load(answer)
    for document in page["items"]:
        print(document["number"], document["title"])
    address = page["meta"].get("next")
