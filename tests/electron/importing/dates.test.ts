import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { PartialDate } from "#domain/nouns/common.ts";
import { dayOrderAmong, dayOrderOf, readDate } from "#electron/importing/dates.ts";
import { foldedForDates, MONTHS } from "#electron/importing/month-names.ts";

test.for([
  // ISO 8601 and its relations
  ["2024", "2024", "year"],
  ["2024-03", "2024-03", "month"],
  ["2024/3", "2024-03", "month"],
  ["2024-03-22", "2024-03-22", "day"],
  ["2024/03/22", "2024-03-22", "day"],
  ["2024.3.2", "2024-03-02", "day"],
  ["20240322", "2024-03-22", "day"],
  ["20240322T140500Z", "2024-03-22T14:05", "time"],
  ["20240322140500", "2024-03-22", "day"],
  ["2024-03-22Z", "2024-03-22", "day"],
  ["2024-03-22T14:05:09Z", "2024-03-22T14:05", "time"],
  ["2024-03-22T14:05:09.123456Z", "2024-03-22T14:05", "time"],
  ["2024-03-22T14:05:09,123+01:00", "2024-03-22T13:05", "time"],
  ["2024-03-22T00:30:00+0100", "2024-03-21T23:30", "time"],
  ["2023-12-31 23:30:00-05", "2024-01-01T04:30", "time"],
  ["2024-03-22 14:05:00 +00:00", "2024-03-22T14:05", "time"],
  ["2024-03-22T14:05:00+05:45", "2024-03-22T08:20", "time"],
  ["2024-03-22T14:05", "2024-03-22", "day"],
  ["2024-03-22 14:05:00", "2024-03-22", "day"],
  // RFC 822, RFC 850, asctime, JavaScript
  ["Fri, 22 Mar 2024 14:05:00 GMT", "2024-03-22T14:05", "time"],
  ["Fri, 22 Mar 2024 14:05:00 +0530", "2024-03-22T08:35", "time"],
  ["22 Mar 2024 23:05 EST", "2024-03-23T04:05", "time"],
  ["Fri, 22 Mar 24 14:05:00 GMT", "2024-03-22T14:05", "time"],
  ["Friday, 22-Mar-24 14:05:00 GMT", "2024-03-22T14:05", "time"],
  ["22 Mar 1994 14:05:00 PST", "1994-03-22T22:05", "time"],
  ["Fri Mar 22 14:05:00 2024", "2024-03-22", "day"],
  ["Fri Mar 22 14:05:00 UTC 2024", "2024-03-22T14:05", "time"],
  ["Fri Mar 22 2024 14:05:00 GMT+0100 (Central European Standard Time)", "2024-03-22T13:05", "time"],
  // English
  ["22 March 2024", "2024-03-22", "day"],
  ["22nd of March, 2024", "2024-03-22", "day"],
  ["Published: Friday, March 22, 2024", "2024-03-22", "day"],
  ["March 22nd 2024", "2024-03-22", "day"],
  ["Mar. 22, 2024, 2:05 p.m. EDT", "2024-03-22T18:05", "time"],
  ["Mar 22, 2024 12:05 AM GMT", "2024-03-22T00:05", "time"],
  ["2 pm GMT, 22 March 2024", "2024-03-22T14:00", "time"],
  ["14:05 GMT, Sept 2, 2024", "2024-09-02T14:05", "time"],
  ["22-Mar-2024", "2024-03-22", "day"],
  ["2024-Mar-22", "2024-03-22", "day"],
  ["March 2024", "2024-03", "month"],
  ["MAY 2024", "2024-05", "month"],
  // French
  ["22 mars 2024", "2024-03-22", "day"],
  ["vendredi 1er mai 2020 à 14h05", "2020-05-01", "day"],
  ["Publié le 14 août 2024 à 14h05 GMT", "2024-08-14T14:05", "time"],
  ["14 AOUT 2024", "2024-08-14", "day"],
  ["2 févr. 2024", "2024-02-02", "day"],
  ["mar. 2 déc. 2025", "2025-12-02", "day"],
  ["décembre 2025", "2025-12", "month"],
  // Spanish, Portuguese, German, others
  ["22 de marzo de 2024", "2024-03-22", "day"],
  ["1º de setembro de 2024", "2024-09-01", "day"],
  ["3 de março de 2024", "2024-03-03", "day"],
  ["22. März 2024, 14:05 Uhr", "2024-03-22", "day"],
  ["5. Jänner 2024", "2024-01-05", "day"],
  ["22 марта 2024 г.", "2024-03-22", "day"],
  ["22 Agustos 2024", "2024-08-22", "day"],
  ["22 Juni 2024", "2024-06-22", "day"],
  ["2024年3月22日", "2024-03-22", "day"],
  ["2024년 3월 22일", "2024-03-22", "day"],
  // Arabic: Nile and Gulf, Levant, Maghreb; both kinds of digits; hamzas written or not; a name of either region
  ["22 مارس 2024", "2024-03-22", "day"],
  ["الجمعة، ٢٢ مارس ٢٠٢٤", "2024-03-22", "day"],
  ["14 أكتوبر، 2024", "2024-10-14", "day"],
  ["14 اكتوبر 2024", "2024-10-14", "day"],
  ["1 إبريل 2024", "2024-04-01", "day"],
  ["22 آذار 2024", "2024-03-22", "day"],
  ["22 اذار 2024", "2024-03-22", "day"],
  ["22 آذار/مارس 2024", "2024-03-22", "day"],
  ["22 مارس (آذار) 2024", "2024-03-22", "day"],
  ["3 كانون الثاني 2024", "2024-01-03", "day"],
  ["3 كانون الأول 2024", "2024-12-03", "day"],
  ["3 تشرين الأول 2024", "2024-10-03", "day"],
  ["3 تشرين الثاني 2024", "2024-11-03", "day"],
  ["٩ أيلول ٢٠٢٤", "2024-09-09", "day"],
  ["14 جويلية 2024", "2024-07-14", "day"],
  ["14 فيفري 2024", "2024-02-14", "day"],
  ["14 غشت 2024", "2024-08-14", "day"],
  ["14 شتنبر 2024", "2024-09-14", "day"],
  ["20 أوت 2024", "2024-08-20", "day"],
  ["آب 2024", "2024-08", "month"],
  ["22 مارس 2024 14:05 بتوقيت غرينتش", "2024-03-22T14:05", "time"],
  ["22 مارس 2024 - 2:05 م GMT", "2024-03-22T14:05", "time"],
  ["12 رمضان 1445هـ الموافق 22 مارس 2024", "2024-03-22", "day"],
  ["\u200f٢٢\u200f/\u200f٠٣\u200f/\u200f٢٠٢٤", "2024-03-22", "day"],
  ["۲۲ مارس ۲۰۲۴", "2024-03-22", "day"],
  // figures that can be read in one way only
  ["22/03/2024", "2024-03-22", "day"],
  ["03/22/2024", "2024-03-22", "day"],
  ["3/3/2024", "2024-03-03", "day"],
  ["22-03-2024 14:05", "2024-03-22", "day"],
  ["03.04.2024", "2024-04-03", "day"],
  // seconds and milliseconds since 1970
  ["1711116300", "2024-03-22T14:05", "time"],
  ["1711116300000", "2024-03-22T14:05", "time"],
] as const)("“%s” is %s, to the %s", ([text, value, precision]) => {
  expect(readDate(text)).toEqual({ value, precision, doubt: null });
});

