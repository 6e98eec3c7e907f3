"""English: why the disk refused."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.reasons import Reasons

WORDS = Reasons(
    known=(
        ("EBADF", "the output is closed"),
        ("ENOSPC", "the disk is full"),
        ("EDQUOT", "you have used up your space"),
        ("EFBIG", "the file must not grow larger"),
        ("EIO", "the disk answers with errors"),
        ("EROFS", "the disk is write-protected"),
        ("EACCES", "permission is missing"),
        ("EPERM", "permission is missing"),
        ("EHELD", "another program has the file open, or permission is missing"),
        ("ECLOUD", "the file is in the cloud and cannot be fetched: see that OneDrive is running"),
        ("ENOENT", "the folder is no longer there"),
        ("ENOTDIR", "it is not a folder"),
        ("EISDIR", "it is a folder"),
        ("EEXIST", "the name is taken"),
        ("ETIMEDOUT", "the folder does not answer"),
        ("ESTALE", "the network folder is gone"),
        ("EHOSTDOWN", "the network folder cannot be reached"),
        ("ENOTCONN", "the network folder cannot be reached"),
        ("ENETUNREACH", "the network cannot be reached"),
        ("EBUSY", "another program is using the file"),
        ("EAGAIN", "another program is using the file"),
        ("EMFILE", "too many files are open"),
        ("ENFILE", "too many files are open"),
        ("ENAMETOOLONG", "the name or the path is too long"),
        ("ELOOP", "a link leads round in a ring, or out of the folder"),
    ),
    unknown="error {symbol}",
)
