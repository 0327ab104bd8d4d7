"""The words that an invented county's newspapers are made of.

Nothing here hedges, denies, counts or dates anything, and no two names are alike: a sentence made
of these words may be told in a claim as it stands.
"""

FIRST_PARTS = (
    "Ashford", "Brinkley", "Carrow", "Dunmere", "Eastleigh", "Fenwick", "Garstang", "Holbeck",
    "Ilkeston", "Jarrow", "Kelby", "Langport", "Mossley", "Northwich", "Oakhampton", "Penrith",
    "Quorndon", "Rothwell", "Silverdale", "Thornbury", "Ulverston", "Ventnor", "Wadebridge",
    "Yarmouth", "Zennor", "Appledore", "Burscough", "Clitheroe", "Dovercourt", "Egremont",
    "Faversham", "Glossop", "Hunstanton", "Ivybridge", "Kirkham", "Lymington", "Maryport",
    "Nailsea", "Ormskirk", "Padiham", "Ringwood", "Sedbergh", "Tavistock", "Uckfield", "Whitby",
)  # fmt: skip
LAST_PARTS = (
    "Vale", "Cross", "Haven", "Heath", "Quay", "Meadows", "Ridge", "Falls", "Orchard", "Priory",
    "Sands", "Wharf", "Abbey", "Beacon", "Common", "Drove", "Ferry", "Grange", "Hollow", "Island",
    "Junction", "Knoll", "Lock", "Magna", "Newtown", "Outwood", "Parva", "Reach", "Staithe",
    "Terrace", "Underhill", "Village", "Weir", "Yards", "Castle", "Bottom", "Chase", "Dene", "End",
    "Fields",
)  # fmt: skip
BODIES = (
    "Port Authority", "Water Board", "Chamber of Commerce", "Heritage Trust", "Farmers’ Union",
    "Transport Office", "Library Service", "Fishing Cooperative", "Housing Association",
    "Energy Company", "Museum Society", "Forestry Agency",
)  # fmt: skip
GIVEN = (
    "Ada", "Bertil", "Chloé", "Dmitri", "Esperanza", "Farouk", "Greta", "Hamish", "Ingrid",
    "Joaquín", "Katarina", "Lorenzo", "Mirela", "Niamh", "Oskar", "Philippa", "Quentin", "Rosalind",
    "Søren", "Tabitha", "Ulrich", "Valentina", "Winifred", "Xavier", "Yolanda", "Zoltán",
)  # fmt: skip
FAMILY = (
    "Abernathy", "Bellweather", "Castellanos", "Dragomir", "Ellingham", "Featherstone", "Grünwald",
    "Hollingworth", "Iñárritu", "Jankowski", "Kristensen", "Lindqvist", "Montgomery", "Nakamura",
    "O’Sullivan", "Papadakis", "Quintanilla", "Rutherford", "Szczepański", "Thistlewood",
    "Underwood", "Villanueva", "Wainwright", "Yamaguchi", "Zimmermann", "Achterberg", "Blackwood",
    "Cunningham", "Delacroix", "Eriksson",
)  # fmt: skip
OUTLETS = (
    "The Ledger", "Harbour Times", "Northern Review", "Daily Courier", "Public Record",
    "Valley Post", "The Examiner", "County Gazette", "Evening Lantern", "Market Bulletin",
    "The Tidewatch", "Hill Country Mail",
)  # fmt: skip
VERBS = (
    "repaired", "reopened", "inspected", "bought", "sold", "widened", "repainted", "surveyed",
    "cleaned", "leased", "extended", "replaced", "restored", "photographed", "moved", "drained",
    "enlarged", "catalogued", "insured", "fenced", "lit", "heated", "dredged", "rebuilt",
)  # fmt: skip
ADJECTIVES = (
    "eastern", "western", "old", "wooden", "covered", "public", "narrow", "stone", "upper", "lower",
    "red", "disused", "listed", "floating", "outer", "inner", "iron", "busy", "steep", "quiet",
    "seasonal", "municipal", "medieval", "sheltered",
)  # fmt: skip
THINGS = (
    "pier", "lighthouse", "cattle market", "grain store", "railway bridge", "pumping station",
    "bus depot", "school kitchen", "reading room", "ferry landing", "fish hall", "town archive",
    "canal lock", "timber yard", "bell tower", "weather station", "sports ground", "bakery",
    "greenhouse", "water mill", "boathouse", "tram shed", "picture gallery", "cider press",
    "footpath", "quarry road", "sea wall", "orchard", "observatory", "post office", "clinic",
    "cold store", "toll house", "signal box", "slipway", "workshop",
)  # fmt: skip
GROUPS = (
    "engineers", "volunteers", "apprentices", "neighbours", "surveyors", "teachers", "divers",
    "gardeners", "carpenters", "students", "fishermen", "librarians", "electricians", "archivists",
)  # fmt: skip
DEEDS = (
    "had drawn up a new map of", "had taken down the scaffolding at", "had emptied the cellar of",
    "had carried the last crates out of", "had tested the wiring in", "had walked the length of",
    "had written to the owners of", "had set up a kitchen inside", "had laid new pipes under",
    "had held a fair beside", "had listed the contents of", "had changed the locks of",
)  # fmt: skip
TURNS = ("after", "while", "because", "as", "where", "since")
OPENINGS = (
    "After a week of rain, ", "In the season of the fair, ", "On the advice of its members, ",
    "With money from a bequest, ", "At the request of the neighbours, ", "To much surprise, ",
    "During the school holidays, ", "With help from across the county, ", "In front of a crowd, ",
    "Against the cold of the winter, ", "By a vote of its council, ", "In the hours of low tide, ",
)  # fmt: skip
STATES = (
    "was dry again and open to visitors", "was in better repair than the road that leads to it",
    "was the oldest of its kind on the coast", "was warm enough to be used through the winter",
    "was a place where the town meets on market days", "was safe for children and for carts",
    "was built by the grandparents of those who use it", "was the pride of the whole street",
)  # fmt: skip
COUNTED = (
    ("visitors", "came to"), ("passengers", "passed through"), ("crates", "were stored in"),
    ("lorries", "stopped at"), ("pupils", "had lessons in"), ("letters", "arrived at"),
    ("trees", "were planted around"), ("boats", "were moored beside"),
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "June", "July", "September", "October", "November",
    "December",
)  # fmt: skip
FURNITURE = ("Listen to this article", "Share this story", "Our morning newsletter is free")
SLIPS = (("goverment", "government"), ("recieved", "received"), ("seperate", "separate"))