test.for([
  "",
  "yesterday",
  "22 March",
  "14:05",
  "2024-13-01",
  "2024-02-30",
  "31/04/2024",
  "32 March 2024",
  "22/03/24",
  "22 Mar 24",
  "1403/01/03",
  "٣ فروردین ۱۴۰۳",
  "22 مارس 2567",
  "0000-00-00",
  "0001-01-01T00:00:00Z",
  "+223 20 22 03 20",
  "192.168.2024.1",
  "1234567",
  "null",
  `${"a ".repeat(150)}22 March 2024`,
])("there is no date in “%s”", (text) => {
  expect(readDate(text)).toBeNull();
});

describe("a date whose day and month could change places", () => {
  it("is kept as its year, with a sentence", () => {
    expect(readDate("03/04/2024")).toEqual({
      value: "2024",
      precision: "year",
      doubt: "Its date “03/04/2024” can be read with the day or the month first, so only the year was kept.",
    });
  });

  it("is read in the order that is known", () => {
    expect(readDate("03/04/2024", "day first")).toEqual({ value: "2024-04-03", precision: "day", doubt: null });
    expect(readDate("03/04/2024", "month first")).toEqual({ value: "2024-03-04", precision: "day", doubt: null });
    expect(readDate("22/03/2024", "month first")?.value).toBe("2024-03-22");
  });

  it("has its order from the language, where all who write it agree", () => {
    expect(["fr", "ar-MA", "pt-BR", "de"].map(dayOrderOf)).toEqual(Array(4).fill("day first"));
    expect(["en", "en-GB", "zh", "frp", null].map(dayOrderOf)).toEqual(Array(5).fill(null));
  });

  it("has its order from the other dates of its column", () => {
    expect(dayOrderAmong(["03/04/2024", "22/03/2024", "", "2024-03-22"])).toBe("day first");
    expect(dayOrderAmong(["03/04/2024", "03/22/2024 14:05"])).toBe("month first");
    expect(dayOrderAmong(["22/03/2024", "03/22/2024"])).toBeNull();
    expect(dayOrderAmong(["03/04/2024"])).toBeNull();
    expect(dayOrderAmong([])).toBeNull();
  });
});

