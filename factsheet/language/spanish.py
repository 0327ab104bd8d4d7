"""Spanish, begun: numbers, days and months, the main hedges."""

from factsheet.language.phrases import numbered, phrases, words
from factsheet.language.tables import Bound, HedgeKind, HedgeWords, Language, NumberWords, TimeWords

_BOUNDS: dict[Bound, str] = {
    "at-least": "más de|mas de|al menos|por lo menos|como mínimo|no menos de|superior a",
    "at-most": "hasta|a lo sumo|como máximo|no más de|menos de|inferior a|máximo de",
    "about": "unos|unas|cerca de|alrededor de|aproximadamente|casi|en torno a|poco más de",
}
_BOUNDS_AFTER: dict[Bound, str] = {
    "at-least": "o más|+",
    "at-most": "o menos",
    "about": "aproximadamente|más o menos",
}
_NUMBERS = NumberWords(
    thousands=".",
    decimals=",",
    cardinals={
        **numbered(
            "cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece"
            " catorce quince dieciséis/dieciseis diecisiete dieciocho diecinueve veinte"
            " veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro veinticinco"
            " veintiséis veintisiete veintiocho veintinueve treinta",
            first=0,
        ),
        **numbered("cuarenta cincuenta sesenta setenta ochenta noventa", first=40, step=10),
        **numbered(
            "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas"
            " quinientos/quinientas seiscientos/seiscientas setecientos/setecientas"
            " ochocientos/ochocientas novecientos/novecientas",
            first=100,
            step=100,
        ),
    },
    scales={
        "mil": 1000, "millón": 10**6, "millones": 10**6, "billón": 10**12, "billones": 10**12,
        "docena": 12,
    },
    alone=words("mil"),
    plurals={"decenas": 10, "docenas": 12, "cientos": 100, "centenares": 100, "miles": 1000},
    several=words("varios varias pocos pocas algunos algunas"),
    ordinals=numbered("primer/primera segundo/segunda tercer/tercera cuarto/cuarta quinto/quinta"),
    before_ordinals=words("el la su los las"),
    halves=words("medio media"),
    and_a_half=phrases({"half": "y medio|y media"}),
    of=words("de del"),
    joiner="y",
    joins_tens=True,
    ones=words("uno un una"),
    before_pronoun_one=words("cada ningún otro otra el la"),
    after_pronoun_one=words("de"),
    percent=phrases({"percent": "%|por ciento"}),
    currencies={
        "us$": "USD", "usd": "USD", "dólares": "USD", "€": "EUR", "euros": "EUR", "mxn": "MXN",
        "pesos": "MXN",
    },
    bounds=phrases(_BOUNDS),
    bounds_after=phrases(_BOUNDS_AFTER),
    places=words("hasta unos unas"),
    time_units=words("segundo segundos minuto minutos hora horas día días semana semanas mes meses"
                     " año años"),
    range_to=words("a"),
    range_from=words("de"),
    between=words("entre"),
    between_and=words("y"),
    clock=words("horas hrs h"),
    implied={"ambos": 2, "ambas": 2, "doble": 2, "par": 2, "un": 1, "una": 1, "uno": 1, "solo": 1},
)  # fmt: skip
_RELATIVES = {
    "day": "hoy",
    "day-before": "ayer",
    "week": "esta semana",
    "week-before": "la semana pasada",
    "week-after": "la próxima semana|la semana próxima",
    "weekend": "este fin de semana|el fin de semana",
    "month": "este mes",
    "month-before": "el mes pasado",
    "month-after": "el próximo mes",
    "year": "este año",
    "year-before": "el año pasado",
    "year-after": "el próximo año",
    "soon": "en los próximos días|en las próximas semanas|los próximos días",
    "lately": "en los últimos días|en las últimas semanas",
}
_TIMES = TimeWords(
    weekdays=numbered(
        "lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo", first=0
    ),
    months=numbered(
        "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre"
        " diciembre"
    ),
    capitalised=False,
    before_times=words("en desde durante hasta de a para entre antes después"),
    of=words("de del"),
    back=words("desde"),
    forward=words("hasta para"),
    vague=words("próximo pasado"),
    future=words("espera previsto prevista planea planean programado podría podrían"),
    small=words("y o a cuando mientras como después antes por en el la que pero si con para de"),
    relatives=phrases(_RELATIVES),
)
_KINDS: dict[HedgeKind | None, str] = {
    "likelihood": "probable|probablemente|posible|posiblemente|quizá|quizás|tal vez|podría|podrían"
    "|puede que|parece|parecen|al parecer",
    "expectation": "se espera|espera|esperan|previsto|prevista|prevé|prevén|planea|planean|plan"
    "|planes|planeado|programado|programada|busca|buscan|propone|proponen|pretende",
    "commitment": "acordó|acordaron|se comprometió|se comprometieron|compromiso|prometió|acuerdo",
    "allegation": "presunto|presunta|presuntos|presuntas|presuntamente|supuesto|supuesta"
    "|supuestamente|sospechoso|acusado|acusados",
    "request": "pidió|pidieron|pide|solicitó|solicitaron|instó|instaron|exigió|exigieron",
    "attribution": "según|de acuerdo con|dijo|dijeron|afirmó|señaló|declaró|informó|aseguró",
    "negation": "no|nunca|jamás|sin|ni|ningún|ninguna|ninguno|negó|tampoco",
    "condition": "si|a menos que|siempre que|en caso de|a condición de",
    "contrast": "pero|sin embargo|aunque|excepto|salvo|a pesar de|no obstante",
}
_HEDGES = HedgeWords(
    kinds=phrases(_KINDS),
    deniers=phrases({"denied": "negó|negó que|niega que|no hay evidencia de que|no|nunca"}),
    empty=words(
        "los las una unos unas que del con por para como más pero sus ese esa este esta esto entre"
        " sobre desde hasta donde cuando muy también según dijo fue fueron han había será ser está"
    ),
    clauses=words("mientras cuando donde porque pero aunque cuyo cuya"),
    endings=("ciones", "ción", "ando", "iendo", "aron", "ieron", "ará", "ado", "ada", "ados",
             "adas", "ido", "ida", "ar", "er", "ir", "ó", "es", "s", "o", "a", "e"),
    past_endings=("ó", "aron", "ieron"),
)  # fmt: skip
_NAMES = tuple("enses eños eñas anos anas ense eño eña ano ana ino ina as os es a e o s".split())
SPANISH = Language("es", _NUMBERS, _TIMES, _HEDGES, _NAMES)
