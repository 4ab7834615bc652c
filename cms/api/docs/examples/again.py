from urllib.error import HTTPError
from urllib.request import Request, urlopen

address = "https://example.org/api/v2/articles/?locale=vi"
with urlopen(address, timeout=30) as answer:
    etag = answer.headers["ETag"]
try:
    urlopen(Request(address, headers={"If-None-Match": etag}), timeout=30)
    print("changed")
except HTTPError as answer:
    print(answer.code)
