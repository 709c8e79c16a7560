import type { ClaimFields } from "#domain/nouns/claim.ts";
import { precisionOf } from "#domain/rules/precision.ts";

/** The fields of a claim as they stand in a form: numbers and dates as they are typed. */
export type TypedFields = Omit<ClaimFields, "low" | "best" | "high" | "date"> & {
  low: string;
  best: string;
  high: string;
  date: string;
};

/** A claim's fields, to be typed into. */
export function typedFrom(fields: ClaimFields): TypedFields {
  const number = (value: number | null) => (value === null ? "" : String(value));
  return {
    statement: fields.statement,
    predicate: fields.predicate,
    subject: fields.subject,
    object: fields.object,
    low: number(fields.low),
    best: number(fields.best),
    high: number(fields.high),
    unit: fields.unit,
    date: fields.date ?? "",
    datePrecision: fields.datePrecision,
    place: fields.place,
    placePrecision: fields.placePrecision,
    polarity: fields.polarity,
    workState: fields.workState,
  };
}

/** What was typed, as the workbench takes it. A number that is none becomes NaN, which the contract refuses by name. */
export function fieldsFrom(typed: TypedFields): ClaimFields {
  const number = (value: string) => (value.trim() === "" ? null : Number(value.trim().replace(",", ".")));
  const date = typed.date.trim() === "" ? null : typed.date.trim();
  return {
    ...typed,
    low: number(typed.low),
    best: number(typed.best),
    high: number(typed.high),
    date,
    datePrecision: date === null ? null : (typed.datePrecision ?? precisionOf(date)),
    placePrecision: typed.place.trim() === "" ? null : typed.placePrecision,
  };
}

/** Whether a number field holds a number or nothing. */
export function isNumber(value: string): boolean {
  return value.trim() === "" || Number.isFinite(Number(value.trim().replace(",", ".")));
}
