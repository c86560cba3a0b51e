"""Tests of the rules about what a notice leaves out."""
