import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CaseJson, caseJsonSchema } from "#electron/exporting/json/case-json.ts";
import { type CaseJsonFile, caseJsonOf, readCaseJson } from "#electron/exporting/json/read-case-json.ts";
import { caseJson } from "#electron/exporting/json/write-case-json.ts";
import { fixtureCase, whole } from "./fixture.ts";
import { emptyCase, type MemoryCase, readerOf } from "./memory-case.ts";

const fixture = fixtureCase();
const file = whole(caseJson(fixture.reader));
const folder = mkdtempSync(join(tmpdir(), "sourceline-json-"));
afterAll(() => rmSync(folder, { recursive: true }));

function bringIn(json: CaseJsonFile): MemoryCase {
  const held = emptyCase();
  for (const content of json.contents()) {
    if (content === null) continue;
    if (content.kind === "text") held.texts.set(content.sha256, content.content);
    else if (content.kind === "original") held.originals.set(content.sha256, content.bytes);
    else (held.tables[content.table] as unknown[]).push(content.row);
  }
  held.entries.push(...[...json.entries()].filter((entry) => entry !== null));
  return held;
}

function read(text: string): MemoryCase {
  return bringIn(caseJsonOf(() => [text], "case.json"));
}

/** The parsed file, to be spoilt. */
function parsed() {
  return JSON.parse(file);
}

describe("a case as JSON", () => {
  it("comes back equal, journal and bytes included", () => {
    const path = join(folder, "case.json");
    writeFileSync(path, file);
    const back = bringIn(readCaseJson(path));
    expect(back.tables).toEqual(fixture.held.tables);
    expect(back.texts).toEqual(fixture.held.texts);
    expect(back.entries).toEqual(fixture.held.entries);
    for (const [sha256, bytes] of fixture.held.originals) {
      expect(Buffer.from(back.originals.get(sha256) ?? []).equals(bytes)).toBe(true);
    }
    expect(whole(caseJson(readerOf(back)))).toBe(file);
  });

  it("comes back from a file that was formatted anew, cut into chunks at any place", () => {
    const { tables, entries, ...rest } = parsed();
    const bytes = new TextEncoder().encode(JSON.stringify({ entries, tables, ...rest }, null, 4));
    for (const size of [1, 7, 4096]) {
      const chunks = function* () {
        for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
      };
      const back = bringIn(caseJsonOf(chunks, "case.json"));
      expect(back.tables).toEqual(fixture.held.tables);
      expect(JSON.stringify(back.entries)).toBe(JSON.stringify(fixture.held.entries));
    }
  });

  it("keeps a byte order mark wherever it stands within a string, written out or escaped", () => {
    const [first] = parsed().entries;
    const at = (label: string) => ({ ...first, label });
    for (const written of ["\uFEFFa\uFEFF é\uFEFF", "plain \uFEFF"]) {
      const json = JSON.stringify({ format: "sourceline-case", version: 2, entries: [at(written)] });
      expect(read(`\uFEFF${json}`).entries[0]?.label).toBe(written);
      expect(read(json.replaceAll("\uFEFF", "\\ufeff")).entries[0]?.label).toBe(written);
    }
  });

  it("is one row a line, and valid by its own schema", () => {
    expect(CaseJson.safeParse(parsed()).error).toBeUndefined();
    const line = file.split("\n").find((candidate) => candidate.includes(fixture.claims.raid.statement));
    expect(JSON.parse(line?.replace(/,$/, "") ?? "")).toEqual(fixture.claims.raid);
  });

  it("has a published schema that is current", () => {
    const published = readFileSync(new URL("../../../docs/schema/sourceline-case-2.json", import.meta.url), "utf8");
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(caseJsonSchema())));
  });

  it("never holds more than one row at a time", () => {
    const held = fixtureCase();
    let open = 0;
    const reader = {
      ...held.reader,
      text: (sha256: string) => {
        open++;
        return held.reader.text(sha256);
      },
    };
    const chunks = caseJson(reader);
    for (let step = 0; step < 2; step++) chunks.next();
    expect(open).toBe(1);
  });
});

describe("a JSON file that is no case", () => {
  const sentence = (spoil: (value: ReturnType<typeof parsed>) => void): string => {
    const value = parsed();
    spoil(value);
    try {
      read(JSON.stringify(value));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return "";
  };

  it("is refused with the place that is wrong", () => {
    expect(
      sentence((value) => {
        value.tables.claim[1].statement = 7;
      }),
    ).toMatch(/Tables\.claim, number 2, field statement cannot be read/);
    expect(
      sentence((value) => {
        value.tables.span[0].colour = "red";
      }),
    ).toMatch(/Tables\.span, number 1 cannot be read: Unrecognized key: "colour"/);
    expect(
      sentence((value) => {
        value.tables.weapon = [{ id: 1 }];
      }),
    ).toContain("It has a table “weapon” that no case has.");
    expect(
      sentence((value) => {
        value.texts[0].content += "!";
      }),
    ).toContain("Texts, number 1 is not what its hash says");
    expect(
      sentence((value) => {
        value.originals[1].bytes = Buffer.from("other").toString("base64");
      }),
    ).toContain("Originals, number 2 is not what its hash says");
    expect(
      sentence((value) => {
        value.entries.splice(1, 1);
      }),
    ).toContain("Entries, number 2 does not follow the entry before it");
    expect(
      sentence((value) => {
        value.entries = [];
      }),
    ).toContain("It holds no journal.");
  });

  it("is told from a case of a newer version and from any other JSON", () => {
    expect(() => read(JSON.stringify({ ...parsed(), version: 3 }))).toThrow(
      expect.objectContaining({ code: "CASE_FROM_NEWER" }),
    );
    for (const other of ['{"a":1}', "[]", "7", '{"format":"other","version":1}']) {
      expect(() => read(other)).toThrow(expect.objectContaining({ code: "NOT_A_CASE" }));
    }
  });

  it("is refused where it is cut off or is not JSON at all", () => {
    expect(() => read(file.slice(0, -40))).toThrow(/ends too early, after entries, number 4|ends too early/);
    expect(() => read(file.slice(0, 5_000))).toThrow(expect.objectContaining({ code: "CASE_DAMAGED" }));
    expect(() => read("PK\u0003\u0004")).toThrow(expect.objectContaining({ code: "CASE_DAMAGED" }));
    expect(() => read("")).toThrow(/cannot be brought in|is no case/);
    expect(() => read(`${file}{}`)).toThrow(expect.objectContaining({ code: "CASE_DAMAGED" }));
    expect(() => [...readCaseJson(join(folder, "nowhere.json")).contents()]).toThrow(
      expect.objectContaining({ code: "CASE_NOT_FOUND" }),
    );
  });
});
