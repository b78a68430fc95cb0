"""Words for kinds and numbers; labels that are no markup."""

import pytest

from dashboard.wording import kind_name, number_of, without_markdown
from extract.kind import Kind


def test_every_kind_has_a_name_of_its_own():
    assert len({kind_name(kind) for kind in Kind}) == len(Kind)
    assert kind_name(Kind.AID) == "Aid"
    assert kind_name(Kind.OTHER) == "Other"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (12_345, "12,345 claims")]
)
def test_numbers(count, words):
    assert number_of(count, "claim") == words


def test_markdown_is_only_signs():
    assert without_markdown("![x](y) :red[z]") == r"\!\[x\]\(y\) \:red\[z\]"
