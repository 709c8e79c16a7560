import { DATE_PRECISIONS, PLACE_PRECISIONS, POLARITIES, PREDICATES } from "#domain/vocabulary/claims.ts";
import { WORK_STATES } from "#domain/vocabulary/verdicts.ts";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import styles from "./claim.module.css";
import { isNumber, type TypedFields } from "./fields.ts";
import { words } from "./words.ts";

interface ClaimFormProps {
  fields: TypedFields;
  onChange: (fields: TypedFields) => void;
  /** Enter in a field of one line. */
  onEnter: () => void;
}

const NONE = { code: "", label: words.unknown } as const;

/** Every field of a claim but its statement. */
export function ClaimForm({ fields, onChange, onEnter }: ClaimFormProps) {
  const set = (change: Partial<TypedFields>) => onChange({ ...fields, ...change });
  const line = (name: "subject" | "object" | "unit" | "place" | "date") => (
    <TextField label={words[name]} value={fields[name]} onChange={(value) => set({ [name]: value })} />
  );
  const number = (name: "low" | "best" | "high") => (
    <TextField
      label={words[name]}
      inputMode="decimal"
      value={fields[name]}
      onChange={(value) => set({ [name]: value })}
      error={isNumber(fields[name]) ? null : words.notANumber}
    />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in any field below saves, as in every form.
    <div
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement) || event.defaultPrevented) return;
        event.preventDefault();
        onEnter();
      }}
    >
      <Select
        label={words.predicate}
        options={PREDICATES}
        value={fields.predicate}
        onChange={(predicate) => set({ predicate })}
      />
      <Select
        label={words.polarity}
        options={POLARITIES}
        value={fields.polarity}
        onChange={(polarity) => set({ polarity })}
      />
      {line("subject")}
      {line("object")}
      <div className={styles.quarters}>
        {number("low")}
        {number("best")}
        {number("high")}
        {line("unit")}
      </div>
      <TextField
        label={words.date}
        placeholder="2025-05-16"
        description={words.dateHint}
        value={fields.date}
        onChange={(date) => set({ date })}
      />
      <Select
        label={words.datePrecision}
        options={[NONE, ...DATE_PRECISIONS]}
        value={fields.datePrecision ?? ""}
        onChange={(code) => set({ datePrecision: code === "" ? null : code })}
      />
      {line("place")}
      <Select
        label={words.placePrecision}
        options={[NONE, ...PLACE_PRECISIONS]}
        value={fields.placePrecision ?? ""}
        onChange={(code) => set({ placePrecision: code === "" ? null : code })}
      />
      <Select
        label={words.workState}
        options={WORK_STATES}
        value={fields.workState}
        onChange={(workState) => set({ workState })}
      />
    </div>
  );
}
