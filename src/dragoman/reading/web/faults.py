"""What the library raises, in words for the user."""

import http.client
import ssl

from urllib3.exceptions import DecodeError, HTTPError, ProtocolError

from dragoman.reading.web.connection import READ_SECONDS
from dragoman.reading.web.trouble import LATER, Trouble, Unreachable

FAULTS = (HTTPError, http.client.HTTPException, OSError, ValueError)


def fault(error: Exception) -> Trouble:
    """The trouble that one of FAULTS stands for."""
    if isinstance(error, DecodeError):
        return Trouble("its compression is broken", LATER)
    cause = _cause(error)
    if isinstance(cause, ssl.SSLError):
        return _tls(cause)
    if isinstance(cause, TimeoutError):
        return Trouble(f"the host sent nothing for {READ_SECONDS:.0f} s", LATER, passing=True)
    if isinstance(cause, (http.client.IncompleteRead, ProtocolError)):
        return Trouble("it is cut off before its end", LATER, passing=True)
    if isinstance(cause, ConnectionError):
        return Trouble("the host broke the connection off", LATER, passing=True)
    if isinstance(cause, (http.client.HTTPException, HTTPError, ValueError)):
        return Trouble("the host's answer is not proper HTTP", "Check the address")
    return Trouble(f"the connection failed ({getattr(cause, 'strerror', None) or cause})", LATER, passing=True)


def _tls(error: ssl.SSLError) -> Trouble:
    if isinstance(error, ssl.SSLCertVerificationError):
        return Unreachable(
            f"its TLS certificate is not trusted ({error.verify_message.rstrip('.')})",
            "Check the address and this machine's clock; SSL_CERT_FILE names a file with authorities of your own",
        )
    if isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
        return Trouble("the host broke the connection off", LATER, passing=True)
    return Unreachable(f"no TLS connection can be made ({error.reason or error})", "Check the address")


def _cause(error: BaseException) -> BaseException:
    """What lies under the library's own wrapping."""
    while isinstance(error, HTTPError) and error.__cause__ is not None:
        error = error.__cause__
    return error
