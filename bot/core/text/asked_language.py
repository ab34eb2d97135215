"""Whether a question is in a language the bot does not read: by script, or by its words.

Questions are short, so the words that ask and the words of job talk count, not the small ones
alone. Conservative: one plainly English word more, and a question is English; a name, a product or
a word that the brief holds says nothing. Words that are English words too ("come", "comment",
"hay", "sale"), or slips of English ones ("wat", "wer", "wanna"), are in no list.
"""

import re
from collections.abc import Collection

from bot.core.text.language import foreign, in_latin_letters, small_words

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def _listed(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words))


_ENGLISH = _listed(
    """
    the and what what's which who who's why when where how how's are does did doesn't don't didn't
    there there's they you you're your with it it's this that these those would could should have
    has be been any anything much many long often if by from not than too about between or as their
    salary pay paid pays work working works required require requirement requirements need needed
    needs years year skill skills benefits hours days weeks months company experience apply tell
    give show list please explain know want wanted ask earn learn travel office holiday holidays
    degree people contract language languages start interview must use who'd what'll
    """
)
_GERMAN = _listed(
    """
    wieviel wieviele welche welcher welches welchen warum wieso weshalb womit worum kostet gehalt
    gehälter lohn verdiene verdienen verdient bezahlung vergütung urlaub urlaubstage urlaubstag
    arbeitszeit arbeitszeiten arbeitsort arbeite arbeiten arbeitet stelle stellen bewerben bewerbung
    bewerbe anforderungen voraussetzungen kenntnisse erfahrung erfahrungen aufgaben kann kannst
    können könnte muss müssen brauche braucht brauchen gibt gibts möglich ich nicht wird werden habe
    haben sind ihr euch unternehmen firma befristet unbefristet vertrag probezeit hoch viele sprache
    sprachen deutsch englisch führerschein dienstwagen teilzeit vollzeit zwischen über für pflicht
    """
)
_DUTCH = _listed(
    """
    hoeveel waarom wanneer waar welke salaris verdien verdient verdienen werken werkt vacature
    vakantie vakantiedagen thuiswerken ervaring nodig moet moeten heb hebben heeft kunnen mogelijk
    solliciteren bedrijf jullie wordt
    """
)
_SPANISH = _listed(
    """
    cuál cuáles cuánto cuántos cuánta cuántas cuanto cuantos cuantas cómo dónde qué quién quiénes
    salario sueldo trabajar trabajo trabaja empleo vacaciones horario requisitos puesto experiencia
    necesito necesita necesario hace paga pagan puedo puede empresa equipo idiomas beneficios
    jornada remoto presencial estudios piden contrato cual quien desde años días ofrecen obligatorio
    """
)
_PORTUGUESE = _listed(
    """
    qual quais quanto quanta quantos quantas onde porquê salário trabalhar trabalho férias horário
    requisitos experiência preciso precisa empresa equipe benefícios posso pode existe vaga são há
    anos dias remuneração
    """
)
_FRENCH = _listed(
    """
    quel quelle quels quelles combien pourquoi où quand qui salaire rémunération poste travailler
    travail télétravail congés horaires expérience compétences exigences entreprise équipe faut dois
    puis peut peux êtes c'est qu'est avez nécessaire requis embauche proposez
    """
)
_ITALIAN = _listed(
    """
    quanto quanti quante quale quali stipendio retribuzione richiesta laurea lavorare lavoro lavora
    ferie orario orari requisiti esperienza azienda squadra serve servono posso può c'è sono sede
    necessario necessaria contratto colloquio quant'è qual'è
    """
)
_NORDIC = _listed(
    """
    vad varför vilka vilken vilket lön lønn løn semester arbetstid arbeta jobba krävs hvad hvor
    hvorfor hvilke hvilken hva mye meget arbejde arbeide jobbe ferie arbejdstid kræves kreves mycket
    många måste behöver skal jeg har jobbet kørekort kvalifikationer erfarenhet erfaring mitä missä
    miksi paljonko kuinka palkka palkkaa työ työtä työaika lomaa onko voiko ajokortti tarvitaanko
    """
)
_SLAVIC = _listed(
    """
    jakie jaka jaki ile czy gdzie dlaczego kiedy wynosi wynagrodzenie zarobki pensja praca pracy
    pracować urlop wymagania doświadczenie stanowisko potrzebne zdalnie umowa jaký jaká jaké kolik
    kde proč kdy plat práce dovolená požadavky zkušenosti můžu koliko kako gdje zašto plata plaća
    radno
    """
)
_OTHERS = _listed(
    """
    maaş maaşı nedir nasıl kaç nerede neden çalışma çalışmak tecrübe gerekli izin mı mü cât câte
    unde când salariul salariu este muncă experiență concediu cerințe mennyi milyen miért mikor
    fizetés munka munkaidő szabadság tapasztalat iroda berapa gaji gajinya apa apakah bagaimana
    dimana kapan bekerja kerja pengalaman cuti syarat persyaratan lương nhiêu làm việc là gì kinh
    nghiệm được không yêu cầu magkano sahod ano saan trabaho paano mshahara gani kazi wapi nini
    """
)
_ASKING = (
    _GERMAN | _DUTCH | _SPANISH | _PORTUGUESE | _FRENCH | _ITALIAN | _NORDIC | _SLAVIC | _OTHERS
)
"""Words that ask, and words of job talk: one of them tells, where no word is English."""
_SMALL = small_words() | _listed(
    "wie wo wer wann zum zur am auf bei está esta um dos das pour par dans ce cette il y med til "
    "jest az su al"
)
_MARKS = re.compile("[¿¡]")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u2c00-\ua71f\ua800-\uab2f\uabc0-\ufaff]{3,}")
_ACCENTED = re.compile("[à-öø-ÿāăąćčďđęěğıłńňœőřśşšťůűźżžșțơư\u1ea0-\u1ef9]")
_LOANS = _listed(
    "café cafés résumé résumés naïve façade crèche crème brûlée purée pâté pâtisserie pâtissier "
    "sauté sautéed flambé soufflé éclair éclairs entrée entrées protégé exposé fiancé décor"
)
"""English has these accents, too."""
_FEWEST_WORDS = 3
"""In a question of so many words and no English one, a lower-case word with an accent tells."""
_FEWEST_SMALL = 2
_SHORT = 8
"""In a question of at most so many words, two different small words tell."""


