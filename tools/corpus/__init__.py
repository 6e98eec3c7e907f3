"""Made-up discussions to try the program on: folders of believable Swedish evenings, the same for the same seed.

    python -m tools.corpus FOLDER --discussions 300 --seed 1

Whoever tests or measures what is done across discussions needs many that are unlike each other the way real ones are: a few
matters said in many words, some units that come back, hands, dissent, what was parked and what was said twice. Units, places
and people are invented. Which theme a note was made from is told to the caller (`Corpus.themes`) and stands in no file.
"""

from tools.corpus.folder import Corpus, generate

__all__ = ["Corpus", "generate"]
