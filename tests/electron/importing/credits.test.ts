import { expect, test } from "vitest";
import { readCredits } from "#electron/importing/credits.ts";

test.for([
  [
    "(Additional reporting by Ada Brook; Editing by Jean Roc)",
    "Additional reporting by Ada Brook; Editing by Jean Roc",
  ],
  ["Reporting by Ada Brook; editing by Jean Roc", "Reporting by Ada Brook; editing by Jean Roc"],
  ["(Reporting and writing by Ada Brook)", "Reporting and writing by Ada Brook"],
  ["— With files from Northwire", "With files from Northwire"],
  ["Ada Brook in Tamba contributed to this report.", "Ada Brook in Tamba contributed to this report."],
  ["(avec AFP)", "avec AFP"],
  ["Avec l’AFP", "Avec l’AFP"],
  ["(Reportage d’Amélie Roc, édité par Jean Le Goff)", "Reportage d’Amélie Roc, édité par Jean Le Goff"],
  ["(Reporte de Ana Roca; editado por Juan Gil)", "Reporte de Ana Roca; editado por Juan Gil"],
  ["(إعداد عادل بروك للنشرة العربية - تحرير ليلى نور)", "إعداد عادل بروك للنشرة العربية - تحرير ليلى نور"],
  ["© Agence Océane", "© Agence Océane"],
  ["© 2024 Northwire. All rights reserved.", "© 2024 Northwire. All rights reserved."],
  ["AP, AFP", "AP, AFP"],
  ["ab-cd/ef/gh", "ab-cd/ef/gh"],
] as const)("the credits of “%s”", ([line, words]) => {
  expect(readCredits(line)).toEqual({ words, agency: "", isWhole: true });
});

test.for([
  ["Reuters", "Reuters"],
  ["(AFP)", "AFP"],
  ["— Xinhua", "Xinhua"],
  ["[AP]", "AP"],
  ["(رويترز)", "رويترز"],
  ["© 2024 AFP", "AFP"],
] as const)("the agency that “%s” names", ([line, agency]) => {
  expect(readCredits(line)).toMatchObject({ agency, isWhole: true });
});

test.for([
  ["The post was taken at dawn. (Reporting by Ada Brook)", "Reporting by Ada Brook", ""],
  ["Le poste a été pris à l’aube. (AFP)", "AFP", "AFP"],
  ["وقع الهجوم فجرا. (رويترز)", "رويترز", "رويترز"],
] as const)("the credits at the end of “%s”", ([line, words, agency]) => {
  expect(readCredits(line)).toEqual({ words, agency, isWhole: false });
});

test.for([
  "The post was taken at dawn.",
  "The report was written by three officers.",
  "Reporting by the ministry was late.",
  "Editing by hand takes hours",
  "The agency (AFP) did not say more.",
  "The post was taken (the second in a week).",
  "Reuters could not verify the videos.",
  "AP said so.",
  "Avec le temps, tout passe.",
  "Map",
  "Edited volumes",
  "and/or",
  "Reporting by Ada Brook ".repeat(100),
  "",
])("there are none in “%s”", (line) => {
  expect(readCredits(line)).toBeNull();
});
