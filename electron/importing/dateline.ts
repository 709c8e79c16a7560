/** The dateline at the head of a report: where it was filed and by which agency. */
export interface Dateline {
  place: string;
  agency: string;
  /** How many characters of the line it takes, the dash included. */
  length: number;
}

/**
 * “TAMBA (Northwire) –”, “TAMBA, 14 May (Northwire) -”, “تامبا (البحر) –”: a place, perhaps a date, an agency in
 * parentheses, and a dash. Latin places are in capitals or begin with one; other scripts know no capitals.
 */
const PATTERN =
  /^(?<place>[\p{Lu}\p{Lo}][\p{L}\p{M}'’.\- ]{1,50}(?:,\s*[\p{L}\p{M}'’.\- ]{2,40})?)(?:,\s*[\p{L}\p{N}. ]{3,20})?\s*\((?<agency>[\p{L}\p{N}\p{M}&'’.\- ]{2,50})\)\s*[–—-]+\s*/u;

/** Reads the dateline at the head of a line, or null where there is none. */
export function readDateline(line: string): Dateline | null {
  const match = PATTERN.exec(line);
  const { place, agency } = match?.groups ?? {};
  return match && place && agency ? { place: place.trim(), agency: agency.trim(), length: match[0].length } : null;
}
