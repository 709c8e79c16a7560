import { expect, test } from "vitest";
import { readRunIn } from "#electron/importing/run-in.ts";

test.for([
  ["date 2024-03-22 In a raid at dawn", "2024-03-22", "In a raid at dawn"],
  [" date 2024-03-22 In a raid at dawn", "2024-03-22", "In a raid at dawn"],
  ["Date: 22 March 2024", "2024-03-22", ""],
  ["DATE: 2024-03-22 – In a raid", "2024-03-22", "In a raid"],
  ["Published 22 March 2024 Forty soldiers were killed", "2024-03-22", "Forty soldiers were killed"],
  ["Published on Friday, March 22, 2024 at 10:30 am | Forty", "2024-03-22", "Forty"],
  ["Published: March 22nd, 2024", "2024-03-22", ""],
  ["Posted on 22 Mar 2024. “Forty”", "2024-03-22", "“Forty”"],
  ["First published: 22/03/2024", "2024-03-22", ""],
  ["Publié le 22 mars 2024 à 10h30", "2024-03-22", ""],
  ["Publié le vendredi 22 mars 2024 – Quarante soldats", "2024-03-22", "Quarante soldats"],
  ["Mis en ligne le 1er avril 2024", "2024-04-01", ""],
  ["Publicado el 22 de marzo de 2024", "2024-03-22", ""],
  ["Veröffentlicht am 22. März 2024", "2024-03-22", ""],
  ["Опубликовано: 22 марта 2024", "2024-03-22", ""],
  ["نشر في 22 مارس 2024", "2024-03-22", ""],
  ["تاريخ النشر: ٢٢ مارس ٢٠٢٤", "2024-03-22", ""],
  ["نشر في: 22 آذار/مارس 2024 - قال مصدر", "2024-03-22", "قال مصدر"],
  ["发布时间：2024年3月22日", "2024-03-22", ""],
  ["22 March 2024", "2024-03-22", ""],
  ["Friday, March 22, 2024", "2024-03-22", ""],
  ["2024-03-22T10:30:00Z", "2024-03-22T10:30", ""],
  ["Published 22 March 2024 10:30 GMT", "2024-03-22T10:30", ""],
  ["Published: 2024-03-22 10:30 (UTC+2)", "2024-03-22T08:30", ""],
] as const)("the run-in of “%s”", ([line, value, rest]) => {
  const runIn = readRunIn(line);
  expect(runIn).toMatchObject({
    date: { value },
    isChange: false,
    isBare: !/^\s*(?:date|p|first|mis|v|опуб|نشر|تاريخ|发)/i.test(line),
  });
  expect(line.slice(runIn?.length)).toBe(rest);
});

test.for([
  ["Updated 23 March 2024", "2024-03-23"],
  ["Last updated: March 23, 2024", "2024-03-23"],
  ["Mis à jour le 23 mars 2024 à 08:00", "2024-03-23"],
  ["آخر تحديث: 23 مارس 2024", "2024-03-23"],
] as const)("the change of “%s”", ([line, value]) => {
  expect(readRunIn(line)).toMatchObject({ date: { value }, isChange: true });
});

test("a day and a month that could change places leave the year, and a doubt", () => {
  expect(readRunIn("Published: 03/04/2024")).toMatchObject({
    date: { value: "2024", precision: "year", doubt: expect.stringContaining("03/04/2024") },
  });
});

test.for([
  "Published 22 March 2024, the report says forty soldiers were killed.",
  "Updated 22 March 2024 figures show forty dead.",
  "22 March 2024 was the day on which forty soldiers were killed.",
  "22 March 2024 Forty soldiers were killed.",
  "Dated 22 March 2024, the letter",
  "Date palms stood there in 2024",
  "Dates: 22 March 2024 to 24 March 2024",
  "The report was published on 22 March 2024.",
  "Published in March",
  "Published 30 February 2024",
  "نشر في 22 مارس 2024 تقرير عن الهجوم",
  "Postdated 22 March 2024",
  "",
])("there is none in “%s”", (line) => {
  expect(readRunIn(line)).toBeNull();
});
