"""What a kit asks: it reads well for every form a requirement comes in."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.kits.kit import make_kit
from bot.core.phrasing.forms import Deed, Done, Form, Topic, Whole, form
from bot.core.wording.asking import question
from tests.kits.written import MEASURED, ROLES, SNAPSHOTS, role, written


@pytest.mark.parametrize("name", ROLES)
def test_a_kit_is_as_it_was_read(name: str) -> None:
    assert written(make_kit(role(name))) == (SNAPSHOTS / f"{name}.md").read_text("utf-8")


FORMS: tuple[tuple[str, Form], ...] = (
    # Lead-ins, with a preposition, an -ing form, praise, years, or "you have".
    ("Experience building design systems.", Topic("building design systems")),
    ("Experience with Kubernetes", Topic("Kubernetes")),
    ("Proven track record of delivering projects on time", Topic("delivering projects on time")),
    ("Track record of growing accounts", Topic("growing accounts")),
    ("Strong experience in and knowledge of tax law", Topic("tax law")),
    ("5+ years of experience in payroll", Topic("payroll")),
    ("You have solid experience with Rust", Topic("Rust")),
    ("Must have experience leading a kitchen", Topic("leading a kitchen")),
    ("A good understanding of fire safety", Topic("fire safety")),
    ("Hands-on experience in wound care", Topic("wound care")),
    ("Experience as a shift lead", Topic("work as a shift lead")),
    ("Proficient in AutoCAD", Topic("AutoCAD")),
    ("Comfortable working at height", Topic("working at height")),
    ("Well versed in food law", Topic("food law")),
    ("Strong TypeScript and React", Topic("TypeScript and React")),
    # The same words behind the noun.
    ("Vendor evaluation and procurement experience", Topic("vendor evaluation and procurement")),
    ("Strong relational database skills (indexing)", Topic("relational database work (indexing)")),
    ("Tooling mastery: Terraform, Crossplane", Topic("tooling: Terraform, Crossplane")),
    ("Design with networking, identity, and DR expertise",
     Topic("design with networking, identity, and DR expertise")),
    # Noun and -ing phrases, lists in brackets.
    ("Clear record keeping", Topic("clear record keeping")),
    ("Frameworks (TOGAF, Zachman), ADR.", Topic("frameworks (TOGAF, Zachman), ADR")),
    ("Repairing lamps and lenses", Topic("repairing lamps and lenses")),
    ("Design systems", Topic("design systems")),
    ("Support tickets and their triage", Topic("support tickets and their triage")),
    # Names keep their capital.
    ("Excel pivot tables.", Topic("Excel pivot tables")),
    ("FinOps practices", Topic("FinOps practices")),
    ("Google Cloud networking", Topic("Google Cloud networking")),
    ("Some Figma, enough to help", Topic("some Figma, enough to help")),
    ("Large Kubernetes estates", Topic("large Kubernetes estates")),
    ("Access control and privacy", Topic("access control and privacy")),
    ("Knowing RxWorks.", Topic("RxWorks")),
    ("We need sound knowledge of European dress", Topic("European dress")),
    ("[x] Air brake systems, including ABS faults.",
     Topic("air brake systems, including ABS faults")),
    # Verbs: imperative, third person, ability.
    ("Design and run HTTP APIs in Go", Deed("design and run HTTP APIs in Go")),
    ("Develop seasonal desserts", Deed("develop seasonal desserts")),
    ("Lead a shift of 20 operatives", Deed("lead a shift of 20 operatives")),
    ("Runs and trains a brigade", Deed("run and train a brigade")),
    ("Controls food cost and waste", Deed("control food cost and waste")),
    ("Reconciles books and explains gaps", Deed("reconcile books and explain gaps")),
    ("Ability to articulate risk", Deed("articulate risk")),
    ("Able to prioritise own caseload", Deed("prioritise your own caseload")),
    ("You should be able to teach the course in full.", Deed("teach the course in full")),
    ("Must be able to lift 20 kg", Deed("lift 20 kg")),
    ("Having opened a new bakery.", Done("opened a new bakery")),
    ("Having led a team of five", Done("led a team of five")),
    ("We need someone who has taken a show to its opening night.",
     Done("took a show to its opening night")),
    ("Can draw the path of a card payment", Deed("draw the path of a card payment")),
    # What fits into no sentence is quoted.
    ("German at B2, as we speak it.", Whole("German at B2, as we speak it")),
    ("Clear written English", Whole("Clear written English")),
    ("A warehouse system; we run SAP.", Whole("A warehouse system; we run SAP")),
    ("We want a book; ours are old", Whole("We want a book; ours are old")),
    ("Two years on trucks after qualifying", Whole("Two years on trucks after qualifying")),
    ("Willingness to travel", Whole("Willingness to travel")),
    ("Ability to drive; we pay the lessons", Whole("Ability to drive; we pay the lessons")),
    ("A second language", Whole("A second language")),
    ("Diploma in accounting, or part-qualified", Whole("Diploma in accounting, or part-qualified")),
    ("You run what you build: on-call duty", Whole("You run what you build: on-call duty")),
    ("Safeguarding: recognises abuse", Whole("Safeguarding: recognises abuse")),
    ("Comfort with GraphQL or a burning wish to learn it",
     Whole("Comfort with GraphQL or a burning wish to learn it")),
)  # fmt: skip


@pytest.mark.parametrize(("criterion", "read"), FORMS, ids=[line for line, _ in FORMS])
def test_the_form_of_a_requirement(criterion: str, read: Form) -> None:
    assert form(criterion) == read


def test_each_form_has_its_question() -> None:
    asked = [question(line).partition(" What was")[0] for line in (
        "Experience building lamps", "Design the lamps", "Having lit a lamp", "Lamps; we love them"
    )]  # fmt: skip
    assert asked == [
        "Think of one piece of work that involved building lamps.",
        "Think of one time when you had to design the lamps.",
        "Think of one piece of work that involved having lit a lamp.",
        "The brief asks for this: “Lamps; we love them”. "
        "Think of one piece of work where it mattered.",
    ]


@pytest.mark.parametrize("name", [*ROLES, *MEASURED])
def test_every_question_of_every_brief_reads_well(name: str) -> None:
    """No doubled words or marks, no lead-in left over, and every bracket and quote closed."""
    for one in make_kit(role(name)).questions:
        asked = one.text
        assert not re.search(r"\b(\w+) \1\b", asked, re.IGNORECASE), asked
        assert not re.search(r"involved (?:experience|familiarity|knowledge|strong)\b", asked), (
            asked
        )
        assert not re.search(r"[,;:]\.|\.\.|  ", asked), asked
        assert asked.endswith(
            "What was the situation, what did you do yourself, and what came of it?"
        )
        assert asked.count("“") == asked.count("”")
        assert asked.count("(") == asked.count(")")


@given(st.text(max_size=200))
def test_any_words_have_a_question_that_holds_them(words: str) -> None:
    read = form(words)
    assert read.words in question(words)
    assert "\n" not in read.words
