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

/** When an article was published, and how precisely that is known. */
export function publishedInWords(article: Pick<Article, "published" | "publishedPrecision">): string {
  if (article.published === null) return "undated";
  const date = dateInWords(article.published);
  return preciseDateInWords(date, article.publishedPrecision);
}

/** A date in words with what its words do not show of its precision. */
export function preciseDateInWords(date: string, precision: Article["publishedPrecision"]): string {
  if (precision === "week") return `week of ${date}`;
  return precision === null || precision === "day" ? date : `${date} (known to the ${precision})`;
}
