"""What people ask about any job, as slots: how each is asked for, and which line fills it.

A question that asks for a slot is answered from a passage that fills the slot, or not at all.
`asks` is searched in the question, `fills` in "section: text" of a passage; both ignore case.
The order matters: the first slot that is asked for counts, so special ones stand before general.
"""

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Slot:
    """One thing people ask about a job. `name` completes "The brief does not say …"."""

    id: str
    name: str
    asks: str
    fills: str

    @cached_property
    def _asks(self) -> re.Pattern[str]:
        return re.compile(self.asks, re.IGNORECASE | re.VERBOSE)

    @cached_property
    def _fills(self) -> re.Pattern[str]:
        return re.compile(self.fills, re.IGNORECASE | re.VERBOSE)

    def asked_in(self, question: str) -> re.Match[str] | None:
        """Where the question asks for this slot."""
        return self._asks.search(question)

    def filled_by(self, section: str, text: str) -> bool:
        """Whether a passage fills this slot."""
        return self._fills.search(f"{section}: {text}") is not None


_MONEY = (
    r"(?:[£€$¥]|\b(?:usd|eur|gbp|cad|sgd|dkk|chf|aud|inr)\b|\bk\b)\s?\d|\d\s?(?:[£€%]|"
    r"percent|per\scent)"
)

