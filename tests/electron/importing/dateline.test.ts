import { expect, test } from "vitest";
import { readDateline } from "#electron/importing/dateline.ts";

test.for([
  ["TAMBA (Northwire) – Forty soldiers", "TAMBA", "Northwire", "Forty soldiers"],
  ["TAMBA, 14 May (Northwire) - Forty soldiers", "TAMBA", "Northwire", "Forty soldiers"],
  ["Île-d’Or (Agence Océane) — Une douzaine", "Île-d’Or", "Agence Océane", "Une douzaine"],
  ["ÉVRANE, Lac (Océane) – Une douzaine", "ÉVRANE, Lac", "Océane", "Une douzaine"],
  ["تامبا (البحر) – قال مصدر", "تامبا", "البحر", "قال مصدر"],
] as const)("the dateline of “%s”", ([line, place, agency, rest]) => {
  const dateline = readDateline(line);
  expect(dateline).toMatchObject({ place, agency });
  expect(line.slice(dateline?.length)).toBe(rest);
});

test.for([
  "Forty soldiers were killed, the front said.",
  "tamba (Northwire) – in small letters",
  "The mayor (left) spoke",
  "TAMBA – Forty soldiers",
  "",
])("there is none in “%s”", (line) => {
  expect(readDateline(line)).toBeNull();
});
