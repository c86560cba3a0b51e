"""A name for each finding that stays when lines move and when the language of the messages changes."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from outageplan.notice.finding import Finding
from outageplan.render.findings.names import repository_path

# messages name other lines of the file, which move as well
_LINE_NUMBER = re.compile(r"(?<=\bline )\d+|(?<=\blines )\d+|(?<=第 )\d+(?= 行)")


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """A fingerprint per finding, of code, file, key and message; like ones are counted in their order."""
    seen: Counter[str] = Counter()
    for finding in findings:
        message = _LINE_NUMBER.sub("#", "\n".join((finding.message["zh"], finding.message["en"])))
        identity = "\0".join((finding.code, repository_path(finding.file), finding.key, message))
        seen[identity] += 1
        whole = f"{identity}\0{seen[identity]}"
        yield hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]
