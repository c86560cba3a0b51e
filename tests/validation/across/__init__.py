"""Tests of the rules that look at all notices at once."""
