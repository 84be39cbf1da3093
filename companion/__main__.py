"""Lets `python -m companion` be the same command as `forepost`."""

from companion.cli import main

main()
