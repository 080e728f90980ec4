"""`sitegen check --external`: ask each cited address whether it still answers. The one door of sitegen to the network.

Polite: HEAD first, GET only where HEAD is refused, nothing of the answer's body kept; one request at a time to a host, with a
pause; a few hosts at once. Safe: http and https alone, and no address that is not public, a redirect's target included, since
what a clipping links to is anybody's choice.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from sitegen.problems import Problem

HOSTS_AT_ONCE = 8
MAX_REDIRECTS = 5
GONE = (404, 410)
HEAD_REFUSED = (400, 403, 405, 406, 501)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How to ask. `private` allows addresses of this machine and its network, for tests."""

    timeout: float = 10.0
    pause: float = 0.5
    private: bool = False
    agent: str = "sitegen-link-check"


class _NotPublic(Exception):
    pass


class _Stay(urllib.request.HTTPRedirectHandler):
    """Redirects are followed by hand, so that each target is looked at first."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


def check_external(links: Mapping[str, tuple[str, int]], manners: Manners) -> list[Problem]:
    """`links`: address -> (page, line) where it stands first. One problem for each that does not answer well."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in sorted({a.partition("#")[0] for a in links}):
        if address.startswith(("http://", "https://")):
            hosts[urllib.parse.urlsplit(address).netloc.lower()].append(address)
    where: dict[str, tuple[str, int]] = {}
    for address, place in links.items():
        where.setdefault(address.partition("#")[0], place)
    problems = []
    with ThreadPoolExecutor(max_workers=HOSTS_AT_ONCE) as pool:
        for answers in pool.map(lambda several: _ask_host(several, manners), hosts.values()):
            problems += [_problem(address, answer, *where[address]) for address, answer in answers if answer != 200]
    return problems


def _ask_host(addresses: Iterable[str], manners: Manners) -> list[tuple[str, int | str]]:
    answers: list[tuple[str, int | str]] = []
    for number, address in enumerate(addresses):
        if number:
            time.sleep(manners.pause)
        answers.append((address, _ask(address, manners)))
    return answers


def _ask(address: str, manners: Manners) -> int | str:
    """The status after redirects, 200 for any good one; or in words why there is none."""
    opener = urllib.request.build_opener(_Stay)
    method = "HEAD"
    for _ in range(MAX_REDIRECTS * 2):
        try:
            _look_up(address, manners)
            request = urllib.request.Request(
                address, method=method, headers={"User-Agent": manners.agent, "Accept": "*/*"}
            )
            with opener.open(request, timeout=manners.timeout):
                return 200
        except urllib.error.HTTPError as error:
            error.close()
            target = error.headers.get("Location")
            if error.code in (301, 302, 303, 307, 308) and target:
                address = urllib.parse.urljoin(address, target)
                if not address.startswith(("http://", "https://")):
                    return "it leads on to no http or https address"
            elif error.code in HEAD_REFUSED and method == "HEAD":
                method = "GET"
            else:
                return error.code
        except _NotPublic:
            return "its host is not public, so it was not asked"
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = error.reason if isinstance(error, urllib.error.URLError) else error
            return str(reason) or type(error).__name__
    return "it leads in circles"


def _look_up(address: str, manners: Manners) -> None:
    parts = urllib.parse.urlsplit(address)
    if not parts.hostname:
        raise ValueError("it names no host")
    if manners.private:
        return
    for found in socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM):
        if not ipaddress.ip_address(str(found[4][0]).partition("%")[0]).is_global:
            raise _NotPublic


def _problem(address: str, answer: int | str, page: str, line: int) -> Problem:
    if answer in GONE:
        return Problem(path=page, line=line, level="warning", code="W531", message=f"{address} is gone (status {answer})",
                       remedy="cite an archived copy: `archived_url:` in the sidecar")  # fmt: skip
    said = f"status {answer}" if isinstance(answer, int) else answer
    return Problem(path=page, line=line, level="notice", code="N532", message=f"{address} gave no good answer ({said})",
                   remedy="look at it in a browser; many news sites refuse programs")  # fmt: skip
