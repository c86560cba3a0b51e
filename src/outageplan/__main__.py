"""`python -m outageplan`."""

from outageplan.cli.main import run

run()
