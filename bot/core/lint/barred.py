"""What may not be asked or decide because it is about who somebody is, or stands for it.

A union of what anti-discrimination law bars or advises against before an offer: the Equality Act
2010 (its section 60 for health), Title VII, the ADA, the ADEA and the EEOC's guidance on inquiries
before employment, the German AGG and the directive 2000/78/EC. It is stricter than some places
need, and no legal advice.

The phrases speak about the person (“do you have children”), never about the work (“teaching
children of five to eight”).
"""

from bot.core.lint.finding import Rule, rule
from bot.core.lint.private import PRIVATE

_GRADUATE = r"(?:recent|new|fresh)(?: college| school| university)? grad(?:uate)?s?"
_FAITH = r"(?:christian|catholic|protestant|muslim|jewish|jew|hindu|sikh|buddhist|atheist)"
_ILL = (
    r"(?:disabilit\w+|illness\w*|impairments?|diseases?|allerg\w+|"
    r"(?:(?:mental )?health|medical) (?:problem|issue|condition)s?)"
)

_AGE = rule(
    r"""
    how old (?:are|were) you
    your(?: own)? (?:age|birthday|birth ?date|year of birth)
    date of birth
    (?:when|what year|in (?:what|which) year) were you born
    (?:max(?:imum)?\.?|upper) age
    age limit
    (?:candidates?|applicants?|you|be) (?:are |is )?(?:aged |(?:aged )?between )\d\d
    (?:candidates?|applicants?|you|be|are) (?:under|below|younger than) \d\d(?! (?:percent|hours|minutes))
    (?:younger|no older|not older) than \d\d
    (?:under|below|up to|between \d\d and) \d\d years (?:old|of age)
    ^(?:aged )?(?:under|below) \d\d years
    when do you (?:plan|intend|want|hope|expect) to retire
    your (?:plans for )?retirement
    young(?:,| and| &)? (?:dynamic|energetic|motivated|hungry|fresh|talented)
    young (?:professionals?|graduates?|talents?|blood|team)
    youthful
    """,
    "It asks for age or stands for it, and age may not decide.",
    "Name the skill or the years of work that are needed; for a legal least age, ask “Are you at "
    "least 18?”",
    barred=True,
)
_AGE_PROXIES = rule(
    rf"""
    digital natives?
    ^(?:an? )?{_GRADUATE}
    (?:be|are|is)(?: an?)? {_GRADUATE}
    fresh out of (?:college|school|university)
    (?:when|(?:in )?(?:what|which) year) did you (?:graduate|(?:leave|finish) (?:school|college|university))
    graduation (?:year|date)
    year of(?: your)? graduation
    (?:class of|graduated (?:in|after|since)) (?:19|20)\d\d
    mature (?:candidate|applicant|person|individual)s?
    """,
    "It stands for age, which may not decide.",
    "Name the skill or the years of work that are needed.",
    barred=True,
)
_FAMILY = rule(
    r"""
    marital status
    maiden name
    unmarried
    your (?:husband|wife|spouse|fianc[eé]e?|boyfriend|girlfriend|kids|children)
    your family (?:plans?|status|situation|life|commitments?|obligations?)
    what does your partner (?:do|think|say)
    are you(?: currently)? (?:married|single|divorced|engaged|widowed)END
    are you an? (?:single )?(?:parent|mother|father|mum|mom|dad)END
    (?:do|will|would) you(?: already| currently)? (?:have|want|plan)(?: to have| on having)?(?: any| young| small| more)* (?:children|kids|dependants|dependents|babies|a family|a baby)(?!')
    have you(?: got)?(?: any)? (?:children|kids|dependants|dependents)
    are you planning(?: to have| on having)?(?: any| more)? (?:children|kids|a family|a baby)
    how many (?:children|kids|dependants|dependents) do you have
    (?:start|starting|plan|planning) (?:a|your) family
    (?:no|without|free of) (?:children|kids|dependants|family (?:ties|commitments|obligations))END
    your child ?care
    child ?care arrangements
    who (?:looks after|takes care of|minds) your
    """,
    "Family and marriage may not be asked about or decide.",
    "Say what the job needs of everybody, such as its hours or travel, and ask whether that works.",
    barred=True,
)
_PREGNANCY = rule(
    r"""
    (?:are|were|will) you(?: be)?(?: currently)? (?:pregnant|expecting(?: a (?:baby|child))?)END
    (?:become|becoming|get|getting) pregnant
    not(?: be)? pregnant
    your pregnanc\w+
    (?:have you taken|will you take|are you (?:on|planning)|do you plan)(?: to take)?(?: any)? (?:maternity|paternity|parental) leave
    """,
    "Pregnancy and parental leave may not be asked about or decide.",
    "Leave it out.",
    barred=True,
)
_HEALTH = rule(
    rf"""
    able[- ]bodied
    (?:do|did) you(?: currently| ever| also)? (?:have|suffer from|live with)(?: any| an?| some)?(?: known| serious| chronic)* {_ILL}
    have you(?: ever)? (?:had|suffered from)(?: any| an?)?(?: serious| mental| long)* (?:{_ILL}|surgery|operations?|injur\w+|depression|burn ?out)END
    have you(?: ever)? been (?:diagnosed|hospitali[sz]ed|in hospital|in rehab|off sick)
    are you(?: currently)? (?:disabled|healthy|ill|sick|in good health|physically fit)END
    are you(?: currently)? (?:on|taking)(?: any)? (?:medication|medicines?|drugs)
    your(?: own)? (?:health(?! (?:and|cent|visit|board|service|care))|disabilit\w+|medication)
    your medical (?:history|record|condition)s?
    your sick(?:ness)? (?:days|leave|record)
    how (?:many|often).{{0,25}} (?:sick days|off sick|were you (?:sick|ill))
    (?:good|perfect|excellent)(?: physical| general)? healthEND
    (?:no|without)(?: any)? (?:disabilit\w+|(?:health|medical) (?:problem|issue|condition)s?)
    workers'? compensation claims?
    do you (?:smoke|drink(?: alcohol)?)END
    clean bill of health
    """,
    "Health and disability may not be asked about before an offer.",
    "Name the task: “Can you do this, with or without adjustments: lift 20 kg?”",
    barred=True,
)
_RELIGION = rule(
    rf"""
    your (?:religion|religious \w+|faith|church|mosque|synagogue)
    what religion
    are you(?: an?)?(?: practi[sc]ing)? (?:{_FAITH}|religious|baptised)END
    do you (?:pray|(?:go to|attend) church|believe in god|wear a (?:headscarf|hijab|turban))
    (?:which|what) religious holidays
    practi[sc]ing {_FAITH}s?
    {_FAITH}s? (?:only|candidates?|applicants?|preferred)
    """,
    "Religion may not be asked about or decide.",
    "Say which hours the job needs, and ask whether they work.",
    barred=True,
)
_ORIGIN = rule(
    r"""
    where (?:are|were) you(?: originally| really)? (?:from|born)
    where do you(?: originally| really)? come from
    your (?:nationality|ethnic\w*|skin colou?r|mother tongue|place of birth|birth ?place|citizenship)
    your (?:national origin|ancestry|caste|accent|parents|native (?:language|country))
    your raceEND
    your country of (?:origin|birth)
    place of birth
    are you(?: an?| of)?(?: us| u\.s\.| american| british| uk| german| french| canadian| eu| swiss)* (?:citizen|immigrant|foreigner|native)
    (?:citizens?|nationals?|locals?) only
    (?:holds?|of|with)(?: \w+)? nationality
    """,
    "Origin, nationality and race may not be asked about or decide.",
    "Ask what the job needs: “Are you allowed to work in …?”",
    barred=True,
)
_LANGUAGE_PROXIES = rule(
    r"""
    native(?: \w+)? speakers?
    (?:native|mother)[- ]tongue
    native[- ]level
    (?:native|first) language (?:is|must|should)
    accent[- ]free
    (?:without|no)(?: an?| any)?(?: \w+)? accent
    where did you learn(?: your)? (?:english|german|french|spanish)
    """,
    "It shuts people out by origin; the job needs a level of the language.",
    "Give the level, for example “English at C1”.",
    barred=True,
)
_GENDER = rule(
    r"""
    your (?:gender|sex|sexual (?:orientation|preference)|sexuality|pronouns?)
    are you(?: an?)? (?:man|woman|male|female|gay|lesbian|straight|bisexual|heterosexual|homosexual|transgender|trans)END
    (?:male|female|men|women|ladies|gentlemen)s? (?:only|preferred|candidates?|applicants?)
    (?:only|must be|should be|ideally)(?: an?)? (?:male|female|man|woman)END
    """,
    "Gender and orientation may not be asked about or decide.",
    "Leave it out.",
    barred=True,
)

BARRED: tuple[Rule, ...] = (
    _AGE,
    _AGE_PROXIES,
    _FAMILY,
    _PREGNANCY,
    _HEALTH,
    _RELIGION,
    _ORIGIN,
    _LANGUAGE_PROXIES,
    _GENDER,
    *PRIVATE,
)
"""Never asked: a kit that holds such words is not signed off."""
