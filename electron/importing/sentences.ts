/** The end of a sentence at the end of a line, with the quotation marks and parentheses that close behind it. */
export const SENTENCE_END = /[.!?…؟।。！？][)»”’"'\]）」』]*$/u;