SLOTS: tuple[Slot, ...] = (
    # Money beside the base pay
    Slot(
        "equity",
        "whether there is equity",
        r"\bequity|stock\b|stocks|\bshares\b|\bshare\soptions|\besops?\b|\brsus?\b",
        r"\bequity|stock\soptions|share\soptions|\besop|\brsu",
    ),
    Slot(
        "severance",
        "what severance there would be",
        r"severance|redundancy\s(?:pay|package)|laid\soff",
        r"severance|redundancy",
    ),
    Slot(
        "profit",
        "whether profit is shared",
        r"profit[\s-]?shar\w*|share\sof\sthe\sprofit",
        r"profit\sshare|profit-sharing",
    ),
    Slot(
        "signing",
        "whether there is a signing bonus",
        r"sign(?:ing|-on|\son)?[\s-]?(?:on\s)?bonus|golden\shello|welcome\sbonus",
        r"sign(?:ing|-on)[\s-]bonus",
    ),
    Slot(
        "month13",
        "whether there is a 13th month of pay",
        r"\b(?:13th|thirteenth|14th)\b|annual\swage\ssupplement|\baws\sbonus",
        r"13th|thirteenth|wage\ssupplement",
    ),
    Slot(
        "holiday_money",
        "whether there is holiday money",
        r"holiday\s(?:money|allowance|bonus)|urlaubsgeld|vacation\s(?:bonus|money)",
        r"holiday\s(?:money|allowance|bonus)|urlaubsgeld",
    ),
    Slot(
        "christmas",
        "whether there is a Christmas bonus",
        r"christmas\s(?:bonus|money|pay)|weihnachtsgeld|year[\s-]end\sbonus",
        r"christmas\sbonus|year-end\sbonus|weihnachtsgeld",
    ),
    Slot(
        "bonus",
        "whether there is a bonus",
        r"\bbonus(?:es)?\b|\bcommission\b|\bote\b|variable\spay|incentive\spay",
        r"\bbonus\b(?!\spoints)|\bcommission\b|\bote\b|variable\spay",
    ),
    Slot("tips", "how tips are shared", r"\btips?\b(?!\sfor)|gratuit\w+", r"\btips?\b|gratuit"),
    Slot(
        "overtime",
        "how overtime is handled",
        r"over[\s-]?time|extra\shours|long(?:er)?\shours",
        r"overtime",
    ),
    Slot(
        "raise",
        "how pay rises",
        r"pay\s(?:rise|raise|increase|review)s?|\braises?\b|salary\s(?:review|increase)|"
        r"(?:rate|pay|salary)\s(?:go|goes)\sup\s(?:each|every|per)|\bincrements?\b",
        r"pay\sreview|\braise\b|salary\sreview|reviewed\s(?:every|each|once)|increment",
    ),
    Slot(
        "net_pay",
        "the pay after tax",
        r"\b(?:net|after[\s-]tax|take[\s-]home)\b(?!work)",
        r"\bnet\s(?:pay|salary)|after\stax|take-home",
    ),
    Slot(
        "payday",
        "when pay is paid out",
        r"pay[\s-]?day|(?:when|which\sday|what\sday|"
        r"how\soften)\b.{0,40}\b(?:paid(?!\sout\sto)|money\sarrive|salary\sarrive|"
        r"wages\scome)|\b(?:money|salary|pay|wages?)\s(?:arrive|come|paid\s(?:weekly|"
        r"monthly|out|every))|paid\s(?:weekly|monthly|fortnightly|every)",
        r"(?<!get\s)\bpaid:?\s(?:on\sthe|every|each|weekly|monthly|fortnightly)|"
        r"payment\son\sthe|pay\s?day|paid\severy",
    ),
    # Time off and insurance
    Slot(
        "parental",
        "about parental leave",
        r"parental|maternity|paternity|new\s(?:parents?|mums?|dads?)|\bbaby\b|pregnan\w*",
        r"parental|maternity|paternity|new\sparent|\bparents:",
    ),
    Slot(
        "sick",
        "about sick pay",
        r"\bsick(?:ness)?\b|\bill(?:ness)?\b|get\shurt.{0,40}pays",
        r"\bsick\b|illness",
    ),
    Slot(
        "unpaid",
        "about unpaid leave or a sabbatical",
        r"sabbatical|unpaid\sleave|career\sbreak",
        r"sabbatical|unpaid\sleave|career\sbreak",
    ),
    Slot(
        "leave",
        "how much holiday there is",
        r"(?:annual|paid|personal)\sleave|\bleave\s(?:days|entitlement|allowance)|"
        r"days\soff\b(?!\sthe)|time\soff|holidays?\b(?!\s(?:money|supplement))|vacations?|"
        r"\bpto\b|days\sof\sleave|leave\sgo\sup",
        r"holidays?\b(?!\swork)|annual\sleave|vacation|days\s(?:of\sleave|plus)|time\soff|"
        r"\bleave:\s\d|\bleave\b(?=.{0,30}(?:taken|back))|no\sleave",
    ),
    Slot("dental", "about dental cover", r"\bdental|\bdentist|\bteeth", r"\bdental"),
    Slot(
        "eye",
        "about eye care",
        r"\beye(?:s|sight|\scare)?\b|\bglasses\b|\bvision\b|optical",
        r"\beye\b|glasses|\bvision\splan|optical",
    ),
    Slot(
        "life",
        "about life insurance",
        r"life\s(?:insurance|cover|assurance)|death\sin\sservice",
        r"life\s(?:insurance|assurance)|death\sin\sservice",
    ),
    Slot(
        "health",
        "about health insurance",
        r"health\s?(?:insurance|care|plan|cover)|medical\s(?:insurance|cover|plan|"
        r"benefits?)|\binsur(?:ed|ance)\b|private\smedical|\bmedicals?\splan",
        r"insurance|health\splan|medical:|private\smedical",
    ),
    Slot(
        "pension",
        "about a pension",
        r"pensions?|retirement|\b401\s?\(?k\)?|superannuation|provident",
        r"pension|retirement|401|superannuation|provident",
    ),
    Slot(
        "childcare",
        "about childcare",
        r"child\s?care|cr[eè]che|nursery|kindergarten",
        r"child\s?care|cr[eè]che|kindergarten",
    ),
    Slot(
        "gym",
        "about a gym",
        r"\bgym\b|fitness\b(?!\sfor)|sports?\s(?:club|benefit)|wellness",
        r"\bgym\b|fitness\s(?:club|studio)|wellness",
    ),
    Slot(
        "food",
        "about meals",
        r"\b(?:meals?|lunch(?:es)?|canteen|food\sprovided|free\sfood|snacks?|pantry|"
        r"breakfast|fed\b|cafeteria|dinner\sprovided|eat\b)",
        r"\bmeals?\b|canteen|\blunch\b|snacks|pantry|breakfast",
    ),
    Slot(
        "learning_money",
        "about a training budget",
        r"(?:training|learning|course|education|development|study|conference)\s?(?:budget|"
        r"money|allowance|funds?|days|leave|fees?)|(?:money|budget|pay|fund\w*)\s(?:for|"
        r"towards)\s(?:\w+\s){0,2}(?:courses?|training|learning|conferences?|exams?|papers|"
        r"qualifications?|study)|pay\sfor\s(?:my\s)?(?:\w+\s)?(?:papers|exams?|course)|"
        r"(?:courses?|classes)\spaid|professional\sdevelopment|study\sleave",
        r"(?:for|on)\s(?:courses|training|learning)|learning:|training\sbudget|course\sfee|"
        r"fees\spaid|study\s(?:leave|days)|exam\sfees|courses,?\swith",
    ),
    Slot("benefits", "which benefits there are", r"\b(?:benefits?|perks?)\b(?!\sfrom)", r"(?!)"),
    # Place and way of working
    Slot(
        "parking",
        "whether there is parking",
        r"\bparking\b|\bcar\s?park\b|park\smy|(?:leave|put)\smy\scar|\bgarage\b",
        r"\bparking\b|car\s?park",
    ),
    Slot(
        "relocation",
        "whether moving costs are paid",
        r"relocat\w*|moving\s(?:costs?|expenses?)|(?:help|pay).{0,30}\bmov(?:e|ing)\b|my\smove\b",
        r"relocat|moving\s(?:costs|expenses)|removal\scosts",
    ),
    Slot(
        "housing",
        "whether housing is offered",
        r"\bhousing\b|accommodation|\bflat\b|apartment|somewhere\sto\s(?:live|stay)|"
        r"place\sto\s(?:live|stay)|\blodging|\brooms?\sto\s(?:rent|let)",
        r"accommodation|\bhousing\b|rooms?\sto\slet|bed\spaid|live\son\sthe",
    ),
    Slot(
        "visa",
        "whether a visa or work permit is sponsored",
        r"\bvisas?\b|sponsor\w*|work\s?permits?|work\spass|\bh-?1b\b|green\scard|"
        r"right\sto\swork|(?:permission|allowed|eligible|authori[sz]ed)\sto\swork|"
        r"citizens?(?:hip)?\b|foreign(?:er)?s?\b|non-?eu\b",
        r"\bvisas?\b|sponsor|work\s?permit|work\spass|right\sto\swork|permission\sto\swork|"
        r"allowed\sto\swork|eu/eea|need\sno\spermit",
    ),
    Slot(
        "remote",
        "whether remote work is possible",
        r"\bremot\w+|work(?:ing)?\sfrom\s(?:home|anywhere|abroad|\w+\b(?!\s(?:home)))|"
        r"home\s?office(?!\s(?:budget|money|allowance))|\bwfh\b|hybrid|(?:days|"
        r"time)\s(?:at|from)\shome|do\sthis\sfrom|in[\s-](?:the\s)?office\s(?:days|"
        r"required|every)|on[\s-]?site|telework|work\sabroad|come\s(?:in|"
        r"into)\s(?:the\soffice)?",
        r"\bremote\b|hybrid|at\shome\b|in\sperson|from\shome|on-?site|anywhere\sin|"
        r"days\sin\sthe\soffice",
    ),
    Slot("floor", "the floor", r"\bfloor\b|\bstor(?:e?y|ies)\b", r"\blevel\s\d|\bfloor\b"),
    Slot(
        "transport",
        "how to get there",
        r"public\stransport|\bsubway|\bmetro\b|\btrains?\b(?!ing)|\bbus(?:es)?\b|\btram\b|"
        r"shuttle|get\s(?:to|there)|commut\w+|\bbike\b|\bcycl",
        r"\bmetro\b|s-bahn|\btrain\b|\bbus\b|shuttle|job\sticket|station|commut|on\sfoot",
    ),
    Slot(
        "travel",
        "how much travel there is",
        r"\btravel\w*|business\strips?|\btrips?\b|\bfly(?:ing)?\b|away\sfrom\shome",
        r"\btravel\b|visit\sa\syear|trips?\b|rotations\sa\syear|get-togethers|"
        r"meeting\spoint|home\svisits|miles",
    ),
    Slot(
        "place",
        "where the work is",
        r"(?:where|which\s(?:city|town|country|place|site|office|location)|what\s(?:city|"
        r"town|country|address|location))\b.{0,40}\b(?:job|work|role|office|based|located|"
        r"site|kitchen|school|warehouse|position|place|be\b|it\b|this|in\b|you)|"
        r"\baddress\b(?!\sof\smy)|\blocation\b|\bbased\sin\b|\bwhere'?s\s(?:the|it|this|"
        r"your)\b",
        r"\blocation:|\bsite:|\baddress|\bwhere:|\bis\sat\s\d|based\s(?:in|at)|street|"
        r"strasse|\brue\b|\broad\b,",
    ),
    # Hours
    Slot(
        "oncall",
        "whether there is on-call duty",
        r"on[\s-]?call|stand[\s-]?by|pagers?\b|out[\s-]of[\s-]hours",
        r"on[\s-]call|stand-?by|pager",
    ),
    Slot("nights", "about night work", r"\bnights?\b|overnight", r"\bnights?\b"),
    Slot(
        "weekend",
        "about weekend work",
        r"\bweekends?\b|saturdays?|sundays?",
        r"weekend|saturday|sunday",
    ),
    Slot("breaks", "about breaks", r"\bbreaks?\b", r"\bbreaks?\b"),
    Slot(
        "parttime",
        "whether part-time is possible",
        r"part[\s-]?tim\w+|fewer\shours|reduced\shours|job\s?share|four[\s-]day|4[\s-]day",
        r"part[\s-]?time|fewer\shours|\d(?:\.\d)?\sdays\b.{0,30}(?:yours|week)",
    ),
    Slot(
        "shifts",
        "the shifts",
        r"\bshifts?\b(?!\s(?:supervisor|lead|premium|allowance|supplement|differential))|"
        r"\brota\b|\broster\b|\brotation\b",
        r"\bshifts?\b|\brota\b|\bearly:|\blate:|rotation",
    ),
    Slot(
        "days",
        "which days are worked",
        r"(?:which|what)\s(?:week)?days\b|days\sof\sthe\sweek|weekdays",
        r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
    ),
    Slot(
        "hours",
        "the working hours",
        r"(?:how\smany|weekly|working|work|daily|office|what)\shours|hours\s(?:a|per|each|"
        r"of)\s(?:week|day|work)|hours\sa\sweek|\bhours\?|what\stime\b|(?:start|begin|"
        r"finish|end)\s(?:at|time)|flex(?:ible|i)?[\s-]?(?:time|hours|start)?|how\searly|"
        r"full[\s-]time",
        r"hours\s(?:a|per)\sweek|\bhours:|weekly\shours|\d{1,2}(?::\d\d|\s?a\.?m|\s?p\.?m)|"
        r"flexible|full[\s-]time|\bhours\b.{0,10}\d",
    ),
    # The contract
    Slot(
        "severity_of_notice",
        "the notice period",
        r"notice\s(?:period)?|\bgive\snotice|resign",
        r"\bnotice\b",
    ),
    Slot(
        "probation",
        "how long probation is",
        r"probation\w*|trial\speriod|probaton",
        r"probation|trial\speriod",
    ),
    Slot(
        "contract",
        "what kind of contract it is",
        r"\bpermanent|fixed[\s-]term|temporary|\bcontract\b(?!or)|seasonal|freelance|"
        r"employment\stype|(?:full|part)[\s-]time\sor|contract\sor\b",
        r"permanent|fixed\sterm|contract:|contract\b.{0,20}(?:months|years)|two\syears",
    ),
    Slot(
        "start",
        "when it starts",
        r"start(?:ing)?\s?date|when\b.{0,40}\b(?:start|begin|join)|(?:what|which)\sdate\b|"
        r"how\ssoon|(?:latest|earliest)\b.{0,20}\b(?:start|begin|join)|"
        r"start\b.{0,12}\b(?:on|in|by)\b|begin\b.{0,10}\bwork",
        r"\bstart:|\bstart\son|start\b.{0,20}20\d\d|from\s\d{1,2}\s\w+\s20\d\d|as\ssoon\sas",
    ),
    Slot(
        "openings",
        "how many openings there are",
        r"how\smany\s(?:\w+\s){0,3}(?:openings|positions|vacancies|places|posts|spots|"
        r"\w+\sare\syou\s(?:hiring|looking|recruiting))|number\sof\s(?:openings|positions|"
        r"vacancies)",
        r"openings|vacancies|places\sare\sfilled|positions:",
    ),
    # People
    Slot(
        "reports",
        "who reports to this role",
        r"direct\sreports?|report(?:s|ing)?\s(?:in)?to\s(?:me|them|this)|(?:people|staff|"
        r"team|crew|how\smany)\b.{0,40}(?:in\scharge|manage|lead|supervise|under\sme|"
        r"responsible\sfor)|\bmanage\b.{0,20}\bpeople|people\sunder",
        r"reports:|direct\sreports|leading\sa\steam|team\sof|you\s(?:would\s)?lead|managing\sa",
    ),
    Slot(
        "manager",
        "who the manager is",
        r"report\s(?:in)?to\b|(?:my|the|direct|line)\s(?:boss|manager|supervisor|lead|"
        r"line\smanager)\b|\bboss\b|who\b.{0,20}\bmanag(?:er|es)\b|who'?d\smanage|"
        r"answer\sto\b",
        r"report(?:s)?\sto|manager:|your\slead|closest\sleader|line\smanager",
    ),
    Slot(
        "team",
        "about the team",
        r"\bteam\b(?!s)|\bcolleagues?\b|\bco-?workers?\b|\bcrew\b|how\smany\speople|"
        r"(?:size|big)\b.{0,20}\b(?:team|department|crew|staff)|work\swith\b.{0,10}\bwho",
        r"team\sof|\bteam\b.{0,40}(?:nurses|people)|department\sof|crew\sof|third\s|"
        r"people\b.{0,20}building|\bnext\sto\b|\bwe\sare\s\d|leading\sa\steam",
    ),
    # Getting hired
    Slot(
        "deadline",
        "until when one can apply",
        r"deadline|clos(?:ing|e)\s?(?:date)?|apply\sby|(?:until|by)\swhen|last\sday\b|"
        r"when\b.{0,30}\b(?:close|apply|applications?|posting)|how\slong\b.{0,20}\bapply",
        r"deadline|closing\sdate|applications?\sclose|close\sthis\spost|\bby\s\d{1,2}\s\w+|"
        r"before\s\d{1,2}\s\w+|by\s(?:noon|midnight)",
    ),
    Slot(
        "hear",
        "when one hears back",
        r"hear\sback|when\b.{0,30}\b(?:know|hear|decision|answer|outcome|result)|"
        r"how\s(?:long|fast|soon|quick\w*)\b.{0,30}\b(?:hear|decision|answer|response|"
        r"offer|know|tak)|get\san?\s(?:answer|reply|decision)|\bfeedback\b",
        r"\banswer:|answer\swithin|outcome|hear\sby|offer\swithin|"
        r"within\s\w+\s(?:working\s)?days|usually\swithin|feedback",
    ),
    Slot(
        "rounds",
        "how many interview steps there are",
        r"how\smany\b.{0,20}\b(?:rounds|steps|stages|interviews)|number\sof\s(?:rounds|interviews)",
        r"(?!)",
    ),
    Slot(
        "process",
        "how people are chosen",
        r"(?:interview|hiring|application|selection|recruit\w+)\s(?:process|steps?|stages?|"
        r"rounds?|procedure)|(?:steps|stages|rounds)\b.{0,30}\b(?:hir|offer|interview|"
        r"process|there)|how\sdo\s(?:you|they|we)\s(?:hire|choose|select|recruit)|"
        r"walk\sme\sthrough|what\shappens\safter\si\sapply",
        r"(?!)",
    ),
    Slot(
        "documents",
        "what to send",
        r"what\b.{0,30}\b(?:send|submit|attach|papers|documents)|cover\sletter|\bcv\b|"
        r"\br[eé]sum[eé]\b|\bphoto\b|portfolio\b|how\s(?:do|can|should)\s(?:i|one|"
        r"people)\sapply|where\s(?:do|can|should)\si\s(?:apply|send)|referees?\b",
        r"\bcv\b|\bsend\b|cover\sletter|application\sform|photos?\b|\bapply\sin\b|referees|"
        r"personal\sstatement|our\swebsite",
    ),
    Slot(
        "references",
        "whether references are checked",
        r"\breferences?\b(?!\s(?:number|pattern|architect))|background\schecks?|\bdbs\b|"
        r"criminal|vetting",
        r"reference\schecks?|\bdbs\b|vetting|referees",
    ),
    Slot(
        "accommodations",
        "how adjustments are made",
        r"adjustment|wheelchair|disabilit\w+|accessib\w+\s(?:entrance|building|office)",
        r"adjustment|wheelchair|disabilit",
    ),
    # Requirements
    Slot(
        "degree",
        "whether a degree is needed",
        r"\bdegrees?\b|bachelor\w*|master'?s\b(?!\sof)|\bph\.?d\b|doctorate|\buniversity\b|"
        r"\bdiplomas?\b|\bcollege\b|\bgraduates?\b",
        r"\bdegrees?\b|bachelor|diploma|\bph\.?d\b|university",
    ),
    Slot(
        "drivers",
        "whether a driving licence is needed",
        r"driv(?:er|ing|er'?s|ers)\W{0,2}\s?licen[cs]e|\bdriv(?:e|ing)\b(?!\s(?:licen|"
        r"results|adoption))|own\scar|need\sa\scar|\bcar\b(?!e)",
        r"driving\slicen[cs]e|driver'?s\slicen[cs]e|pool\scars?|own\scar",
    ),
    Slot(
        "age",
        "about age",
        r"\bage\b|too\sold|too\syoung|\bi'?m\s\d\d\b(?!\s?(?:k|years\sin))|i\sturn\s\d\d|"
        r"years\sold",
        r"\bage\b|years\sold",
    ),
    Slot(
        "years",
        "how many years of experience are wanted",
        r"(?:how\s(?:many|much)|\d+|minimum|enough|many|"
        r"number\sof)\W+(?:\w+\W+){0,2}(?:years?|yrs?|experiance|experience)\b|"
        r"years\sof\s(?:experience|work)|\b(?:experience|seniority)\slevel|how\s(?:senior|"
        r"experienced)|newly\squalified|(?:fresh|new)\sgraduate|entry[\s-]level|\bjunior\b",
        r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|"
        r"ten)\+?(?:\s?[-–to]+\s?\d+)?\+?\s(?:or\smore\s)?(?:years?|"
        r"months'?)\b(?!\s(?:after|fully))|\d\+\syears|years\sor\smore|newly\squalified|"
        r"mid\sto\ssenior",
    ),
    # The firm and its things
    Slot(
        "uniform",
        "what clothing is provided",
        r"uniforms?|\bclothes|clothing|\bboots?\b|\bshoes\b|\bjackets?\b|\baprons?\b|"
        r"\bwhites\b|trousers|dress\scode|\bppe\b|safety\s(?:gear|shoes|equipment)|"
        r"\bharness|\bhelmet|laundry|\bgloves",
        r"uniform|safety\sshoes|jacket|apron|tunic|harness|helmet|gloves|\bvest\b",
    ),
    Slot(
        "equipment",
        "what equipment is provided",
        r"\blaptops?\b|\bequipment\b|\bcomputers?\b|\bphone\b(?!\s(?:call|interview))|"
        r"\btablets?\b|\bscreen|monitor\b|\bmac\b|macbook|\bhardware\b|"
        r"\bdesk\b(?!\b.{0,10}in\sthe)|\bknives\b|\btools?\sprovided|\bkit\b",
        r"laptop|equipment|tablet\b|second\sscreen|\bkit:|knives|\bphone\sand|desk",
    ),
    Slot(
        "company",
        "which company it is",
        r"(?:which|what|who)\b.{0,20}\b(?:company|employer|firm|organi[sz]ation)\b|"
        r"who\b.{0,15}\bhiring\b|what\sdoes\s(?:the\s)?(?:company|firm|employer|"
        r"\w+)\s(?:do|make|move|sell|build)\b",
        r"\b(?:employer|company):|we(?:'re|\sare)\s|\bruns?\b|\blooks\safter|\bmoves\b|"
        r"we\s(?:run|build)|restaurant\swith",
    ),
    Slot(
        "size",
        "how large the company is",
        r"how\s(?:big|large)\b.{0,30}\b(?:company|firm|organi[sz]ation|school|site|you)|"
        r"how\smany\s(?:employees|staff|people\swork|people\semploy|colleagues)|headcount",
        r"\b\d[\d,]*\s(?:people|employees|staff|students|technicians)|we\sare\s\d+",
    ),
    Slot(
        "revenue",
        "what the company earns",
        r"revenue|turnover|profitable|funding|investors?|listed\son|stock\sexchange|\bipo\b",
        r"revenue|turnover|profitable|investor|bootstrapped",
    ),
    Slot(
        "why_open",
        "why the role is open",
        r"why\b.{0,40}\b(?:open|vacan|hiring|job|role|position|leave|left|quit)|"
        r"predecessor|last\sperson|previous\s(?:person|holder)|replac(?:e|ing|"
        r"ement)\s(?:for|of|some)",
        r"moving\sback|replacement|career\sbreak|new\s(?:post|role|position)\b|\bleaving\b|"
        r"predecessor|last\sholder",
    ),
    Slot(
        "union",
        "about a union or collective agreement",
        r"\bunions?\b|works\scouncil|collective\s(?:agreement|bargain)|betriebsrat|tarif",
        r"\bunion\b|works\scouncil|collective\sagreement",
    ),
    Slot(
        "reference_number",
        "the reference number",
        r"(?:reference|requisition|job)\s(?:number|no\b|id|code)",
        r"\breference:",
    ),
    Slot(
        "email",
        "a mail address or phone number",
        r"e-?mail\b|phone\snumber|contact\sdetails|telephone",
        r"@|telephone|phone\snumber|extension\s\d",
    ),
    # Base pay last: many of the words above also name money
    Slot(
        "pay",
        "what it pays",
        r"salar(?:y|ies)|slary|\bpay(?:s|ing|rate)?\b(?!\sfor|\sthe|\sattention)|"
        r"\bwages?\b|\bearn(?:s|ing|ings)?\b|compensation|\bcomp\b|remunerat\w+|(?:hourly|"
        r"day|base)\srate|\brates?\b(?=.{0,12}\b(?:hour|day)|\?)|money\b|\bpay\s(?:range|"
        r"band|grade|scale)|\bband\b|how\smuch\b(?!\s(?:travel|of|time|experience|leave|"
        r"holiday|notice|parental|vacation))|\b\d{2,3}k\b|what'?s\sit\spay|\brange\b",
        r"(?!)",
    ),
)
BY_ID = {slot.id: slot for slot in SLOTS}
