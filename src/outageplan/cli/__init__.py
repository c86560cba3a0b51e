"""The commands: the only room that reads arguments, files, the clock and the terminal, that prints and exits."""

import gc

# What the program loads and reads stays until it ends: looking for garbage in it finds none. Set before anything is
# loaded, which makes most objects of a short run.
gc.set_threshold(100_000, 20, 20)