it("takes the first of two days, and says so", () => {
  const both = readDate("22 March 2024, updated 23 March 2024");
  expect(both?.value).toBe("2024-03-22");
  expect(both?.doubt).toContain("names two days");
  expect(readDate("Friday 22 March 2024 (2024-03-22)")?.doubt).toBeNull();
});

it("takes the end of a day for the beginning of the next", () => {
  expect(readDate("2024-03-22T24:00:00Z")?.value).toBe("2024-03-23T00:00");
  expect(readDate("2024-12-31T24:00+01:00")?.value).toBe("2024-12-31T23:00");
  expect(readDate("22 March 2024 24:00 GMT")?.value).toBe("2024-03-23T00:00");
  // No day has a minute after its end.
  expect(readDate("2024-03-22T24:01Z")?.value).toBe("2024-03-22");
  expect(readDate("2024-03-22T24:00:01Z")?.value).toBe("2024-03-22");
});

test.for([
  ["1-3 May 2024", "2024-05", "month"],
  ["1 – 3 May 2024", "2024-05", "month"],
  ["1 to 3 May 2024", "2024-05", "month"],
  ["1st and 2nd of May 2024", "2024-05", "month"],
  ["1 May–3 May 2024", "2024-05", "month"],
  ["May 1-3, 2024", "2024-05", "month"],
  ["Friday 30 April – 2 May 2024", "2024", "year"],
  ["May 30-June 2, 2024", "2024", "year"],
  ["28 December – 3 January 2024", "2024", "year"],
  ["du 1er au 3 mai 2024", "2024-05", "month"],
  ["1/2 mai 2024", "2024-05", "month"],
  ["del 1 al 3 de mayo de 2024", "2024-05", "month"],
  ["1 a 3 de maio de 2024", "2024-05", "month"],
  ["vom 1. bis 3. Mai 2024", "2024-05", "month"],
  ["1.–3. Mai 2024", "2024-05", "month"],
  ["1.-3.5.2024", "2024-05", "month"],
  ["с 1 по 3 мая 2024", "2024-05", "month"],
  ["من 1 إلى 3 مايو 2024", "2024-05", "month"],
  ["2024年5月1日至3日", "2024-05", "month"],
  ["2024年5月30日-6月2日", "2024", "year"],
] as const)("“%s” is a span of days, of which %s remains", ([text, value, precision]) => {
  const doubt = `Its date “${text}” is a span of days, so only the ${precision} was kept.`;
  expect(readDate(text)).toEqual({ value, precision, doubt });
});

test.for([
  "Page 3 - 22 March 2024",
  "No. 5, 22 March 2024",
  "10:30 - 22 March 2024",
  "14h05 - 22 mars 2024",
  "14 h 05 - 22 mars 2024",
  "10.30 – 22 March 2024",
  "30 - 22 March 2024",
  "22 March 2024, 10-12",
])("“%s” is one day", (text) => {
  expect(readDate(text)).toEqual({ value: "2024-03-22", precision: "day", doubt: null });
});

it("leaves out a time whose zone nobody can tell", () => {
  // China and North America write the same letters, fourteen hours apart.
  expect(readDate("Fri Mar 22 02:05:00 CST 2024")).toMatchObject({ value: "2024-03-22", precision: "day" });
  expect(readDate("2024-03-22T02:05:00 CST")).toMatchObject({ value: "2024-03-22", precision: "day" });
  expect(readDate("22 March 2024 14:05 IST")).toMatchObject({ value: "2024-03-22", precision: "day" });
  expect(readDate("2024-03-22T25:05Z")).toMatchObject({ value: "2024-03-22", precision: "day" });
});

