"""Loads what every text needs, once, before the processes part that need it: they share its memory then."""

import gc

from extract.read.documents import make_source
from extract.read.pieces import Text
from extract.work import analysed

analysed((), make_source(Text("On 17 January 2025 the President met the Prime Minister."), "warm"))
gc.freeze()  # what is looked at for collection is no longer shared
