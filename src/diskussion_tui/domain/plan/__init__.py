"""The run of show: what is planned, what has been used, and how the evening stands. Pure: every time is handed in.

`show` puts the session's own plan over the workbook's, `fit` deals out minutes, `standing` says how it all stands now, `clock`
and `changes` make the versions, and `habits` reads how earlier discussions went. One arithmetic for the header, the run of
show on the screen, the shell and the summary, so that no two of them tell different ends.
"""
