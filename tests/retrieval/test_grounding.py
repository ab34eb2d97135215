"""What a text supports, and what a statement makes up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.grounding import same_but_for_a_slip, support, term_weights, unsupported
from retrieval.words import content_stems, words

SOURCE = (
    "Min: $165,000, max: $350,000+ in the US. Eight to twelve years with Terraform, Node.js, C++ "
    "and SOC2 at Nowhere Rock."
)


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("It pays $165,000 to $350,000.", ()),
        ("It pays 165k at least.", ()),
        ("It pays €165,000.", ("€",)),
        ("It pays $170,000.", ("170,000",)),
        ("You need 8 years.", ()),
        ("You need nine years.", ("nine",)),
        ("Terraform and node.js are used.", ()),
        ("Pulumi is used.", ("Pulumi",)),
        ("They use Pulumi and COBOL with C#.", ("Pulumi", "COBOL", "C#")),
        ("SOC1 is named.", ("SOC1",)),
        ("It is at Nowhere Hill.", ("Hill",)),
        ("It does. Yes, I think so.", ()),
        ("The US is named, IT is not.", ("IT",)),
        ("", ()),
    ],
)
def test_numbers_and_names_must_stand_in_a_source(statement: str, found: tuple[str, ...]) -> None:
    assert unsupported(statement, [SOURCE]) == found


def test_any_source_will_do_and_none_supports_nothing() -> None:
    assert unsupported("COBOL or Terraform", ["COBOL", SOURCE]) == ()
    assert unsupported("Terraform", []) == ("Terraform",)


@given(st.text())
def test_a_text_supports_itself(text: str) -> None:
    assert unsupported(text, [text]) == ()


@given(st.text())
def test_coverage_is_a_share_and_full_for_the_text_itself(text: str) -> None:
    found = support(text, text)
    assert found.coverage == (1.0 if words(text) else 0.0)
    assert found.missing == ()


def test_what_is_missing_is_named_as_it_was_asked() -> None:
    found = support("Is COBOL used with Terraform?", SOURCE)
    assert found.missing == ("COBOL", "used")
    assert 0 < found.coverage < 1


def test_telling_words_weigh_more() -> None:
    weight = term_weights(["the lamp burns", "the lamp is lit", "the lamp and the oar"])
    assert weight("oar") > weight("lamp")
    assert weight("cobol") > weight("oar")
    rare = support("oar lamp", "the lamp", weight)
    common = support("oar lamp", "the oar", weight)
    assert common.coverage > rare.coverage


def test_a_word_of_no_weight_is_left_out() -> None:
    found = support("Is Terraform used?", SOURCE, lambda stem: float(stem != "use"))
    assert (found.coverage, found.missing) == (1.0, ())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("teraform", "terraform", True),
        ("kubernets", "kubernetes", True),
        ("pyhton", "python", True),
        ("java", "lava", False),
        ("react", "reach", False),
        ("soc1", "soc2", False),
        ("rust", "trust", False),
        ("sales", "scale", False),
    ],
)
def test_a_typing_slip_is_forgiven_but_another_word_is_not(
    one: str, other: str, same: bool
) -> None:
    assert same_but_for_a_slip(one, other) is same
    assert same_but_for_a_slip(other, one) is same


def test_words_keep_names_of_tools_whole() -> None:
    text = "C++, C#, .NET and node.js for $165,000 in the U.S., v1.2 of CI/CD."
    found = " | ".join(word.text for word in words(text))
    assert found == (
        "C++ | C# | .NET | and | node.js | for | 165,000 | in | the | U.S. | v1.2 | of | CI | CD"
    )


def test_the_country_is_not_the_pronoun() -> None:
    assert content_stems("Tell us about the US and IT") == ["us", "it"]
    assert content_stems("mentoring mentors") == ["mentor", "mentor"]
