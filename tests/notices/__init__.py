"""The five notices, fact by fact, against what their sources say. The facts are written into the tests."""
