import Database from "better-sqlite3";
import { searchForm, searchWords } from "#domain/search/form.ts";
import { IS_SMALL, inFigures, introduce, printTable, quantile } from "./measuring.ts";
import { prose, VOCABULARY } from "./prose.ts";
import { generator, pick, type Random } from "./random.ts";

/** What two choices of the search tables cost and win: an index of beginnings, and Chinese as single characters. */

const TEXTS = IS_SMALL ? 500 : 10_000;
const REPEATED = IS_SMALL ? 3 : 9;
const WORDS_ASKED = IS_SMALL ? 5 : 25;

/** How a word begins that is neither frequent nor rare, as it is typed. */
const BEGINNINGS = [2, 3, 4, 5].map((letters) => (VOCABULARY[150] ?? "").slice(0, letters));

const OURS = "tokenize='ascii', content='', contentless_delete=1";

introduce(`An index of beginnings: ${TEXTS.toLocaleString("en")} texts of 300 words`);
compareBeginnings();
introduce(
  `Chinese as single characters or by trigram: ${TEXTS.toLocaleString("en")} generated texts of 400 characters`,
);
compareChinese();

function compareBeginnings(): void {
  const random = generator(7);
  const texts = Array.from({ length: TEXTS }, () => prose(300, random));
  const rows = [
    ["without", ""],
    ["of 2 and 3 letters", ", prefix='2 3'"],
    ["of 2 and 4 letters", ", prefix='2 4'"],
    ["of 2, 3 and 4 letters", ", prefix='2 3 4'"],
    ["of 2 to 5 letters", ", prefix='2 3 4 5'"],
  ].map(([what = "", prefix = ""]) => {
    const { database, milliseconds } = filled(`${OURS}${prefix}`, texts);
    const asked = BEGINNINGS.map((beginning) => inFigures(timeOf(database, `${beginning}*`)));
    const row = [what, inFigures(milliseconds), megabytesOf(database), ...asked];
    database.close();
    return row;
  });
  printTable(["index of beginnings", "ms to fill", "MB", ...BEGINNINGS.map((beginning) => `${beginning}*, ms`)], rows);
}

function compareChinese(): void {
  const { words, texts } = chinese();
  const ours = filled(OURS, texts.map(searchForm));
  const trigram = filled("tokenize='trigram'", texts);
  printTable(
    ["", "ms to fill", "MB"],
    [
      ["single characters", inFigures(ours.milliseconds), megabytesOf(ours.database)],
      ["trigram, with the texts it needs", inFigures(trigram.milliseconds), megabytesOf(trigram.database)],
    ],
  );
  const random = generator(9);
  const rows = [1, 2, 3, 4].flatMap((length) => {
    const asked = Array.from({ length: WORDS_ASKED }, () => pick(words[length] ?? [], random));
    const truth = asked.map((word) => texts.flatMap((text, index) => (text.includes(word) ? [index + 1] : [])));
    return [
      ["single characters", ours.database, (word: string) => `"${searchWords(word).join(" ")}"`] as const,
      ["trigram", trigram.database, (word: string) => `"${word}"`] as const,
    ].map(([what, database, matchOf]) => {
      const found = asked.map((word) => numbersFor(database, matchOf(word)));
      const times = asked.map((word) => timeOf(database, matchOf(word)));
      const expected = truth.flat().length;
      const right = found.flatMap((numbers, index) =>
        numbers.filter((number) => truth[index]?.includes(number)),
      ).length;
      return [
        `${length === 1 ? "1 character" : `${length} characters`}, ${what}`,
        inFigures(quantile(times, 0.5)),
        inFigures(quantile(times, 0.95)),
        `${inFigures((100 * right) / expected)} %`,
        `${found.flat().length - right}`,
      ];
    });
  });
  printTable(["words of", "p50, ms", "p95, ms", "found of what is there", "found beyond it"], rows);
  ours.database.close();
  trigram.database.close();
}

/** Texts of words of one to four characters, written without spaces, the words as often as language has them. */
function chinese(): { words: Record<number, string[]>; texts: string[] } {
  const random = generator(11);
  const character = () => String.fromCodePoint(0x4e00 + zipf(3_000, random));
  const words: Record<number, string[]> = { 1: [], 2: [], 3: [], 4: [] };
  const vocabulary = Array.from({ length: 20_000 }, () => {
    const length = pick([1, 2, 2, 2, 2, 2, 2, 3, 3, 4], random);
    const word = Array.from({ length }, character).join("");
    words[length]?.push(word);
    return word;
  });
  const texts = Array.from({ length: TEXTS }, () => {
    let text = "";
    while (text.length < 400) {
      text += vocabulary[zipf(vocabulary.length, random)];
      if (random() < 0.08) text += random() < 0.7 ? "，" : "。";
    }
    return text;
  });
  return { words, texts };
}

/** A rank from 0, as often as Zipf’s law has it: the logarithm of the rank is spread evenly. */
function zipf(ranks: number, random: Random): number {
  return Math.min(ranks - 1, Math.floor(Math.exp(random() * Math.log(ranks + 1)) - 1));
}

function filled(options: string, texts: readonly string[]): { database: Database.Database; milliseconds: number } {
  const database = new Database(":memory:");
  database.exec(`CREATE VIRTUAL TABLE search USING fts5(body, ${options})`);
  const insert = database.prepare("INSERT INTO search (rowid, body) VALUES (?, ?)");
  // The time of the processor: what else the machine does would otherwise be counted as the work of the longer one.
  const begun = process.cpuUsage();
  for (let start = 0; start < texts.length; start += 100) {
    database.transaction(() => {
      for (const [index, text] of texts.slice(start, start + 100).entries()) insert.run(start + index + 1, text);
    })();
  }
  const { user, system } = process.cpuUsage(begun);
  return { database, milliseconds: (user + system) / 1_000 };
}

function megabytesOf(database: Database.Database): string {
  const pages = Number(database.pragma("page_count", { simple: true }));
  return inFigures((pages * Number(database.pragma("page_size", { simple: true }))) / 1e6);
}

function numbersFor(database: Database.Database, match: string): number[] {
  const statement = database.prepare<[string], number>("SELECT rowid FROM search WHERE search MATCH ?").pluck();
  return statement.all(match);
}

/** The median of what the first hits and their number take, in milliseconds. */
function timeOf(database: Database.Database, match: string): number {
  const page = database.prepare("SELECT rowid, rank FROM search WHERE search MATCH ? ORDER BY +rank LIMIT 20");
  const total = database.prepare("SELECT count(*) FROM search WHERE search MATCH ?");
  const times = Array.from({ length: REPEATED }, () => {
    const begun = performance.now();
    page.all(match);
    total.get(match);
    return performance.now() - begun;
  });
  return quantile(times, 0.5);
}
