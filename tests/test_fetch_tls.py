"""Pages over https: whoever answers must prove to be the host that was asked for."""

import shutil
import ssl
import subprocess

import pytest

from extract.fetch.cache import Cache
from extract.fetch.polite import fetch
from tests.making.sites import SETTINGS, Reply, Site, World

PAGE = b"<p>Harbour reopens</p>"

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate of site.example, signed by itself, with its key."""
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=site.example -addext subjectAltName=DNS:site.example"
    subprocess.run([*command.split(), "-keyout", path, "-out", f"{path}.crt"], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + path.with_suffix(".pem.crt").read_bytes())
    return path


def page_of(tmp_path, certificate, host):
    with Site({"/": Reply(PAGE)}) as site:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
        address = site.at("/", host).replace("http:", "https:")
        [found] = fetch([address], SETTINGS, Cache(tmp_path), World().outside())
        return found


def test_a_host_that_proves_who_it_is(tmp_path, certificate, monkeypatch):
    """Its name is proved, though the connection goes to an IP address that was looked at."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert page_of(tmp_path, certificate, "site.example").content == PAGE


def test_a_host_that_proves_to_be_another(tmp_path, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    found = page_of(tmp_path, certificate, "other.example")
    assert found.reason.startswith("has a certificate that cannot be trusted (Hostname mismatch")
    assert found.remedy == "see whether the address is right, then open it in your browser and save the page"


def test_a_host_that_nobody_vouches_for(tmp_path, certificate):
    found = page_of(tmp_path, certificate, "site.example")
    assert found.reason == "has a certificate that cannot be trusted (self-signed certificate)"
