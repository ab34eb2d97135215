"""What may not be asked is found however it is put; the same words about the work are not."""

import pytest

from bot.core.lint.barred import BARRED
from bot.core.lint.finding import Finding, hits


def barred(text: str) -> tuple[Finding, ...]:
    return hits(BARRED, text)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("How old are you?", "age"),
        ("What is your date of birth?", "age"),
        ("Candidates under 35", "age"),
        ("You must be aged 25 to 35", "age"),
        ("Young, dynamic colleagues wanted", "age"),
        ("When do you plan to retire?", "age"),
        ("A digital native", "age"),
        ("Recent graduate", "age"),
        ("In which year did you graduate?", "age"),
        ("What is your graduation year?", "age"),
        ("Class of 2024", "age"),
        ("Do you have any children?", "Family"),
        ("Do you plan to have children?", "Family"),
        ("Are you married or engaged?", "Family"),
        ("Who looks after your kids while you work?", "Family"),
        ("What does your husband think about the shifts?", "Family"),
        ("Are you planning to start a family?", "Family"),
        ("Are you pregnant?", "Pregnancy"),
        ("Have you taken maternity leave before?", "Pregnancy"),
        ("Do you have a disability?", "Health"),
        ("Do you have any health problems?", "Health"),
        ("Have you ever had a serious illness?", "Health"),
        ("How many sick days did you take last year?", "Health"),
        ("Are you on any medication?", "Health"),
        ("Able-bodied and in good health", "Health"),
        ("What’s your medical history?", "Health"),
        ("Which religious holidays do you observe?", "Religion"),
        ("Are you a practising Catholic?", "Religion"),
        ("What is your religion?", "Religion"),
        ("Where are you originally from?", "Origin"),
        ("Where were you born?", "Origin"),
        ("What is your nationality?", "Origin"),
        ("Are you a German citizen?", "Origin"),
        ("US citizens only", "Origin"),
        ("Native English speaker", "origin"),
        ("English without an accent", "origin"),
        ("Mother tongue German", "origin"),
        ("Are you a man or a woman?", "Gender"),
        ("What is your sexual orientation?", "Gender"),
        ("Female candidates preferred", "Gender"),
        ("Have you ever been a member of a trade union?", "Union"),
        ("Are you in a union?", "Union"),
        ("Who did you vote for?", "Union"),
        ("What was the reason for your military discharge?", "military"),
        ("Were you honourably discharged?", "military"),
        ("Have you ever been arrested?", "Arrests"),
        ("Do you have a criminal record?", "Arrests"),
        ("What is your current salary?", "earned"),
        ("How much do you make?", "earned"),
        ("How much did you earn there?", "earned"),
        ("Tell me about your salary history", "earned"),
        ("What is your postcode?", "nothing about the work"),
        ("Do you own a car?", "nothing about the work"),
        ("Send a photo of yourself", "nothing about the work"),
    ],
)
def test_what_may_not_be_asked_is_found_with_its_reason_and_another_wording(
    asked: str, why: str
) -> None:
    (finding, *_) = barred(asked)
    assert finding.barred
    assert why.casefold() in finding.why.casefold()
    assert finding.quote in asked
    assert finding.instead


@pytest.mark.parametrize(
    "asked",
    [
        "Safeguarding children, level 2",
        "Teaching children of five to eight",
        "Have you cared for patients with a chronic illness?",
        "Have you had a project that failed?",
        "Do you have children's wards among your clients?",
        "Experience of palliative care at home",
        "Male and female catheterisation",
        "Family planning clinics and antenatal care in pregnancy",
        "What was the age of the system you replaced?",
        "Works with young people in the community",
        "Mentoring recent graduates",
        "Are you at least 18?",
        "Are you allowed to work in Canada?",
        "Permission to work in Germany",
        "Cloud native platforms, native iOS apps",
        "German at B2, because briefings are in German",
        "Negotiating with a trade union",
        "Have you worked with unions on a rota?",
        "Planning the discharge of patients and writing discharge letters",
        "Payslips, salary bands and pay equity reporting",
        "How much did you make of it yourself?",
        "What did you make, and how much of it was yours?",
        "Health and safety at work; your health and safety duties",
        "Enhanced DBS check",
        "Clean extract from the criminal register",
        "Good eyesight, with glasses or without, checked at the medical",
        "Fit for climbing: you climb 90 metres with tools several times a week",
        "Religious education at secondary level",
        "Where did you find the fault, and how old was the machine?",
        "Mature platforms and mature cheese",
        "An event sold out under 30 minutes",
        "Keep response times under 50 ms",
        "Accents and dialogue coaching",
        "Single sign-on, race conditions, and the union of two data sets",
        "Are you comfortable with the shifts? What did your partner organisation do?",
        "Were you charged for the failure, and what did you do?",
        "Your own part: what did you do about disability access?",
    ],
)
def test_the_same_words_about_the_work_are_no_finding(asked: str) -> None:
    assert barred(asked) == ()


def test_a_long_text_is_read_in_no_time() -> None:
    assert barred("are you " * 20_000) == ()
