"""Write ``resources/details/given_names.toml`` from Faker's lists of given names. Needs faker, in a venv of its own.

``make_names.py``: names of the countries below, without accents, without those that are common words of English or
Spanish or begin the name of a place, and with some that Faker does not have in Latin letters.
"""

from __future__ import annotations

import importlib
import textwrap
import unicodedata
from importlib.metadata import version
from pathlib import Path

OUT = Path(__file__).parent.parent.parent / "resources" / "details" / "given_names.toml"
COUNTRIES = """
en_US en_GB en_IE en_IN en_NG en_KE es_MX es_ES es_CO es_AR es_CL pt_BR vi_VN de_DE fr_FR it_IT id_ID ro_RO pl_PL tr_TR
ga_IE
"""
FURTHER = """
dmitri dmitry olga svetlana irina natasha natalia yuri igor oksana ludmila lyudmila tatiana galina sergei sergey
vladimir mei ling xiao ming jun wei hua fang hyun min soo jin young thuy linh nguyet tuyet hoa phuong somchai malee nok
priya jasmine maricel rowena jhun bong jo bo cy ty
"""
NO_NAMES = """
abril ade africa ale allen alta amado america among amor anda anh ante april august autumn bala bebe bella bienvenida
brinda brooklyn cal cameron campo canal capa cara caridad carolina charity chase che chelsea chi cielo cinta clinton
concha corona cristal cruz crystal custodia del destiny diamond domingo don dona duke dulce durante earl edit ella
else esperanza eta eve ever faith fancy felicidad fidel flor forum francia franco georgia german gracia grant guy harm
harto hasta hung hunter ica india innocent ion isis israel jackson jail job jordan joy junior justo kennedy lady
lincoln lucky luna madison mala mar march marine market mason mato may mercy mia mina mira mission morena moreno nada
nazi nina noe oda oni over paris pastor patience paz peace pearl peer pero piedad precious price prima queen rama
reina reyes rica rico roman rosario said salud salvador santos segundo server side sierra silva sol sole summer tad
tan tira toma tono toy trinidad uda una urban urbano valencia van vasco verde vino virgin virginia wage washington
will williams yoga
"""
LEAST = 3


def letters(name: str) -> str:
    """A name in small letters without accents."""
    return "".join(one for one in unicodedata.normalize("NFD", name) if not unicodedata.combining(one)).lower()


def given_names() -> set[str]:
    """Every word of every given name of the countries."""
    found: set[str] = set()
    for country in COUNTRIES.split():
        provider = importlib.import_module(f"faker.providers.person.{country}").Provider
        lists = (getattr(provider, name) for name in dir(provider) if name.startswith("first_names"))
        found.update(
            word for names in lists if not isinstance(names, property) for one in names for word in letters(one).split()
        )
    return {one for one in found if one.isalpha() and len(one) >= LEAST}


def main() -> None:
    """Write the file."""
    names = sorted(given_names() - set(NO_NAMES.split()) | set(FURTHER.split()))
    rows = textwrap.wrap("| ".join(names), 108)
    listed = "".join(f'  "{row.replace("| ", "|").strip("|")}",\n' for row in rows)
    OUT.write_text(
        '# Given names, without accents. With a second name beside it, or after "I\'m" or "my sister", one tells who\n'
        "# somebody is. Written by packaging/lens/make_names.py.\n"
        f'source = "Faker {version("faker")}, MIT licence: given names of 21 countries, with some of ours, '
        f'without common English and Spanish words"\ngiven_names = [\n{listed}]\n',
        encoding="utf-8",
    )
    print(len(names))


if __name__ == "__main__":
    main()
