"""How a place of GeoNames is named: the English name, and a few spellings worth having."""
import difflib
import re
import unicodedata

LETTERS = str.maketrans({"ə": "a", "Ə": "A", "ı": "i", "İ": "I", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ß": "ss",
                         "æ": "ae", "Æ": "Ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "Ħ": "H", "ŋ": "n"})
MARKS = re.compile("[ʻʼ‘’'`ʾʿ´ʹ]")
# The national system of 2010: at the beginning of a word, elsewhere.
UKRAINIAN = {"а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": ("ye", "ie"), "ж": "zh", "з": "z", "и": "y",
             "і": "i", "ї": ("yi", "i"), "й": ("y", "i"), "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
             "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "",
             "ю": ("yu", "iu"), "я": ("ya", "ia"), "'": "", "’": ""}
ROUGH = {"ё": "e", "ы": "y", "э": "e", "ъ": "", "г": "g", "и": "i", "й": "y", "х": "kh"}
# Countries whose Latin spelling in GeoNames is a scholars' transliteration, which the press does not use.
TRANSLITERATED = set("SY LB IQ YE SD SS LY EG SA AE OM QA BH KW JO PS IL IR AF PK IN BD NP LK MM TH KH LA MN KP KR JP CN TW BT MV "
                     "RU BY KZ KG TJ UZ TM GE AM AZ MK BG GR CY ET ER DJ SO MR EH".split())
SLAVIC = set("UA RU BY KZ KG TJ UZ BG MK".split())
ARABIC = set("SY LB IQ YE SD LY EG SA AE OM QA BH KW JO PS EH MR DZ MA TN".split())
PERSIAN = set("IR AF".split())
CONSONANTS = dict(zip("بتثجحخدذرزسشصضطظعغفقكکگلمنهةپچژאבגדהוזחטיכלמנסעפצקרשתםןךףץ",
                      "bttjhkddrzsssdtz gfqkkglmnh pjz bgdhvzht klmns ptkrstmnkpt"))
GENERIC = re.compile(r"\b(shi|qu|xian|gorod|selo|stantsiya|sovkhoz|kolkhoz|poselok|posyolok|shahri|oblast|raion|rayon|khutor|stanitsa|"
                     r"urban|settlement|municipality|district|county|kommune|kreis|opstina|town of|city of|village of)\b", re.I)


def plain(text):
    """Text without diacritics and apostrophes."""
    text = unicodedata.normalize("NFD", text.translate(LETTERS))
    return unicodedata.normalize("NFC", MARKS.sub("", "".join(c for c in text if not 0x300 <= ord(c) < 0x370 or c in "\u0306\u0308")))


def fold(text):
    """What two spellings have in common when the matcher takes them for one."""
    text = unicodedata.normalize("NFC", text).translate(LETTERS)
    out = []
    for c in unicodedata.normalize("NFC", text.lower()):
        if ord(c) < 0x300 or 0x1E00 <= ord(c) < 0x1F00:
            c = "".join(x for x in unicodedata.normalize("NFD", c) if not unicodedata.combining(x))
        out.append(c)
    return re.sub(r"[\W_]+", " ", MARKS.sub("", "".join(out))).strip()


def slug(text):
    bare = "".join(c for c in unicodedata.normalize("NFD", MARKS.sub("", text.translate(LETTERS))) if not unicodedata.combining(c))
    return re.sub("[^a-z0-9]+", "-", bare.lower()).strip("-")


def romanised(text):
    """A Ukrainian name in Latin letters, by the national system of 2010."""
    out, first = [], True
    for c in text.replace("зг", "зgh").replace("Зг", "Зgh").replace("ЗГ", "ЗGH"):
        low = c.lower()
        value = UKRAINIAN.get(low)
        if value is None:
            out.append(c)
            first = not c.isalpha()
            continue
        if isinstance(value, tuple):
            value = value[0 if first else 1]
        out.append(value.capitalize() if c.isupper() else value)
        first = first and low in "'’"
    return "".join(out)


def rough(text):
    """A Cyrillic name in Latin letters, only to see how near it is to another."""
    out = []
    for c in text.lower():
        value = ROUGH.get(c, UKRAINIAN.get(c, c))
        out.append(value[-1] if isinstance(value, tuple) else value)
    return "".join(out)


def bones(text):
    """The consonants of a name in Latin, Arabic or Hebrew letters, only to see how near it is to another."""
    text = re.sub("^(ال|al |ad |ar |as |at |az |an |ash |el |ha)", "", fold(text) if text[:1].isascii() else text)
    text = re.sub("kh|gh|sh|ch|th|dh|zh", lambda pair: {"k": "k", "g": "g", "s": "s", "c": "s", "t": "t", "d": "d", "z": "z"}[pair[0][0]], text)
    bare = re.sub("[^bdfghjklmnpqrstz]", "", "".join(CONSONANTS.get(c, c) for c in text))
    return bare.translate(str.maketrans("qjpf", "kgbb"))


def near(one, other):
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


class Namer:
    def __init__(self, press):
        self.press = press

    def names(self, city, conflict):
        """The English name of a place and further spellings: Latin ones, Ukrainian, Russian, and the local script's."""
        country, population = city["countrycode"], city["population"]
        alternates = sorted(set(city["alternatenames"]), key=lambda name: (name != city["name"], name))
        native = self.cyrillic(city["name"], alternates)
        name, given = self.english(city, native)
        most = 5 if population >= 1_000_000 else 4 if population >= 100_000 else 3 if conflict else 1
        if country == "UA" and native[0]:
            most = 2
        spellings = list(given) + self.latin(name, city, alternates, most)
        if country in SLAVIC or population >= 15000 or conflict and population >= 5000:
            spellings += [other for other in native if other]
        spellings += self.local(name, country, alternates, population if not conflict else 10**6)
        seen, kept = {fold(name)}, []
        for spelling in spellings:
            spelling = unicodedata.normalize("NFC", spelling).strip()
            key = fold(spelling)
            if key not in seen and len(key) >= 3 and "|" not in spelling and "\t" not in spelling:
                seen.add(key)
                kept.append(spelling)
        return name, kept

    def english(self, city, native):
        country, name = city["countrycode"], city["name"]
        if (country, fold(name)) in self.press:
            return self.press[country, fold(name)]
        if country == "UA" and native[0] and near(fold(rough(native[0])), fold(name)) > 0.6:
            return romanised(native[0]), []
        name = re.sub(r"\s*\(.*?\)", "", name).strip() or name
        if country in TRANSLITERATED:
            if country in SLAVIC:
                name = name.replace("ë", "yo").replace("Ë", "Yo")
            name = plain(name)
            name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
        if country in ("RU", "KZ"):
            name = re.sub(r"(yy|iy)\b", "y", name)
        return unicodedata.normalize("NFC", name), []

    def latin(self, name, city, alternates, most):
        country, key = city["countrycode"], fold(name)
        found = []
        for other in [city["name"]] + alternates:
            if not re.fullmatch(r"[A-Za-zÀ-žȘ-țḀ-ỹʻʼ‘’'`. -]{3,40}", other) or not other[0].isupper() or other.isupper():
                continue
            if any(part[0].islower() and len(part) > 3 for part in re.split("[ -]", other) if part) or GENERIC.search(other):
                continue
            shape = fold(other)
            if shape == key or len(shape) < 3 or shape in (fold(seen) for _, seen in found):
                continue
            if "eh" in shape and "eh" not in key:
                continue
            likeness = near(shape, key)
            if likeness < 0.62 or shape.startswith(key) and len(shape) - len(key) < 3:
                continue
            if country in SLAVIC and re.search("[jwxqcõüîâëőŭı](?!h)|cz|sz|tsch|oe|ch'|ou", other.lower()) and not re.search("[jwxq]", key):
                continue
            if other != city["name"]:
                likeness -= 0.1 * sum(ord(c) > 0x17F or c in "ăâîõėęųūŭčšžěůőűĉĝĥĵŝŭāēīōṭḥ" for c in other.lower())
            found.append((-likeness, plain(other) if country in TRANSLITERATED or country == "UA" else other))
        found.sort(key=lambda pair: (pair[0], pair[1]))
        return [other for _, other in found[:most]]

    def cyrillic(self, name, alternates):
        """The Ukrainian and the Russian name: the nearest to the Latin one in letters of that alphabet."""
        key, ukrainian, russian = fold(name), [], []
        for other in alternates:
            if not re.fullmatch("[А-ЯІЇЄҐЁ][А-Яа-яІіЇїЄєҐґЁёʼ’' -]{2,40}", other) or "ось" in other and " " in other:
                continue
            if any(part[0].islower() and len(part) > 3 for part in re.split("[ -]", other) if part):
                continue
            likeness = near(fold(rough(other)), key)
            if likeness < 0.5:
                continue
            low = other.lower()
            if not re.search("[ыэёъ]|(ое|ая)$", low):
                ukrainian.append((-likeness - 0.3 * bool(re.search("[іїєґ]|ськ|цьк", low)), other.replace("'", "’").replace("ʼ", "’")))
            if not re.search("[іїєґ’'ʼ]|ськ|цьк", low):
                russian.append((-likeness - 0.3 * bool(re.search("[ыэё]|ск", low)), other))
        first = min(ukrainian)[1] if ukrainian else None
        second = min(russian)[1] if russian else None
        return [first, second] if first != second else [first, None]

    def local(self, name, country, alternates, population):
        """One name in the country's own script, for countries that write Arabic, Persian or Hebrew."""
        if population < 50000:
            return []
        found = []
        alternates = [other for other in alternates if near(bones(other), bones(name)) >= 0.5]
        if country in ARABIC or country == "IL":
            plain_arabic = [name for name in alternates if re.fullmatch("[ء-غف-ي -]{3,30}", name)]
            found += sorted(plain_arabic, key=lambda name: (not name.startswith("ال"), len(name), name))[:1]
        if country in PERSIAN:
            names = [name for name in alternates if re.fullmatch("[ء-غف-يپچژگکی -]{3,30}", name)]
            found += sorted(names, key=lambda name: (not re.search("[پچژگکی]", name), "ي" in name or "ك" in name, len(name), name))[:1]
        if country == "IL":
            found += sorted((name for name in alternates if re.fullmatch("[א-ת\"׳״ -]{3,30}", name)), key=lambda n: (len(n), n))[:1]
        return found
