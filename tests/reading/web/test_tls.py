"""TLS is verified, for the name of the host and not for the address that was called."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from dragoman.errors import SkippedInput
from local_site import Make, Reply, Site, raw

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")


@pytest.fixture
def certificate(site: Site, tmp_path: Path) -> Path:
    """The site behind TLS, with a certificate of its own for `localhost`."""
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
        " -addext subjectAltName=DNS:localhost -keyout key.pem -out certificate.pem"
    )
    subprocess.run(command.split(), check=True, capture_output=True, cwd=tmp_path)
    made = tmp_path / "certificate.pem"
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, tmp_path / "key.pem")
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.pages["/a"] = Reply()
    return made


def test_a_certificate_that_nobody_vouches_for_is_refused(site: Site, fetcher: Make, certificate: Path) -> None:
    with pytest.raises(SkippedInput, match=r"TLS certificate is not trusted \(self.signed certificate\)"):
        fetcher(allow="localhost").get(f"https://localhost:{site.server.server_port}/a")
    assert site.asked == []


def test_a_certificate_holds_for_its_host_only(
    site: Site, fetcher: Make, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    port = site.server.server_port
    with fetcher(allow="localhost", resolve=lambda host, port: ["127.0.0.1"]) as reader:
        assert reader.get(f"https://localhost:{port}/a").content == b"A report."
        assert reader.get(f"https://localhost:{port}/a").content == b"A report."
    with pytest.raises(SkippedInput, match=r"not trusted \(.*mismatch"):
        fetcher(allow="127.0.0.1").get(f"https://127.0.0.1:{port}/a")


def test_a_page_that_drips_is_cut_under_tls_too(
    site: Site, fetcher: Make, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    site.pages["/a"] = raw(b"HTTP/1.1 200 OK\r\n\r\n", then=b"x", pause=0.02)
    with pytest.raises(SkippedInput, match=r"took longer than 0\.4 s"):
        fetcher(allow="localhost", seconds=0.4).get(f"https://localhost:{site.server.server_port}/a")


def test_a_host_that_speaks_no_tls_is_told(site: Site, fetcher: Make) -> None:
    with pytest.raises(SkippedInput, match="no TLS connection can be made"):
        fetcher().get(f"https://{site.host}/a")
