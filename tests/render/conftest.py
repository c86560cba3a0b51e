"""The bare environment of the tests of the commands, here too."""

from __future__ import annotations

from ..cli.conftest import bare_environment

__all__ = ["bare_environment"]
