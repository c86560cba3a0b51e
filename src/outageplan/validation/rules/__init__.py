"""The rules, a file each, in families by the first digit of their codes."""
