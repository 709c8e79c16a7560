import type { Article } from "#domain/nouns/article.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A partial date as it is read: “2025”, “May 2025”, “16 May 2025”, “16 May 2025, 05:30”. */
export function dateInWords(date: string): string {
  const [day = "", time] = date.split("T");
  const [year, month, dayOfMonth] = day.split("-");
  const words = [dayOfMonth && String(Number(dayOfMonth)), month && MONTHS[Number(month) - 1], year].filter(Boolean);
  return time ? `${words.join(" ")}, ${time}` : words.join(" ");
}

/** A moment as it is read, to the minute, in UTC. */
export function momentInWords(instant: string): string {
  return `${dateInWords(instant.slice(0, 16))} UTC`;
}

/** When an article was published, and how precisely that is known; a time is in UTC, and says so. */
export function publishedInWords({ published, publishedPrecision }: Published): string {
  if (published === null) return "undated";
  const words = grainOf(published) === "time" ? momentInWords(published) : dateInWords(published);
  return withPrecision(words, published, publishedPrecision);
}

type Published = Pick<Article, "published" | "publishedPrecision">;

/** A partial date in words, with its precision where the words do not show it. */
export function preciseDateInWords(date: string, precision: Article["publishedPrecision"]): string {
  return withPrecision(dateInWords(date), date, precision);
}

function withPrecision(words: string, date: string, precision: Article["publishedPrecision"]): string {
  if (precision === "week") return `week of ${words}`;
  return precision === null || precision === grainOf(date) ? words : `${words} (known to the ${precision})`;
}

function grainOf(date: string): Article["publishedPrecision"] {
  if (date.length > 10) return "time";
  if (date.length > 7) return "day";
  return date.length > 4 ? "month" : "year";
}
