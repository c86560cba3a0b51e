"""From plans and findings to text: pure functions that return strings or printable lines, and print nothing."""
