"""`python -m purport` is `purport`."""

from purport.cli import main

if __name__ == "__main__":
    main()
