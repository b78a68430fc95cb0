"""Web sites on this machine, each with pages that a test gives it, and a world in which their names are known."""

import gzip
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from socket import EAI_NONAME, gaierror
from urllib.parse import urlsplit

from extract.fetch.outside import Outside
from extract.fetch.settings import FetchSettings

HERE = (ip_network("127.0.0.1/32"),)
SETTINGS = FetchSettings(allow=HERE)
"""As they are, but that the sites of the tests may be asked, and nothing else of this machine."""


@dataclass
class Reply:
    """What a site answers."""

    body: bytes = b""
    status: int = 200
    headers: dict = field(default_factory=dict)
    length: int | None = None

    def __call__(self, asked):
        asked.over()
        asked.send_response(self.status)
        for name, value in ({"Content-Type": "text/html; charset=utf-8"} | self.headers).items():
            asked.send_header(name, value)
        asked.send_header("Content-Length", str(len(self.body) if self.length is None else self.length))
        asked.end_headers()
        asked.wfile.write(self.body)


class InTurn:
    """One reply after the other; the last one ever after."""

    def __init__(self, *replies):
        self.replies = list(replies)

    def __call__(self, asked):
        (self.replies.pop(0) if len(self.replies) > 1 else self.replies[0])(asked)


def moved(target, status=302):
    return Reply(status=status, headers={"Location": target})


def packed(body, **headers):
    return Reply(gzip.compress(body), headers={"Content-Encoding": "gzip"} | headers)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        site = self.server.site
        self.host = self.headers["Host"].partition(":")[0]
        with site.lock:
            site.asked.append((self.host, self.path, dict(self.headers)))
            site.at_once[self.host] += 1
            site.most_at_once[self.host] = max(site.most_at_once[self.host], site.at_once[self.host])
        site.reply_to(self.host, self.path)(self)

    def over(self):
        """Counts the request as done, before whoever asked can know that it is."""
        with self.server.site.lock:
            self.server.site.at_once[self.host] -= 1

    def log_message(self, *told):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Who asked has hung up, as some tests mean it to."""


class Site:
    """A server on 127.0.0.1. Pages are told by path, or by host and path; robots.txt is missing unless told."""

    def __init__(self, pages):
        self.pages = pages
        self.asked = []
        self.at_once = Counter()
        self.most_at_once = Counter()
        self.lock = threading.Lock()
        self.closing = threading.Event()
        """For pages that keep one waiting until the test is over."""
        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.site = self
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *trouble):
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def reply_to(self, host, path):
        missing = Reply(b"missing", 404)
        return self.pages.get(f"{host}{path}") or self.pages.get(path) or missing

    def at(self, path, host="site.example"):
        return f"http://{host}:{self.port}{path}"

    def paths(self):
        """What was asked for, but for robots.txt."""
        return [urlsplit(path).path for _, path, _ in self.asked if not path.endswith("/robots.txt")]


class World:
    """Where names ending in .example are on this machine, and time goes on only while somebody waits."""

    def __init__(self, names=None):
        self.names = names or {}
        self.time = 0.0
        self.pauses = []
        self.looked_up = []
        self.lock = threading.Lock()

    def resolve(self, host, port):
        self.looked_up.append(host)
        if host in self.names:
            return self.names[host]
        if host.endswith(".example"):
            return ["127.0.0.1"]
        if host.replace(".", "").isdigit() or ":" in host:
            return [host]
        raise gaierror(EAI_NONAME, "no such name")

    def pause(self, stop, seconds):
        with self.lock:
            self.pauses.append(seconds)
            self.time += seconds

    def outside(self, **others):
        told = {
            "resolve": self.resolve,
            "proxy_for": lambda url: None,
            "now": lambda: datetime(2025, 6, 10, 12, tzinfo=UTC),
            "clock": lambda: self.time,
            "pause": self.pause,
        }
        return Outside(**(told | others))
