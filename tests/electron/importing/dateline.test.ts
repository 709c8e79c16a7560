import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readDateline, readDatelineAlone } from "#electron/importing/dateline.ts";
import { readDate } from "#electron/importing/dates.ts";
import { ALONE, DATELINES, LOOKALIKES, NOT_ALONE } from "./dateline-forms.ts";

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

test.for(DATELINES)("the place, the agency and the date of “%s”", ([line, place, agency, date, rest]) => {
  const dateline = readDateline(line);
  expect(dateline).toMatchObject({ place, agency, date, byline: "" });
  expect(line.slice(dateline?.length)).toBe(rest);
});

test.for(LOOKALIKES)("“%s” is no dateline", (line) => {
  expect(readDateline(line)).toBeNull();
});

describe("place and date on a line of their own", () => {
  it.each(ALONE)("“%s”", (line, place, day) => {
    const alone = readDatelineAlone(line);
    expect(alone).toMatchObject({ place, agency: "", length: line.length });
    expect(readDate(alone?.date ?? "")?.value).toBe(day);
  });

  it.each(NOT_ALONE)("are not in “%s”", (line) => {
    expect(readDatelineAlone(line)).toBeNull();
  });

  it("are certain where the line can be no title", () => {
    expect(["TAMBA, 14 May 2024", "Tamba, Mali, 14 May 2024", "Tamba, le 14 mai 2024"].map(certainty)).toEqual([
      true,
      true,
      true,
    ]);
    expect(["Tamba, 14 May 2024", "تامبا في 13 مايو 2024"].map(certainty)).toEqual([false, false]);
  });
});

describe("who printed it in the place of a place", () => {
  it.each([
    ["Reuters, 14 May 2024", "Reuters"],
    ["AFP, 14 mai 2024", "AFP"],
    ["رويترز، 14 مايو 2024", "رويترز"],
    ["ТАСС, 14 мая 2024 г.", "ТАСС"],
    ["Le Monde, 14 mai 2024", "Le Monde"],
    ["LE MONDE, 14 mai 2024", "LE MONDE"],
    ["The Guardian, 14 May 2024", "The Guardian"],
    ["New York Times, May 14, 2024", "New York Times"],
    ["El País, 14 de mayo de 2024", "El País"],
    ["Corriere della Sera, 14 maggio 2024", "Corriere della Sera"],
    ["الشرق الأوسط، 14 مايو 2024", "الشرق الأوسط"],
  ])("is the outlet of “%s”", (line, agency) => {
    expect(readDatelineAlone(line)).toMatchObject({ place: "", agency });
    expect(readDateline(`${line} – Forty`)).toMatchObject({ place: "", agency });
  });

  it.each([
    "Petra, 14 May 2024",
    "TAMBA TIMES, May 14, 2024",
    "Lake Courier, 14 May 2024",
    "صحيفة تامبا، 14 مايو 2024",
  ])("is neither outlet nor place in “%s”, where only the date is sure", (line) => {
    expect(readDatelineAlone(line)).toMatchObject({ place: "", agency: "", isCertain: false });
  });

  it("may be a title, but for agencies", () => {
    expect(["Reuters, 14 May 2024", "Le Monde, 14 mai 2024"].map(certainty)).toEqual([true, false]);
  });
});

const certainty = (line: string) => readDatelineAlone(line)?.isCertain;

/** Names that no list of places has. */
const NAME = fc
  .tuple(fc.constantFrom("TAM", "KOR", "ÉVRA", "DJEL", "ТАМ"), fc.constantFrom("BA", "NE", "SO", "ДО"))
  .map((parts) => parts.join(""));
const MONTHS = ["January", "May", "Sept.", "mars", "août", "Mayıs", "Oktober", "dezembro", "июня"];
const DAY = fc.integer({ min: 1, max: 28 });
const DATE = fc
  .tuple(DAY, fc.constantFrom(...MONTHS), fc.boolean())
  .map(([day, month, isDayFirst]) => (isDayFirst ? `${day} ${month}` : `${month} ${day}`));
const DASHES = fc.constantFrom(" - ", " – ", " — ", " -- ");

test("whatever the place, the day, the month and the dash, a dateline comes apart into what it was made of", () => {
  const agencies = fc.constantFrom("Northwire", "Reuters", "AFP", "Agence Océane", "البحر", "РИА Новости");
  fc.assert(
    fc.property(NAME, DATE, fc.constantFrom("", ", 2024"), agencies, DASHES, (place, day, year, agency, dash) => {
      const head = `${place}, ${day}${year} (${agency})${dash}`;
      expect(readDateline(`${head}Forty soldiers`)).toEqual({
        place,
        agency,
        date: expect.stringMatching(new RegExp(`^${day.replace(/[.]/g, "[.]?")}`)),
        byline: "",
        length: head.length,
      });
    }),
  );
});

test("a name and a number, whatever the words between them, make no dateline without a month", () => {
  const words = fc.constantFrom("Lot", "Section", "Gruppe", "Page", "Vol.", "Nr.", "Figure", "Club", "Marsh", "Mayor");
  fc.assert(
    fc.property(NAME, words, fc.integer({ min: 1, max: 99 }), DASHES, (place, word, number, dash) => {
      expect(readDateline(`${place}, ${word} ${number} (Northwire)${dash}Forty soldiers`)).toBeNull();
      expect(readDatelineAlone(`${place}, ${word} ${number}, 2024`)).toBeNull();
    }),
  );
});

test("no line of words makes it fail, take long, or take more than there is", () => {
  const pieces = fc.constantFrom(
    "TAMBA",
    "Tamba",
    ", ",
    " ",
    "(",
    ")",
    "/",
    "May",
    "12",
    "2024",
    "–",
    "-",
    ".",
    "AFP",
    "في",
    "مايو",
    "تامبا",
    "г.",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (words) => {
      const line = words.join("");
      expect(readDateline(line)?.length ?? 0).toBeLessThanOrEqual(line.length);
      expect(readDatelineAlone(line)?.length ?? 0).toBeLessThanOrEqual(line.length);
    }),
  );
});

it("comes to an end on lines that are made to be tried in every way", () => {
  for (const line of [
    `Tamba${"-a".repeat(60)}`,
    `TAMBA ${"(A’ ),-".repeat(25)}–`,
    `تامبا /${" ".repeat(60)}اب${" ".repeat(120)}!`,
  ]) {
    expect(readDateline(line), line).toBeNull();
    expect(readDatelineAlone(line), line).toBeNull();
  }
  expect(readDateline("PORT-AU-PRINCE (AFP) – The ferry sank.")?.place).toBe("PORT-AU-PRINCE");
});
