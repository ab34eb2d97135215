"""Measures search on a role brief: `python -m tests.bench.brief seeds/…md`, with a stock pipeline.

The questions are our own, written for the brief of an AI infrastructure architect, in other words
than the brief's where people would use others. Each names the lines that answer it.
"""

import argparse
from pathlib import Path

from retrieval.library import Library
from retrieval.open import open_encoder
from retrieval.passages import Document, Passage
from tests.bench.stock import stock_chroma

# Question | a part of each line that answers it, separated by ";".
QUESTIONS = """
How many years of experience do I need? | Experience Level
How senior does the person have to be? | Experience Level
What does it pay? | Min:; Median:; Max:; Salary Range
What is the lowest salary? | Min:
What is the top of the pay range? | Max:
What would a typical salary be? | Median:
Is there much demand for this job? | Market Demand
In which regions are companies hiring for this? | Market Demand
Do I need to know Terraform? | Tooling mastery
Which tools should I master? | Tooling mastery
Is ArgoCD used? | Tooling mastery
Do they use Kyverno? | Tooling mastery
Is TOGAF required? | Enterprise architecture frameworks
Do I have to know HIPAA? | Security and compliance architecture
Is knowledge of European AI regulation expected? | Security and compliance architecture
Do they want zero trust experience? | Security and compliance architecture
Do I need networking skills? | Multi-cloud/hybrid design
Will I need disaster recovery expertise? | Multi-cloud/hybrid design
Is GPU cost optimization part of the required skills? | FinOps practices
Do I need to know about total cost of ownership? | FinOps practices
Is RAG experience needed? | Architecture for LLM/RAG
Should I have worked with feature stores? | Architecture for LLM/RAG
Do I need streaming data experience? | Data architectures
Do I need to draw C4 diagrams? | Architecture communication
Must I be able to write business cases? | Architecture communication
Would publishing papers help? | Published thought leadership
Is speaking at conferences a plus? | Published thought leadership
Is healthcare experience an advantage? | Experience in regulated sectors
Does banking experience help? | Experience in regulated sectors
Is knowledge of green AI preferred? | Hands-on performance/finops
Is experience with TPUs nice to have? | Hands-on performance/finops
Does buying from vendors play a part? | Vendor evaluation
Is procurement experience useful? | Vendor evaluation
Should I know the technology radar? | Familiarity with innovation
Will I mentor other engineers? | Mentoring for senior; Drive architecture review boards
Would I lead review boards? | Drive architecture review boards; Facilitation of architecture
Do I write decision records? | Drive architecture review boards; Enterprise architecture
Who would I work with? | Partner with security; Change management
Do I work with the finance team? | Partner with security; Change management
Do I pick which new AI technologies to adopt? | Evaluate emerging AI
Will I make roadmaps? | Establish architecture roadmaps; Strategic planning
Is there conflict resolution to do? | Facilitation of architecture
Do I need to negotiate? | Executive presence
Do I need storytelling skills? | Executive presence
Do I talk to senior leadership? | Strategic planning
Is change management part of it? | Change management
What would I be responsible for on the platform? | Define end-to-end AI/ML
Do I have to show return on investment? | Translate business objectives; Ability to articulate ROI
Do I define the multi-cloud strategy? | Lead multi-cloud
Will I set guardrails for several teams? | Establish architecture roadmaps
"""


class Forgetful:
    """A store that keeps nothing."""

    def versions(self) -> dict[str, str]:
        """None."""
        return {}

    def put(self, documents: object) -> None:
        """Nothing is kept."""

    def load(self, document_id: str, stamp: str, count: int) -> None:
        """Nothing was kept."""

    def remove(self, document_ids: object) -> None:
        """Nothing to remove."""


def read_brief(path: Path) -> Document:
    """A Markdown brief, one passage a line, below its headings."""
    passages, section, subsection = [], "", ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        plain = line.strip().lstrip("-").replace("**", "").strip()
        if line.startswith("## "):
            section, subsection = plain.lstrip("# "), ""
        elif line.startswith("### "):
            subsection = plain.lstrip("# ")
        elif plain and not line.startswith("#"):
            heading = " › ".join(part for part in (section, subsection) if part)
            passages.append(Passage(f"L{number}", plain, heading, number))
    return Document(path.stem, "1", tuple(passages))


def questions() -> list[tuple[str, tuple[str, ...]]]:
    """Each question with the beginnings of the lines that answer it."""
    pairs = [line.split(" | ") for line in QUESTIONS.strip().splitlines()]
    return [
        (question, tuple(part.strip() for part in lines.split(";"))) for question, lines in pairs
    ]


def ranks(found: list[list[str]]) -> list[int]:
    """For each question, the place (from 0) of the first line that answers it; 99 if none."""
    return [
        next((at for at, text in enumerate(texts) if text.startswith(lines)), 99)
        for texts, (_, lines) in zip(found, questions(), strict=True)
    ]


def show(name: str, found: list[list[str]]) -> None:
    """Print one row."""
    places = ranks(found)
    hit1, hit5 = (sum(place < limit for place in places) / len(places) for limit in (1, 5))
    reciprocal = sum(1 / (place + 1) for place in places if place < 10) / len(places)
    print(f"{name:28}{hit1:7.2f} {hit5:7.2f} {reciprocal:7.2f}")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--missed", action="store_true", help="show what was not found first")
    arguments = parser.parse_args()
    brief, encoder = read_brief(arguments.path), open_encoder()
    library = Library(encoder, Forgetful())
    ours = [[hit.passage.text for hit in library.search(brief, q)] for q, _ in questions()]
    stock = stock_chroma(brief, encoder)
    theirs = [[one.page_content for one in stock.similarity_search(q, 10)] for q, _ in questions()]
    print(f"{len(brief.passages)} passages, {len(ours)} questions\n{'':28}  hit@1   hit@5  MRR@10")
    show("stock LangChain + Chroma", theirs)
    show("Rolecall", ours)
    if arguments.missed:
        for (question, _), texts, place in zip(questions(), ours, ranks(ours), strict=True):
            if place:
                print(f"{place:3} {question}\n      {texts[0]}")


if __name__ == "__main__":
    main()
