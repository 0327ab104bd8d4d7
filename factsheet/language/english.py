"""English."""

from factsheet.language.phrases import numbered, phrases, words
from factsheet.language.tables import Bound, HedgeKind, HedgeWords, Language, NumberWords, TimeWords

_BOUNDS: dict[Bound, str] = {
    "at-least": "more than|at least|over|above|beyond|upwards of|upward of|in excess of"
    "|no less than|no fewer than|not less than|not fewer than|as few as|a minimum of|minimum of"
    "|exceeding"
    "|exceeded|exceeds|exceed|surpassing|surpassed|topping|topped|greater than|higher than"
    "|well over|just over|little more than|a little over|slightly over|slightly more than"
    "|north of|>|≥",
    "at-most": "up to|at most|no more than|not more than|fewer than|less than|under|below"
    "|as many as|as much as|a maximum of|maximum of|lower than|well under|just under"
    "|not exceeding|<|≤",
    "about": "about|around|roughly|approximately|approx|nearly|almost|close to|some|an estimated"
    "|estimated|circa|ca|near|more or less|somewhere around|virtually|approaching|nearing|~|≈",
    "exact": "exactly|precisely|not about",
}
_BOUNDS_AFTER: dict[Bound, str] = {
    "at-least": "or more|or higher|and more|and counting|plus|at least|+",
    "at-most": "or fewer|or less|at most",
    "about": "or so|or thereabouts|approximately|roughly",
}
_NUMBERS = NumberWords(
    cardinals={
        **numbered(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen"
            " fourteen fifteen sixteen seventeen eighteen nineteen",
            first=0,
        ),
        **numbered("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10),
    },
    scales={
        "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
        "trillion": 10**12, "dozen": 12, "score": 20,
    },
    short_scales={"bn": 10**9, "tn": 10**12, "k": 1000, "mn": 10**6},
    money_scales={"m": 10**6, "b": 10**9, "mil": 10**6},
    plurals={
        "dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1000,
        "millions": 10**6, "billions": 10**9,
    },
    several=words("several few many couple"),
    ordinals=numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ),
    ordinal_endings=words("st nd rd th"),
    before_ordinals=words("the its his her their our this that"),
    fractions=numbered(
        "half/halves third/thirds quarter/quarters fifth/fifths sixth/sixths seventh/sevenths"
        " eighth/eighths ninth/ninths tenth/tenths",
        first=2,
    ),
    halves=words("half"),
    and_a_half=phrases({"half": "and a half"}),
    articles=words("a an"),
    of=words("of the its their his her our"),
    joiner="and",
    ones=words("one"),
    before_pronoun_one=words(
        "no any every some each this that the which another only everyone such same good new big"
        " day former latter other first last next is was be square phase title part item"
    ),
    after_pronoun_one=words(
        "of another by can could is was has had who that which and or to may will would should must"
        " day side thing hand more such way in on at for but if as s"
    ),
    percent=phrases({"percent": "percent|per cent|%|pct|percentage points|percentage point"}),
    currencies={
        "$": "USD", "us$": "USD", "usd": "USD", "dollars": "USD", "dollar": "USD", "€": "EUR",
        "eur": "EUR", "euros": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP", "mxn": "MXN",
        "mx$": "MXN", "pesos": "MXN", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "a$": "AUD",
        "aud": "AUD", "¥": "JPY", "yen": "JPY", "yuan": "CNY", "quetzales": "GTQ",
    },
    bounds=phrases(_BOUNDS),
    bounds_after=phrases(_BOUNDS_AFTER),
    places=words("over above beyond under below around near"),
    fillers=words("the a an another additional further extra estimated total of"),
    time_units=words(
        "second seconds minute minutes hour hours day days night nights week weeks weekend month"
        " months year years decade decades century centuries"
    ),
    range_to=words("to through"),
    range_from=words("from"),
    between=words("between"),
    between_and=words("and"),
    prefixes=words("mid pre post early late non under over sub"),
    clock=words("a.m. p.m. am pm o'clock gmt utc et est pst cst edt pdt cdt"),
    implied={
        "both": 2, "twice": 2, "double": 2, "doubled": 2, "doubling": 2, "pair": 2, "couple": 2,
        "twin": 2, "thrice": 3, "triple": 3, "tripled": 3, "trio": 3, "single": 1, "a": 1, "an": 1,
        "one": 1, "only": 1, "sole": 1, "quadrupled": 4, "halved": 2,
    },
)  # fmt: skip
_RELATIVES = {
    "day": "today|tonight|this morning|this afternoon|this evening",
    "day-before": "yesterday|last night",
    "day-after": "tomorrow",
    "week": "this week|later this week",
    "week-so-far": "earlier this week|so far this week",
    "week-before": "last week|the past week|the previous week",
    "week-after": "next week|the coming week",
    "weekend": "this weekend|over the weekend|the weekend|last weekend|next weekend|at the weekend",
    "month": "this month|later this month",
    "month-so-far": "earlier this month|so far this month",
    "month-before": "last month",
    "month-after": "next month",
    "year": "this year|later this year",
    "year-so-far": "earlier this year|so far this year",
    "year-before": "last year",
    "year-after": "next year",
    "soon": "in the coming days|in the coming weeks|in the coming months|the next few days"
    "|the next few weeks|the coming days|the coming weeks|coming days|coming weeks",
    "lately": "in recent days|in recent weeks|in recent months|recent days|recent weeks"
    "|recent months|the past few days|the last few days|the last couple weeks"
    "|the last couple of weeks|the past few weeks|the last few weeks",
}
_TIMES = TimeWords(
    weekdays=numbered(
        "monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri"
        " saturday/sat sunday/sun",
        first=0,
    ),
    months=numbered(
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug"
        " september/sep/sept october/oct november/nov december/dec"
    ),
    doubtful=words("may march august"),
    before_times=words(
        "in since during by until till from to through early late mid last next this between before"
        " after through throughout fiscal year year's"
    ),
    of=words("of"),
    before_years=words("the"),
    back=words("since"),
    forward=words("coming by until till starting beginning"),
    vague=words("next last past previous following from"),
    future=words(
        "will would shall expected expects planned plans planning scheduled set slated due intends"
        " likely may might could hopes hoped going"
    ),
    small=words(
        "and or to when while as after before by in on at the that but if with for from until"
        " through was were is are has had will would it he she they which who than"
    ),
    relatives=phrases(_RELATIVES),
)
_KINDS: dict[HedgeKind | None, str] = {
    "approximation": "almost|nearly|mostly|largely|partly|partially|mainly|in part|to some extent"
    "|broadly|generally|primarily|virtually",
    "likelihood": "likely|unlikely|probably|possibly|possible|perhaps|maybe|may|might|could"
    "|potentially|potential|appears|appear|appeared|seems|seem|seemed|apparently|suggests"
    "|suggest|suggested|suggesting|suggestion|hint|hints|hinted|hinting|believed|thought to"
    "|uncertain|not certain|isn't certain|unclear|not clear|raise questions about"
    "|raises questions about|raised questions about|the question of|whether|looking into",
    "expectation": "expected|expects|expect|expecting|expectation|expectations|planned|plans|plan"
    "|planning|scheduled|schedule|is to|are to|was to|were to|set to|slated|intends|intend"
    "|intended|intending|intention|aims|aim|aimed|aiming|hopes|hope|hoped|hoping|seeks|seek|sought"
    "|wants|want|wanted|proposes|propose|proposed|proposal|considering|consider|considered"
    "|explored|exploring|awaited|anticipated|anticipates|forecast|projected|projects that"
    "|projection"
    "|preparing to|prepared to|awaits|await|eagerly awaits|goal|would like"
    "|tentative|tentatively",
    "future": "will|would|shall|going to|won't|wouldn't|he'll|she'll|they'll|it'll|we'll",
    "commitment": "agreed to|agree to|agrees to|agreeing to|agreed on|agreed that|pledged|pledge"
    "|pledges|vowed|vows|vow|promised|promise|promises|committed|commitment|commitments|commits"
    "|commit|undertook to|have agreed|had agreed|has agreed|agreed",
    "allegation": "alleged|allegedly|alleges|allege|alleging|allegation|allegations|reportedly"
    "|purported|purportedly|suspected|suspects|suspect|suspicion|accused|accuses|accusing"
    "|so-called|supposedly|supposed|claimed|rumored|rumoured|unconfirmed|is said to"
    "|are said to|was said to",
    "request": "should|ought to|ordered|orders|instructed|asked|asks|asking|urged|urges|urging"
    "|urge|requested|requests|requesting|called for"
    "|calls for|calling for|call for|demanded|demands|demanding|appealed|appeals for|recommended"
    "|recommends|encouraged|encourages|pressed|pressing|invited|invites",
    "attribution": "according to|said|says|saying|say|told|stated|stating|states|reported|reports"
    "|announced|described|describes|noted|acknowledged|confirmed|added|argued|argues|called it"
    "|emphasized|emphasised|mentioned|mentioning|wrote|writes|insisted|maintained"
    "|expressed|affirmed|explained|citing|cited|quoted|estimates|estimated by|in the words of",
    "negation": "not|no|never|without|neither|nor|none|nobody|nothing|cannot|can't|didn't|doesn't"
    "|don't|isn't|wasn't|aren't|weren't|hasn't|haven't|hadn't|couldn't|shouldn't|failed to|fails to"
    "|fail to|refused|refuses|refuse|declined|declines|denied|denies|deny|lack|lacks|lacked"
    "|lacking|rejected|rejects|barely|hardly|rarely|unable|absence of|far from",
    "condition": "if|unless|provided that|as long as|so long as|on condition|on the condition"
    "|only when|in case|assuming|conditional|subject to|pending|contingent on",
    "contrast": "but|however|although|though|even though|except|despite|nevertheless|whereas"
    "|albeit|except for|apart from|other than|excluding|in spite of|instead|rather than",
}
_NO_HEDGES = (
    "not only|no more than|no less than|no fewer than|not more than|not less than|not fewer than"
    "|no doubt|no longer only|no. |as possible|as soon as possible|whether or not|could not be"
    " understated|cannot be understated|cannot be overstated|free will|yet another|no sooner"
)
_DENIERS = (
    "denied|denied that|denies|denies that|denying|deny|no evidence|no evidence that|not true that"
    "|untrue that|false that|falsely claimed|falsely|false claim|false claims|rejected|rejects"
    "|rejected claims|dismissed|dismisses|refuted|disputed|disputes|doubted that|doubts that"
    "|doubt that|not clear|not certain|isn't certain|isn't clear|unclear|uncertain|not sure"
    "|does not mean|doesn't mean|did not say|didn't say|never said|refused to|failed to"
    "|declined to|contrary to|rather than|instead of|far from|myth|ruled out|raise questions about"
    "|raises questions about|asked whether|asked if|no indication|no sign|unlikely that|not|never"
    "|cannot|didn't|doesn't|don't|isn't|wasn't|aren't|weren't|won't|wouldn't|hasn't|haven't|without"
)
_HEDGES = HedgeWords(
    kinds=phrases({**_KINDS, None: _NO_HEDGES}),
    deniers=phrases({"denied": _DENIERS}),
    empty=words(
        "the and for that this with from are was were has have had been being its their his her our"
        " your they them she him who whom which what when where while than then there here also"
        " such other others more most less least very much many some any all each both few own"
        " same so"
        " too just only even into onto over under about around after before during through between"
        " against among per via off out upon within along across behind will would shall could may"
        " might can must should not nor but yet how why because since until unless though although"
        " said says say told according does did done get got make made take took new one two people"
        " country countries united state government official mexico mexican american"
    ),
    stems={
        "began": "begin", "begun": "begin", "met": "meet", "held": "hold", "went": "go",
        "gone": "go", "took": "take", "taken": "take", "gave": "give", "given": "give",
        "sent": "send", "brought": "bring", "came": "come", "left": "leave", "built": "build",
        "sold": "sell", "spent": "spend", "rose": "rise", "risen": "rise", "fell": "fall",
        "fallen": "fall", "grew": "grow", "shut": "shut", "spoke": "speak", "talks": "talk",
        "led": "lead", "lost": "lose", "losses": "loss", "won": "win", "cut": "cut", "paid": "pay",
        "knew": "know", "became": "become", "kept": "keep", "ran": "run", "sought": "seek",
        "thought": "think", "bought": "buy", "caught": "catch", "halves": "half",
        "travelled": "travel", "traveled": "travel", "travelling": "travel", "stopped": "stop",
        "stopping": "stop", "planned": "plan", "planning": "plan", "trip": "travel",
        "withdrew": "withdraw", "withdrawn": "withdraw", "struck": "strike", "wrote": "write",
        "written": "write", "fought": "fight", "drew": "draw", "froze": "freeze",
        "frozen": "freeze",
        "chose": "choose", "chosen": "choose", "flew": "fly", "sank": "sink", "taught": "teach",
    },
    clauses=words("as which who whose because while when where whereas after before but so since"),
    infinitive=words("to"),
    endings=("'s", "ings", "ing", "ions", "ion", "ies", "ied", "ed", "es", "s", "e", "y"),
    past=words(
        "began met held went took gave sent brought came left built sold spent rose fell grew shut"
        " spoke led lost won cut paid became kept ran bought caught did was were had has have made"
        " got broke withdrew wrote fought froze sank taught chose drew drove flew hit let put"
        " set stood struck swore threw understood"
    ),
    past_endings=("ed",),
)  # fmt: skip
_NAMES = tuple("ians eans ans ian ean ese ish an a e o s".split())
ENGLISH = Language("en", _NUMBERS, _TIMES, _HEDGES, _NAMES)
