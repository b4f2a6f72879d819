"""Reads a folder of published files with programs of others, then sees each of them refuse a broken copy."""

import shutil
import sys
import tempfile
from pathlib import Path

import frictionless
import pandas
import pyshacl
import rdflib
from csvw import CSVW
from pysdmx.io import read_sdmx
from pysdmx.model import Codelist, Dataflow, DataStructureDefinition

SHAPES = Path(__file__).parent / "dcat-ap.ttl"


def figures(folder):
    return sorted(path for path in folder.glob("kiosk-*.csv"))


def sdmx_structure(folder):
    """The message fits the schemas of SDMX-ML 3.0 and can be read."""
    message = read_sdmx(folder / "structure.xml", validate=True)
    assert len(message.get_dataflows()) == 9, "nine dataflows"
    assert len(message.get_data_structure_definitions()) == 2, "two data structures"
    indicators = message.get_codelist("Codelist=KIOSKBXL:CL_INDICATOR(1.0.0)")
    assert any(note.type == "DESI_LEGACY" for code in indicators for note in code.annotations), "the mapping"


def sdmx_csv(folder):
    """Each file is SDMX-CSV, its codes are in the lists of the structure, its values are what the structure says."""
    structure = read_sdmx(folder / "structure.xml", validate=True)
    lists = {one.id: {code.id for code in one} for one in structure.get_codelists()}
    flows = {f"Dataflow=KIOSKBXL:{flow.id}(1.0.0)": flow for flow in structure.get_dataflows()}
    definitions = {one.id: one for one in structure.get_data_structure_definitions()}
    rows = 0
    for path in figures(folder):
        for data in read_sdmx(path, validate=True).data:
            flow = flows[data.structure if isinstance(data.structure, str) else data.structure.short_urn]
            reference = flow.structure if isinstance(flow.structure, str) else flow.structure.id
            definition = next(one for id, one in definitions.items() if id in str(reference))
            table = data.data
            rows += len(table)
            names = [component.id for component in definition.components]
            assert sorted(names) == sorted(table.columns), f"{path.name}: columns of {flow.id}"
            for component in definition.components:
                enumeration = component.local_enum_ref or (component.enumeration and component.enumeration.id)
                if enumeration:
                    known = next(codes for id, codes in lists.items() if f":{id}(" in str(enumeration) or id == enumeration)
                    strange = set(table[component.id].astype(str)) - known
                    assert not strange, f"{path.name}: {component.id} has codes that are in no list: {strange}"
            values = table["OBS_VALUE"].astype(str)
            empty = values.isin(["", "nan", "NaN", "None"])
            assert (empty == table["OBS_STATUS"].isin(["Q", "L", "M"])).all(), f"{path.name}: empty values"
            numbers = pandas.to_numeric(values[~empty])
            if definition.id == "DSD_COUNTS":
                assert (numbers % 5 == 0).all() and (numbers >= 10).all(), f"{path.name}: counts"
    assert rows > 100, "figures"


def data_package(folder):
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])[:3] or report.errors


def csv_on_the_web(folder):
    for path in figures(folder):
        table = CSVW(str(folder / f"{path.name}-metadata.json"), validate=True)
        assert table.is_valid, f"{path.name}: {[str(warning.message) for warning in table.warnings][:3]}"


def dcat(folder):
    graph = rdflib.Graph().parse(folder / "dcat.jsonld", format="json-ld")
    fits, _, text = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(SHAPES))
    assert fits, text
    assert len(list(graph.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.w3.org/ns/dcat#Distribution")))) > 4


def replace(name, old, new):
    """Breaks a file by one word."""

    def broken(folder):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has {old}"
        path.write_bytes(text.replace(old, new, 1).encode())

    return broken


# What is broken, and who must see it.
BROKEN = [
    ("a word that SDMX-ML does not have", sdmx_structure, replace("structure.xml", '"mandatory"', '"always"')),
    ("a code with a colon", sdmx_structure, replace("structure.xml", "AB@16-74", "AB:16-74")),
    ("a code that is in no list", sdmx_csv, replace("kiosk-2026-11.csv", "OPENED", "CLOSED")),
    ("an action that SDMX-CSV does not have", sdmx_csv, replace("kiosk-2026-11.csv", ",I,", ",X,")),
    ("a count below ten", data_package, replace("kiosk-2026-11.csv", ",10,A", ",5,A")),
    ("a row too many fields", data_package, replace("kiosk-2026-Q4.csv", ",A,F,", ",A,F,,")),
    ("a package without resources", data_package, replace("datapackage.json", '"resources"', '"sources"')),
    ("a value that is no number", csv_on_the_web, replace("kiosk-2026-11.csv", ",10,A", ",ten,A")),
    ("a row that is there twice", csv_on_the_web, lambda folder: twice(folder / "kiosk-2026-11.csv")),
    ("a distribution without an address", dcat, replace("dcat.jsonld", "dcat:accessURL", "dcat:nowhere")),
    ("a catalogue without a publisher", dcat, replace("dcat.jsonld", "foaf:Agent", "foaf:Person")),
]


def twice(path):
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines + lines[-1:]))


def main():
    folder = Path(sys.argv[1])
    failed = 0
    for check in [sdmx_structure, sdmx_csv, data_package, csv_on_the_web, dcat]:
        try:
            check(folder)
            print(f"fine     {check.__name__}")
        except Exception as error:  # whatever a validator throws is its verdict
            failed += 1
            print(f"REFUSED  {check.__name__}: {type(error).__name__}: {error}")
    for what, check, spoil in BROKEN:
        with tempfile.TemporaryDirectory() as copy:
            copy = Path(copy) / "folder"
            shutil.copytree(folder, copy)
            spoil(copy)
            try:
                check(copy)
                failed += 1
                print(f"MISSED   {check.__name__}: {what}")
            except Exception as error:
                print(f"refused  {check.__name__}: {what} ({type(error).__name__}: {str(error).splitlines()[0][:90]})")
    sys.exit(1 if failed else 0)


main()
