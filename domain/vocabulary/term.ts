/** One term of a controlled vocabulary: what is stored, what is shown, and what it means. */
export interface Term<Code extends string = string> {
  code: Code;
  label: string;
  definition: string;
}

/** The codes of a vocabulary as a tuple that zod's `enum` takes. */
export function codesOf<const Terms extends readonly [Term, ...Term[]]>(
  terms: Terms,
): { [Index in keyof Terms]: Terms[Index]["code"] } {
  return terms.map((term) => term.code) as { [Index in keyof Terms]: Terms[Index]["code"] };
}

/** The term with this code. Throws where the vocabulary has none, since codes are validated where they enter. */
export function termOf<Kind extends Term>(terms: readonly Kind[], code: Kind["code"]): Kind {
  const term = terms.find((candidate) => candidate.code === code);
  if (!term) throw new RangeError(`The vocabulary has no term “${code}”.`);
  return term;
}
