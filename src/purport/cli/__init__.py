"""The command line. Whatever is heavy is imported by the command that needs it."""

from purport.cli.program import app, main, run

__all__ = ["app", "main", "run"]
