import { expect, test } from "vitest";
import { readDateline } from "#electron/importing/dateline.ts";

test.for([
  ["TAMBA (Northwire) – Forty soldiers", "TAMBA", "Northwire", "Forty soldiers"],
  ["TAMBA (Northwire) -- Forty soldiers", "TAMBA", "Northwire", "Forty soldiers"],
  ["TAMBA (Northwire)— Forty soldiers", "TAMBA", "Northwire", "Forty soldiers"],
  ["PORT TAMBA, Lac (AP) — Forty soldiers", "PORT TAMBA, Lac", "AP", "Forty soldiers"],
  ["TAMBA/ÉVRANE (Northwire) - Forty soldiers", "TAMBA/ÉVRANE", "Northwire", "Forty soldiers"],
  ["TAMBA, ÉVRANE (Northwire) - Forty soldiers", "TAMBA, ÉVRANE", "Northwire", "Forty soldiers"],
  ["Île-d’Or (Agence Océane) — Une douzaine", "Île-d’Or", "Agence Océane", "Une douzaine"],
  ["Tamba (AFP) – Une douzaine", "Tamba", "AFP", "Une douzaine"],
  ["ÉVRANE, Lac (Océane) – Une douzaine", "ÉVRANE, Lac", "Océane", "Une douzaine"],
  ["SAINT-JEAN-SUR-LAC (Océane) – Une douzaine", "SAINT-JEAN-SUR-LAC", "Océane", "Une douzaine"],
  ["تامبا (البحر) – قال مصدر", "تامبا", "البحر", "قال مصدر"],
  ["ميناء تامبا (رويترز) - قال مصدر", "ميناء تامبا", "رويترز", "قال مصدر"],
  ["تامبا/ الأناضول", "تامبا", "الأناضول", ""],
  ["تامبا / الأناضول - قال مصدر", "تامبا", "الأناضول", "قال مصدر"],
] as const)("the dateline of “%s”", ([line, place, agency, rest]) => {
  const dateline = readDateline(line);
  expect(dateline).toMatchObject({ place, agency, date: "", byline: "" });
  expect(line.slice(dateline?.length)).toBe(rest);
});

test.for([
  ["TAMBA, 14 May (Northwire) - Forty soldiers", "TAMBA", "Northwire", "14 May", "Forty soldiers"],
  ["TAMBA, Lac, March 22 (Northwire) -- Forty", "TAMBA, Lac", "Northwire", "March 22", "Forty"],
  ["TAMBA, 22 mars (Océane) - Une douzaine", "TAMBA", "Océane", "22 mars", "Une douzaine"],
  ["Tamba, le 1er avril (Océane) – Une douzaine", "Tamba", "Océane", "le 1er avril", "Une douzaine"],
  ["TAMBA, Lac, March 5, 2024 /PRNewswire/ -- Forty", "TAMBA, Lac", "PRNewswire", "March 5, 2024", "Forty"],
  ["ТАМБА, 22 марта. /ТАСС/. Сорок солдат", "ТАМБА", "ТАСС", "22 марта", "Сорок солдат"],
  ["ТАМБА, 22 мар – РИА Новости. Сорок солдат", "ТАМБА", "РИА Новости", "22 мар", "Сорок солдат"],
  ["TAMBA, 22 March 2024 – Forty soldiers", "TAMBA", "", "22 March 2024", "Forty soldiers"],
  ["新华社坦巴3月22日电 军方宣布", "坦巴", "新华社", "3月22日", "军方宣布"],
] as const)("the dateline with a date of “%s”", ([line, place, agency, date, rest]) => {
  const dateline = readDateline(line);
  expect(dateline).toMatchObject({ place, agency, date });
  expect(line.slice(dateline?.length)).toBe(rest);
});

test.for([
  ["By Ada Brook TAMBA (Northwire) - Forty soldiers", "TAMBA", "Ada Brook"],
  ["By Ada Brook and Jean Le Goff PORT TAMBA (Northwire) - Forty soldiers", "PORT TAMBA", "Ada Brook and Jean Le Goff"],
  ["تامبا / عادل بروك / الأناضول", "تامبا", "عادل بروك"],
  ["新华社坦巴3月22日电（记者李明）军方宣布", "坦巴", "李明"],
] as const)("the byline before the dateline of “%s”", ([line, place, byline]) => {
  expect(readDateline(line)).toMatchObject({ place, byline });
});

test("what an agency files without a place has none", () => {
  expect(readDateline("CORRECTION (Northwire) – In a story of 14 May")).toMatchObject({
    place: "",
    agency: "Northwire",
  });
});

test.for([
  "Forty soldiers were killed, the front said.",
  "tamba (Northwire) – in small letters",
  "The mayor (left) spoke",
  "The mayor (left) – who spoke first – left",
  "The Mayor (Northwire) – who spoke first",
  "TAMBA – Forty soldiers",
  "TAMBA (Northwire) Forty soldiers",
  "European Union (EU) – the bloc",
  "EUROPEAN UNION (EU) – the bloc",
  "Ada Brook (Lac) – the deputy – said",
  "General Brook (RF) - said",
  "Monday, 14 May – the front said",
  "Forty soldiers (and two officers) – all of the garrison – were killed",
  "In Tamba (AP) – the agency – forty were killed",
  "Le maire (à gauche) – qui parlait",
  "العمدة (يسار) – الذي تحدث",
  "قال العمدة السابق (البحر) – الذي تحدث",
  "السلام / الحرب",
  "Peace/War - a story",
  "- (AFP) - x",
  "",
])("there is none in “%s”", (line) => {
  expect(readDateline(line)).toBeNull();
});

test("a line of many megabytes is read at its head only", () => {
  expect(readDateline("A".repeat(10_000_000))).toBeNull();
  expect(readDateline(`${"A, ".repeat(3_000_000)}(B) -`)).toBeNull();
  expect(readDateline(`By ${"A ".repeat(3_000_000)}`)).toBeNull();
});
