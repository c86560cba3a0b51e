"""Notices: from YAML text to a frozen model, with every problem told with its place."""
