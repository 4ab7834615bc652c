import json, pytest
from django.test.utils import CaptureQueriesContext
from django.db import connection
from tests.factories import *

def test_it(site, client):
    stream = add_stream(site.home)
    image = None
    cat = make_category()
    for n in range(5):
        add_article(stream, title=f"Bài số {n}", category=cat, cover=image, cover_alt_text="x")
    def get(url, **kw):
        with CaptureQueriesContext(connection, ) as c:
            r = client.get(url, **kw)
        print(r.status_code, len(c), url, dict(r.headers), r.content.decode()[:700])
        for q in c: print("    ", q["sql"][:900])
        return r
    get("/api/v2/")
    get("/api/v2/articles/")
    r=get("/api/v2/articles/?fields=_,title,cover(_,alt)&limit=2&order=-title")
    get(f"/api/v2/articles/?child_of={stream.pk}&limit=2&order=random&fields=_,id")
    get("/api/v2/articles/?search=bai so&fields=_,title")
    get("/api/v2/pages/?fields=_,title,type")
    get(f"/api/v2/pages/{stream.pk}/?fields=-rights")
    get(f"/api/v2/pages/find/?html_path=/en/")
    get(f"/api/v2/pages/find/?html_path=/tin-hoat-dong/bai-so-1/")
    get(f"/api/v2/articles/?stream={stream.translation_key}&category={cat.translation_key}&fields=_,id")
    get("/api/v2/images/")
    get("/api/v2/locales/")
    get("/api/v2/nowhere/")
    get("/api/v2/articles/?foo=1&lang=en")
    get("/api/v2/articles/?limit=101&lang=en")
    get("/api/v2/articles/?category=x&lang=vi")
    assert 0

def test_schema(site, client):
    r = client.get("/api/v2/openapi.json")
    print(r.status_code, r.content.decode()[:1500])
    doc = r.json()
    import json
    open("/tmp/prep/api_openapi.json","w").write(json.dumps(doc, ensure_ascii=False, indent=1))
    r = client.get("/api/v2/docs/?lang=en")
    open("/tmp/prep/api_docs.html","wb").write(r.content)
    print(r.status_code, len(r.content), dict(r.headers))
    assert 0
