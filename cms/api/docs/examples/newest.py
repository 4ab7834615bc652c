import json
from urllib.request import urlopen

address = "https://example.org/api/v2/articles/?locale=vi&limit=5"
with urlopen(address, timeout=30) as answer:
    articles = json.load(answer)
for article in articles["items"]:
    print(article["title"], article["meta"]["html_url"])
