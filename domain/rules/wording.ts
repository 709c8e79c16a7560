/** Something in the words of a judgement that ICD 203 advises against. */
export interface WordingWarning {
  /** The number of the judgement that it stands in, from 1; null where it concerns them all. */
  judgement: number | null;
  /** What is wrong and what to do, as a sentence. */
  sentence: string;
}

/** The two rows of likelihood terms of ICD 203. A product keeps to one of them. */
const ROWS: readonly (readonly RegExp[])[] = [
  [
    /\balmost no chance\b/gi,
    /\b(?:very )?unlikely\b/gi,
    /\broughly even chance\b/gi,
    /\b(?:very )?likely\b/gi,
    /\balmost certain(?:ly)?\b/gi,
  ],
  [
    // “Remote” alone is said of villages; of chances it stands beside a word for one.
    /\bremote (?:chance|possibility|likelihood|probability)\b/gi,
    /\b(?:chance|possibility|likelihood|probability)\b[^.;]{0,40}? (?:is|was|seems|remains|are|were) remote\b/gi,
    /\b(?:highly )?improbabl[ey]\b/gi,
    /\broughly even odds\b/gi,
    /\b(?:highly )?probabl[ey]\b/gi,
    /\bnearly certain(?:ly)?\b/gi,
  ],
];

const CONFIDENCE = [
  /\b(?:low|moderate|high)(?:[ -]to[ -](?:low|moderate|high))?[ -]confidence\b/gi,
  /\bconfidence\b[^.;]{0,40}?\b(?:low|moderate|high)\b/gi,
];

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * What ICD 203 advises against in the judgements of a report, one judgement a line: a confidence level and a likelihood
 * in one sentence, which readers take for one another, and terms from both rows of likelihoods, which readers take for
 * different degrees. It reads English only and warns; it never refuses.
 */
export function wordingWarnings(judgements: string): WordingWarning[] {
  const lines = judgements.split("\n").filter((line) => line.trim() !== "");
  return [...lines.flatMap((line, index) => combinations(line, index + 1)), ...mixedRows(judgements)];
}

function combinations(line: string, judgement: number): WordingWarning[] {
  return [...sentences.segment(line)].flatMap(({ segment }) => {
    const [confidence] = found(CONFIDENCE, segment);
    const [likelihood] = found(ROWS.flat(), segment);
    if (!confidence || !likelihood) return [];
    return [
      {
        judgement,
        sentence: `Judgement ${judgement} puts “${confidence}” and “${likelihood}” in one sentence. Say the confidence in a sentence of its own.`,
      },
    ];
  });
}

function mixedRows(text: string): WordingWarning[] {
  const [first = [], second = []] = ROWS.map((row) => found(row, text));
  if (first.length === 0 || second.length === 0) return [];
  return [
    {
      judgement: null,
      sentence: `The judgements mix two rows of likelihood terms, ${quoted(first)} and ${quoted(second)}. Keep to one row.`,
    },
  ];
}

/** The distinct words that the patterns find, in lower case. */
function found(patterns: readonly RegExp[], text: string): string[] {
  return [...new Set(patterns.flatMap((pattern) => text.match(pattern) ?? []).map((words) => words.toLowerCase()))];
}

function quoted(terms: readonly string[]): string {
  return terms.map((term) => `“${term}”`).join(", ");
}
