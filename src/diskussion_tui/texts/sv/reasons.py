"""Swedish: why the disk refused."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.reasons import Reasons

WORDS = Reasons(
    known=(
        ("EBADF", "utdata är stängd"),
        ("ENOSPC", "disken är full"),
        ("EDQUOT", "utrymmet du har är slut"),
        ("EFBIG", "filen får inte bli större"),
        ("EIO", "disken svarar med fel"),
        ("EROFS", "disken är skrivskyddad"),
        ("EACCES", "rättighet saknas"),
        ("EPERM", "rättighet saknas"),
        ("EHELD", "ett annat program har filen öppen, eller rättighet saknas"),
        ("ECLOUD", "filen ligger i molnet och går inte att hämta: se efter att OneDrive är igång"),
        ("ENOENT", "mappen finns inte längre"),
        ("ENOTDIR", "det är ingen mapp"),
        ("EISDIR", "det är en mapp"),
        ("EEXIST", "namnet är upptaget"),
        ("ETIMEDOUT", "mappen svarar inte"),
        ("ESTALE", "nätverksmappen har försvunnit"),
        ("EHOSTDOWN", "nätverksmappen går inte att nå"),
        ("ENOTCONN", "nätverksmappen går inte att nå"),
        ("ENETUNREACH", "nätverket går inte att nå"),
        ("EBUSY", "filen används av ett annat program"),
        ("EAGAIN", "filen används av ett annat program"),
        ("EMFILE", "för många filer är öppna"),
        ("ENFILE", "för många filer är öppna"),
        ("ENAMETOOLONG", "namnet eller sökvägen är för lång"),
        ("ELOOP", "en länk leder runt i ring, eller ut ur mappen"),
    ),
    unknown="felet {symbol}",
)
