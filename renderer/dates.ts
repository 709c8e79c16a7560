const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** A partial date in words: `2025-05-16T05:30` is “16 May 2025, 05:30”, `2025-05` is “May 2025”. */
export function dateInWords(date: string): string {
  const [day = "", time] = date.split("T");
  const [year, month, dayOfMonth] = day.split("-");
  const words = [dayOfMonth && String(Number(dayOfMonth)), month && MONTHS[Number(month) - 1], year];
  return words.filter(Boolean).join(" ") + (time ? `, ${time}` : "");
}

/** When an article was published, in words; a time is in UTC, and says so: “16 May 2025, 05:30 UTC”. */
export function publishedInWords(published: string): string {
  return published.includes("T") ? instantInWords(published) : dateInWords(published);
}

/** A moment in words, in UTC as everything that is kept: “16 May 2025, 14:20 UTC”. */
export function instantInWords(instant: string): string {
  return `${dateInWords(instant.slice(0, 16))} UTC`;
}
