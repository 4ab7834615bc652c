"""Two instances of the site behind one edge, as on two machines: one PostgreSQL, one Redis, one server of files."""

import contextlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from tests import postgresql
from tests.caching.served import CONTENT, PASSWORD, ask, free_port, seconds_until
from tests.caching.test_shared import Redis
from tests.caching.test_varnish import VCL, Varnish
from tests.core.storages.bucket_server import BucketServer
from tests.operations.test_deploy_files import nginx_in
from tests.trial.processes import SiteUnderTrial

PER_MINUTE = 60


class Edge(Varnish):
    """Varnish with the project's configuration, in front of two."""

    def __init__(self, folder: Path, port: int, ports: list[int]):
        self.folder, self.port = folder, port
        text = Path(settings.BASE_DIR, VCL).read_text()
        block = re.search(r"backend site \{.*?\n\}\n", text, re.DOTALL)[0]
        first, second = (block.replace('"8000"', f'"{number}"') for number in ports)
        text = text.replace(block, first + second.replace("backend site ", "backend other "))
        text = text.replace("sites.add_backend(site);", "sites.add_backend(site); sites.add_backend(other);")
        (folder / "site.vcl").write_text(text)
        self.start()


class Front:
    """nginx with the project's configuration: TLS in front of the same two."""

    def __init__(self, folder: Path, ports: list[int]):
        self.http, self.https, self.folder = free_port(), free_port(), folder
        path = nginx_in(folder, http=self.http, https=self.https)
        servers = "\n".join(f"        server 127.0.0.1:{port} max_fails=2 fail_timeout=5s;" for port in ports)
        text = re.sub(r"        server 127\.0\.0\.1:8000 [^\n]*", servers, path.read_text())
        path.write_text(text)
        # Its worker processes could not enter a folder of root's otherwise.
        with (folder / "nginx.log").open("w") as log:
            self.process = subprocess.Popen(
                ["nginx", "-p", f"{folder}/", "-c", path, "-g", "daemon off; user root;"], stdout=log, stderr=log
            )
        seconds_until(lambda: self.ask("/healthz").startswith("HTTP/2 200"), 20)

    def ask(self, address: str, *options: str, host: str = "127.0.0.1") -> str:
        """Return the headers of an answer by HTTPS, and its body."""
        command = ["curl", "-sik", "--http2", "--max-time", "20", *options, f"https://{host}:{self.https}{address}"]
        return subprocess.run(command, capture_output=True, text=True, errors="replace").stdout

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


class Stack:
    """`sites` are the two instances, each with its own DATA_DIR, as on two machines."""

    def __init__(self, folder: Path, database_url: str, stack: contextlib.ExitStack):
        def room(name: str) -> Path:
            (folder / name).mkdir()
            return folder / name

        self.redis = Redis(room("redis"))
        stack.callback(self.redis.stop)
        self.files = BucketServer(room("bucket"))
        stack.callback(self.files.stop)
        self.port = free_port()
        self.sites = [SiteUnderTrial(room(name), database_url) for name in ("one", "other")]
        for site in self.sites:
            site.environment |= {
                "REDIS_URL": self.redis.url,
                "SECRET_KEY": "one-key-of-this-trial-for-both-instances-0123456789",
                "ADMIN_PASSWORD": PASSWORD,
                "BASE_URL": f"http://127.0.0.1:{self.port}",
                "EDGE_PURGE_URLS": f"http://127.0.0.1:{self.port}",
                "TRUSTED_PROXIES": "127.0.0.1",
                "ANONYMOUS_REQUESTS_PER_MINUTE": str(PER_MINUTE),
                **self.files.environment,
            }
        self.sites[0].run("manage.py", "serve", "--no-demo", "--prepare-only", name="prepare")
        self.shell(CONTENT)
        for site in self.sites:
            stack.callback(site.stop)
            site.start()
        ports = [site.port for site in self.sites]
        self.edge = Edge(room("varnish"), self.port, ports)
        stack.callback(self.edge.stop)
        self.front = Front(room("nginx"), ports)
        stack.callback(self.front.stop)

    def shell(self, code: str) -> str:
        """Run Python on the stack's data, and return what it prints."""
        name = f"shell-{free_port()}"
        self.sites[0].run("manage.py", "shell", "--no-imports", "-c", code, name=name)
        return Path(self.sites[0].folder, f"{name}.log").read_text().strip()

    def get(self, address: str, **headers):
        return ask(self.port, address, **headers)


@contextlib.contextmanager
def two_instances(folder: Path) -> Iterator[Stack]:
    with contextlib.ExitStack() as stack:
        database_url = stack.enter_context(postgresql.throwaway_server())
        yield Stack(folder, database_url, stack)