def foreign_question(question: str, known: Collection[str] = ()) -> bool:
    """Whether a question is, for the most part, in another language than English.

    `known` are lower-case words that say nothing here: those of the brief that is asked about.
    """
    words = [word.casefold() for word in _WORD.findall(question.replace("’", "'"))]
    english = sum(word in _ENGLISH for word in words)
    if not in_latin_letters(question):
        return True
    strange = [word for word in words if word not in known and word not in _ENGLISH]
    telling = sum(word in _ASKING or _OTHER_SCRIPT.search(word) is not None for word in strange)
    small = sum(word in _SMALL and word not in _ASKING for word in strange)
    telling += bool(_MARKS.search(question))
    if english:
        return telling > 0 and telling + small > 2 * english
    accented = len(words) >= _FEWEST_WORDS and _has_accent(question, known)
    several = len({word for word in strange if word in _SMALL}) >= _FEWEST_SMALL
    return telling > 0 or accented or (several and len(words) <= _SHORT) or foreign(question)


def _has_accent(question: str, known: Collection[str]) -> bool:
    """Whether a word that is no name and not the brief's own is written with an accent."""
    first, *others = _WORD.findall(question.replace("’", "'"))
    plain = (first.casefold(), *(word for word in others if word.islower()))
    return any(
        _ACCENTED.search(word) and word not in _LOANS and word not in known for word in plain
    )
