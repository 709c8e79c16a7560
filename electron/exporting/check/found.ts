/** A passage as a report has it. */
export interface FoundPassage {
  spanId: string;
  articleId: string;
  start: number;
  end: number;
  textSha256: string;
  quote: string;
}

/** The whole text of an article as a report has it. */
export interface FoundText {
  articleId: string;
  textSha256: string;
  /** Null where it was read already, and is what its hash says. */
  text: string | null;
  /** What is drawn on it: the place that the report says a passage has, and the place where the drawing is. */
  marks: { spanId: string; start: number; end: number; drawnStart: number; drawnEnd: number }[];
  /** Pieces that are drawn without saying which passage they belong to. */
  drawn: { start: number; end: number }[];
}

/** What was recognised in a report. */
export interface Found {
  passages: FoundPassage[];
  texts: FoundText[];
  /** Every hash that the report prints. */
  hashes: string[];
}
