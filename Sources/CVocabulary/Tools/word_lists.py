"""Which names are also common words, persons' names, or names of actors and weapons."""
import os
import re

from place_names import fold

ENGLISH = ["/usr/share/dict/american-english-large", "/usr/share/dict/british-english-large"]
UKRAINIAN = "/usr/share/dict/ukrainian"
RUSSIAN = "/usr/share/hunspell/ru_RU.dic"
# Words of names that say nothing by themselves, in several languages.
EMPTY = set("the of and la le el los las les de del di da do dos das al as ar san santa santo sao saint st ste new old nova novo "
            "novi stara upper lower north south east west great little port fort mount lake city town".split())
# Towns that are dictionary words by accident and known well enough to be taken at their word.
KNOWN = set("""virginia mocha bombay calcutta madras delhi manila lima havana cologne hamburg frankfurt bologna siena canberra kerman kashan
    medina mecca jaffa hebron angora madeira oporto cordoba toledo bordeaux nankeen gdansk kabul tripoli aleppo damask mosul
    bursa jodhpur tangier genoa florence zaragoza sevilla adelaide thane nyala chihuahua brooklyn
    manhattan arak jakarta surabaya caracas guadalajara tijuana bogota montevideo johannesburg nairobi lagos accra dakar""".split())

# Names of divisions that are words of another language, persons' names or other names.
DIVISIONS = set("""nord ouest sud est centrale savanes montagnes lacs lagunes plateaux litoral atlantique collines estuaire valle cortes
    independencia duarte pembroke hanover clarendon portland westmoreland benedikt kuzma brava marche balkan saladin canterbury
    marlborough tasman colonia toledo soriano central loreto pasco limon capital amazonas espaillat valverde peravia orellana""".split())


def lines(path, encoding="utf-8"):
    with open(path, encoding=encoding, errors="ignore") as file:
        return file.read().split("\n")


class CommonWords:
    def __init__(self, here, data):
        self.words = set()
        for path in ENGLISH:
            self.words |= {fold(word) for word in lines(path) if word[:1].islower() and "'" not in word and len(word) > 2}
        self.cyrillic = {word for word in lines(UKRAINIAN) if word[:1].islower() and len(word) > 2}
        for line in lines(RUSSIAN, "koi8-r" if b"SET KOI8-R" in open(RUSSIAN[:-3] + "aff", "rb").read(400) else "utf-8"):
            word = line.split("/")[0].strip()
            if word[:1].islower() and len(word) > 2:
                self.cyrillic.add(word.replace("ё", "е"))
        self.persons = set()
        for line in lines(os.path.join(here, "person-names.txt")):
            if not line.startswith("#"):
                self.persons |= {fold(word) for word in line.split()}
        self.others = set()
        for name in sorted(os.listdir(data)):
            if name.startswith(("actors", "weapons")) and name.endswith(".yaml"):
                self.others |= self.spellings(os.path.join(data, name))

    @staticmethod
    def spellings(path):
        import yaml

        found = set()
        for entry in yaml.safe_load(open(path, encoding="utf-8"))["concepts"]:
            for name in [entry.get("name", "")] + entry.get("aliases", []) + entry.get("cased", []):
                if str(name):
                    found.add(fold(str(name)))
        return found

    def lemma(self, word):
        """Whether a Cyrillic word is in a dictionary, an adjective in any gender or number too."""
        word = word.replace("ё", "е")
        if word in self.cyrillic:
            return True
        for ending, lemmas in (("ое", ("ый", "ой", "ий")), ("ее", ("ий",)), ("ая", ("ый", "ой", "ий")), ("яя", ("ий",)),
                               ("ые", ("ый", "ой")), ("ие", ("ий",)), ("е", ("ий",)), ("а", ("ий", "")), ("і", ("ий", "")),
                               ("ы", ("", "а")), ("и", ("", "а", "я", "ь"))):
            if word.endswith(ending) and any(word[: -len(ending)] + lemma in self.cyrillic for lemma in lemmas):
                return True
        return False

    def common(self, name, population=0):
        """Whether a name may well mean something else than the place."""
        key = fold(name)
        if key in self.others and population < 3_000_000:
            return True
        if key in KNOWN:
            return False
        parts = key.split()
        if re.search("[а-яіїєґ]", key):
            if all(part in self.persons for part in parts):
                return True
            return len(parts) == 1 and self.lemma(name.lower())
        known = [part for part in parts if part in self.words or part in self.persons or part in EMPTY]
        if len(known) < len(parts):
            return False
        if len(parts) == 1:
            return parts[0] not in EMPTY or len(parts[0]) > 2
        return population < 200_000 and (any(part in self.persons for part in parts) or population < 50_000)
