"""Side-by-side measurements of the program, its peers and the floors that nothing can go below.

Not part of the wheel. Run as ``python -m benchmarks``; see README.md here for how to read the table.
The end-to-end tests borrow `benchmarks.terminal`, so that the program is driven and read in one way only.
"""
