import { eld } from "eld/small";
import type { Stated } from "./document.ts";

/** A text of fewer letters is too short to tell its language from. */
const FEWEST_LETTERS = 20;

/** The language of a text with where it was read: as it is stated where that can be, else as its letters and words tell. */
export function languageOf(text: string, stated: Stated | null): Stated | null {
  if (stated && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(stated.value)) return stated;
  const detected = detectLanguage(text);
  return detected === null ? null : { value: detected, from: "detected" };
}

/** The main language of a text as a BCP 47 tag, or null where it is too short to tell. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, 1_000);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) return null;
  return eld.detect(sample).language || null;
}
