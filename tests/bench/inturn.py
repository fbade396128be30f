# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT
"""What is compared is measured in turn, A B A B …, so that a machine that slows down slows down both.

What counts is the median of the ratios of the pairs. Their spread says how far it can be believed: on
a machine that does something else as well the pairs differ, and a row says so.
"""

import statistics
import sys

# Above it the middle half of the pairs lies further apart than what one wants to see.
BELIEVABLE = 1.25

unbelievable = []


def is_quick():
    """--quick is taken from the arguments: fewer rounds of less, for a look and not for figures."""
    if "--quick" in sys.argv:
        sys.argv.remove("--quick")
        return True
    return False


def in_turn(rounds, works):
    """works: name → function without arguments. name → what it gave in each round, after one round
    that only fills the caches."""
    given = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            value = work()
            if turn > 0:
                given[name].append(value)
    return given


class Ratio:
    """Of the pairs of two lists that were measured in turn."""

    def __init__(self, ours, theirs):
        ratios = sorted(our / their for our, their in zip(ours, theirs, strict=True))
        self.median = statistics.median(ratios)
        self.least, self.most = ratios[0], ratios[-1]
        quarter = len(ratios) // 4
        self.is_believable = ratios[-1 - quarter] / ratios[quarter] <= BELIEVABLE

    def told(self, what):
        """The ratio in words; what: the row, for the list of those that were not believable."""
        text = f"{self.median:.2f} × ({self.least:.2f} to {self.most:.2f})"
        if self.is_believable:
            return text
        unbelievable.append(what)
        return text + " — NOISY"


def tell_noise():
    if unbelievable:
        print("\nThe machine was too busy to believe the rows marked NOISY, where like pairs differ by "
              f"more than {BELIEVABLE - 1:.0%}. Measure again when nothing else runs.")
