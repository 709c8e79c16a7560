/**
 * Names of zones with what they are ahead of UTC, in minutes: those of RFC 822, and those that no two places share. CST is not
 * among them though RFC 822 has it: pages in China write it too, fourteen hours away.
 */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  UT: 0,
  GMT: 0,
  TU: 0,
  غرينتش: 0,
  جرينتش: 0,
  غرينيتش: 0,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  WAT: 60,
  CAT: 120,
  EAT: 180,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
};
const NAMES = Object.keys(ZONES).join("|");

/** In capitals only: in small letters many of them are words, such as “est” and “tu” in French. */
const NAMED = new RegExp(`^[\\s,]*\\(?(?:بتوقيت\\s+)?(?<zone>${NAMES})(?!\\p{L})`, "u");

/** What shows that figures behind a dash are the end of a span of hours. */
const HOUR_GOES_ON = "[\\d:]|\\s?h(?!\\p{L})|\\s?[ap]\\.?\\s?m\\b";
const SIGN = "(?<sign>[+\\-−])";

/** What a zone can be followed by that is counted from Greenwich, as in GMT+1; not another hour in the same zone. */
const FROM_GREENWICH = new RegExp(
  `^(?<gap>\\s*)${SIGN}(?<hours>\\d{1,2})(?::?(?<minutes>\\d{2}))?(?!${HOUR_GOES_ON}|\\s*(?:${NAMES})(?!\\p{L}))`,
  "iu",
);

/** As ISO 8601, RFC 3339 and data bases write an offset: right behind the time. */
const BY_PROGRAM = new RegExp(
  `^(?:z(?![\\p{L}\\d])|${SIGN}(?<hours>\\d{2})(?::?(?<minutes>\\d{2}))?(?!${HOUR_GOES_ON}))`,
  "iu",
);

/** As RFC 822 writes an offset, or with a colon where white space shows that it is not the end of a span. */
const BY_PERSON = new RegExp(
  `^(?:[\\s,]*\\s\\(?|(?=.\\d{4}))${SIGN}(?<hours>\\d{2}):?(?<minutes>\\d{2})(?!${HOUR_GOES_ON})`,
  "iu",
);

/**
 * How many minutes a time is ahead of UTC, by what stands `behind` it, in the letters in which it was printed; null where
 * no zone is said, or one that does not exist. In a time that a program wrote (`isExact`: with a T before it, or with its
 * seconds) any offset of ISO 8601 counts; elsewhere a number behind a dash may be an hour, or a count of something.
 */
export function minutesAhead(behind: string, isExact: boolean): number | null {
  const named = NAMED.exec(behind);
  const zone = named?.groups?.zone;
  if (!named || zone === undefined) {
    const offset = (isExact ? BY_PROGRAM.exec(behind) : null) ?? BY_PERSON.exec(behind);
    return offset && offsetOf(offset);
  }
  const ahead = ZONES[zone] ?? 0;
  const offset = ahead === 0 && zone !== "Z" ? FROM_GREENWICH.exec(behind.slice(named[0].length)) : null;
  if (!offset) return ahead;
  // “GMT -5” may be a zone, or GMT and a number of comments.
  return offset.groups?.gap !== "" && offset.groups?.minutes === undefined ? null : offsetOf(offset);
}

/** An offset in minutes, or null where no place on Earth has it: they go from −12:00 to +14:00 by quarters of an hour. */
function offsetOf({ groups: { sign, hours = "0", minutes = "0" } = {} }: RegExpExecArray): number | null {
  const size = 60 * Number(hours) + Number(minutes);
  if (Number(minutes) >= 60 || size % 15 !== 0) return null;
  if (size > (sign === "+" ? 14 : 12) * 60) return null;
  return sign === "+" ? size : -size;
}
