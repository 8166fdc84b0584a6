"""Archives of millions of pages: the same stages as for one file, on one machine or on a cluster.

`run.archive` is the whole of it. Nothing is imported here, so that the process that reads records loads what it needs.
"""
