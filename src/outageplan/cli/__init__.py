"""The commands: the only room that reads arguments, files, the clock and the terminal, that prints and exits."""