test.for([
  // spans of hours, and numbers of other things
  "22 March 2024, 10:30-12:00",
  "22 March 2024, 10:30 - 12:00",
  "22 March 2024, 10:30 -12:30 pm",
  "22 March 2024, 10:30 -12:00 p.m.",
  "22 March 2024, 10:30-1130 p.m.",
  "22 March 2024, 10-12 am",
  "22 March 2024, 10am-12",
  "22 mars 2024, 10h30-12h00",
  "22 mars 2024, 10h30 -12h00",
  "20240322 1030-1200",
  "2024-03-22 10:30:00-12:00:00",
  "22 March 2024 14:05 -5 comments",
  "22 March 2024 14:05 -12 comments",
  "22 March 2024 14:05:30 -5 comments",
  "22 March 2024 14:05-5",
  "22 March 2024 14:05 GMT -5 comments",
  // offsets that no place has
  "22 March 2024 14:05 +1500",
  "22 March 2024 14:05 -1215",
  "22 March 2024 14:05 +0510",
  "2024-03-22T14:05+14:30",
  "2024-03-22T14:05:00+01:75",
  "22 March 2024 14:05 GMT+15",
  // words that zones are called like
  "22/03/2024 à 10h30 est",
  "22/03/2024 à 10h30, tu verras",
  "22 March 2024 14:05 eat",
] as const)("“%s” has no zone, and only its day is kept", (text) => {
  expect(readDate(text)).toEqual({ value: "2024-03-22", precision: "day", doubt: null });
});

test.for([
  ["22 March 2024, 10:30 EST", "2024-03-22T15:30"],
  ["22/03/2024 à 10h30 TU", "2024-03-22T10:30"],
  ["22 March 2024 14:05 -0500 (5 comments)", "2024-03-22T19:05"],
  ["22 March 2024 14:05 -05:00", "2024-03-22T19:05"],
  ["22 March 2024 14:05 +01:00 Hanover", "2024-03-22T13:05"],
  ["22 March 2024 14:05+0545", "2024-03-22T08:20"],
  ["22 March 2024 2:05 pm (+0100)", "2024-03-22T13:05"],
  ["22 March 2024 14:05 UTC+1", "2024-03-22T13:05"],
  ["22 March 2024 14:05 UTC +01:00", "2024-03-22T13:05"],
  ["22 March 2024 14:05 +0000 UTC", "2024-03-22T14:05"],
  ["22 March 2024 10:30 GMT-12:00 GMT", "2024-03-22T10:30"],
  ["22 March 2024 10:30 EST-12:00 EST", "2024-03-22T15:30"],
  ["2024-03-22t14:05z", "2024-03-22T14:05"],
  ["2024-03-22T14:05-05", "2024-03-22T19:05"],
  ["2024-03-22T14:05-05:00", "2024-03-22T19:05"],
  ["2024-03-22 14:05:00+00:00", "2024-03-22T14:05"],
  ["20240322T1405-0500", "2024-03-22T19:05"],
  ["2024-03-22T14:05:00+14:00", "2024-03-22T00:05"],
  ["2024-03-22T10:05:00-12:00", "2024-03-22T22:05"],
] as const)("“%s” is %s in UTC", ([text, value]) => {
  expect(readDate(text)).toEqual({ value, precision: "time", doubt: null });
});

it("knows every month as the calendars of its languages write it", () => {
  expect(new Set(MONTHS.values())).toEqual(new Set(Array.from({ length: 12 }, (_, index) => index + 1)));
  for (const language of ["en", "fr", "es", "pt", "de", "ar-EG", "ar-SY", "ar-MA", "ar-DZ"]) {
    for (let month = 1; month <= 12; month++) {
      const written = new Intl.DateTimeFormat(language, {
        calendar: "gregory",
        dateStyle: "long",
        timeZone: "UTC",
      }).format(Date.UTC(2024, month - 1, 22));
      expect([written, readDate(written)?.value]).toEqual([written, `2024-${String(month).padStart(2, "0")}-22`]);
    }
  }
  for (const name of MONTHS.keys()) expect(foldedForDates(name)).toBe(name);
});

it("gives a partial date or nothing, whatever it is given", () => {
  const pieces = fc.constantFrom("22", "3", "2024", "March", "آذار", "/", "-", ".", ":", " ", "T", "Z", "+01:00", "٣");
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const date = readDate(text);
      if (date) expect(PartialDate.parse(date.value)).toBe(date.value);
    }),
    { numRuns: 3_000 },
  );
});
