"""Whether a ledger is what it says: every hash, offset and reference, looked at one by one.

What a program writes, it derives: ids and hashes from what they name, columns from the records beside them, the index
from the claims. All of that is derived once more here, and what is not the same is told. Rows stream past: of a ledger
of any size no more is held than a few numbers for each claim.
"""

from purport.ledger.checking.problem import Problem
from purport.ledger.checking.run import check

__all__ = ["Problem", "check"]
