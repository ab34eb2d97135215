"""The words it knows: verbs of work, verbs that are nouns too, names, languages."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VERBS = _words(
    """
    adapt administer advise advocate analyse analyze apply arrange articulate assemble assess
    assist automate balance bring build calculate calibrate care carry champion check clean
    coach collaborate collect communicate complete conduct configure consult contribute control
    cook coordinate counsel create cultivate debug define deliver demonstrate deploy design
    develop devise diagnose direct document draft draw drive educate enable encourage enforce
    engage ensure establish estimate evaluate execute explain facilitate fix forecast foster
    gather generate give guide handle help identify implement improve influence inspect install
    instruct integrate interpret investigate keep lead lift listen maintain make manage measure
    mentor migrate model moderate monitor motivate name negotiate onboard operate optimise optimize
    orchestrate order organise organize oversee own perform persuade pilot pitch plan prepare
    present prioritise prioritize produce program promote provide read recognise recognize
    recommend reconcile recruit reduce repair report represent research resolve respond review
    run scale schedule secure sell serve set ship solve speak stay streamline supervise support
    take teach tell test think track train translate treat troubleshoot tune understand update
    use validate verify visit weld work write
    """
)
"""Base forms. `work` counts as a verb only where `ALSO_NOUNS` lets it."""

ALSO_NOUNS = _words(
    """
    advocate balance care carry check clean coach complete control cook design direct document
    draft draw drive estimate forecast guide help influence lead lift measure mentor model
    monitor name order own pilot pitch plan present produce program report research review scale
    schedule secure set ship stay support test track train treat tune update use visit work
    """
)
"""Words that are verbs only where an object, a "with" or another verb follows."""

IRREGULAR = {
    pair.partition("/")[0]: pair.partition("/")[2]
    for pair in _words(
        """
        built/built led/led taught/taught written/wrote run/ran made/made taken/took given/gave
        held/held kept/kept brought/brought grown/grew sold/sold set/set won/won driven/drove
        overseen/oversaw
        """
    )
}
"""Past participles that do not end in -ed, and their past tense."""

TONGUES = _words(
    """
    Arabic Bengali Cantonese Chinese Czech Danish Dutch English Finnish French German Greek Hebrew
    Hindi Hungarian Indonesian Irish Italian Japanese Korean Malay Mandarin Norwegian Polish
    Portuguese Punjabi Romanian Russian Spanish Swedish Tamil Thai Turkish Ukrainian Urdu Vietnamese
    Welsh
    """
)
"""Languages. A line that names one mostly asks for it."""

NAMES = _words(
    """
    airflow android angular ansible autocad azure bash blender bootstrap cassandra
    confluence crossplane databricks datadog django docker elasticsearch elixir erlang excel
    figma firebase flask flutter flux git google grafana hadoop haskell helm indesign istio java
    jenkins jira julia kafka keras kotlin kubernetes laravel linux looker matlab microsoft mongo
    nginx numpy oracle pandas perl photoshop postgres powerpoint prometheus pulumi
    python rails react redis revit ruby rust sage salesforce sap scala selenium sharepoint shopify
    siemens snowflake solidworks stata svelte tableau tensorflow terraform
    trello typescript unix vestas vue windows wordpress workday xero zendesk
    american australian british canadian european malaysian singapore swiss
    """
)
"""First words of a line that are names, in lower case: they keep their capital in a sentence."""

LONG_NAMES = ("power bi", "power query", "power automate", "six sigma", "lean six", "spring boot")
"""Names of several words whose first is none alone, in lower case."""

COMMON = _words(
    """
    a advanced all an basic big complex clear current daily deep everyday fast general good great
    high large low modern more multiple one other
    own production professional real safe several small some the two wide written
    """
)
"""First words of a line that are no names, whatever follows them."""
