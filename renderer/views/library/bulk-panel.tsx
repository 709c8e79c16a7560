import { useMutation, useQuery } from "@tanstack/react-query";
import { Eraser } from "lucide-react";
import { type FormEvent, useDeferredValue, useState } from "react";
import { undoEntry } from "../../frame/history.ts";
import { say } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { ErrorNotice } from "../../ui/states.tsx";
import { submitByKeys } from "../../ui/submit-keys.ts";
import { TextField } from "../../ui/text-field.tsx";
import { TypeAhead } from "../../ui/type-ahead.tsx";
import { Section } from "../../ui/view-head.tsx";
import { queries, workbench } from "../../workbench.ts";
import { PRECISIONS } from "./article-fields.tsx";
import { Collections, Tags } from "./belonging.tsx";
import styles from "./library.module.css";
import { words } from "./words.ts";

type Precision = (typeof PRECISIONS)[number]["code"];

const FIELDS = ["outlet", "byline", "dateline", "published", "language", "credits"] as const;
type Field = (typeof FIELDS)[number];

/** What is to become of a field: a value for it, "" to empty it; one that is not here stays as it is in each article. */
type Changes = Partial<Record<Field, string>>;

/** Several articles at once: fields that all get the same value, tags and collections. */
export function BulkPanel({ ids }: { ids: readonly string[] }) {
  return (
    <div className={styles.inspector}>
      <Section title={words.bulk.title(ids.length)}>
        <FieldsForm ids={ids} />
      </Section>
      <Tags ids={ids} tags={null} />
      <Collections ids={ids} collections={null} />
    </div>
  );
}

function FieldsForm({ ids }: { ids: readonly string[] }) {
  const [changes, setChanges] = useState<Changes>({});
  const [precision, setPrecision] = useState<Precision | null>(null);
  const count = Object.keys(changes).length + (precision === null ? 0 : 1);
  const changing = useMutation({
    mutationFn: () =>
      workbench.articles.updateMany({
        ids: [...ids],
        fields: {
          ...changes,
          ...(changes.published === undefined ? {} : { published: changes.published.trim() || null }),
          ...(changes.language === undefined ? {} : { language: changes.language.trim() || null }),
          ...(precision === null ? {} : { publishedPrecision: precision === "" ? null : precision }),
        },
      }),
    onSuccess: ({ sequence, done }) => {
      setChanges({});
      setPrecision(null);
      if (sequence === null) say(words.bulk.nothing);
      else say(words.bulk.done(done), { label: words.undo, run: () => void undoEntry(sequence) });
    },
  });
  const set = (field: Field, value: string) => setChanges((before) => withValue(before, field, value));
  const empty = (field: Field) =>
    setChanges((before) => (before[field] === "" ? without(before, field) : { ...before, [field]: "" }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (count > 0 && !changing.isPending) changing.mutate();
  };
  const row = (field: Field, hint?: string) => (
    <BulkField
      key={field}
      field={field}
      hint={hint}
      change={changes[field]}
      onType={(value) => set(field, value)}
      onEmpty={() => empty(field)}
    />
  );
  return (
    <form
      className={styles.fields}
      data-part="fields"
      aria-label={words.bulk.form}
      onSubmit={submit}
      onKeyDown={submitByKeys}
    >
      <p className={styles.faint}>{words.bulk.hint}</p>
      {row("outlet")}
      {row("byline")}
      {row("dateline")}
      {row("published", words.fields.publishedHint)}
      <Select
        label={words.fields.precision}
        options={[{ code: "unchanged", label: words.bulk.unchanged } as const, ...PRECISIONS]}
        value={precision ?? "unchanged"}
        onChange={(code) => setPrecision(code === "unchanged" ? null : code)}
      />
      {row("language", words.fields.languageHint)}
      {row("credits")}
      {changing.error ? <ErrorNotice error={changing.error} /> : null}
      <Button look="primary" type="submit" isDisabled={count === 0 || changing.isPending}>
        {changing.isPending ? words.bulk.working(ids.length) : words.bulk.save(ids.length)}
      </Button>
    </form>
  );
}

interface BulkFieldProps {
  field: Field;
  hint: string | undefined;
  change: string | undefined;
  onType: (value: string) => void;
  onEmpty: () => void;
}

/** One field: what is typed goes into every article, and the button beside it empties it in all. */
function BulkField({ field, hint, change, onType, onEmpty }: BulkFieldProps) {
  const isEmptied = change === "";
  const placeholder = isEmptied ? words.bulk.emptied : words.bulk.unchanged;
  return (
    <div className={styles.bulkField} data-changed={change !== undefined || undefined}>
      {field === "outlet" ? (
        <OutletField value={change ?? ""} placeholder={placeholder} onChange={onType} />
      ) : (
        <TextField
          label={words.fields[field]}
          value={change ?? ""}
          placeholder={placeholder}
          onChange={onType}
          {...(hint === undefined || change === undefined ? {} : { description: hint })}
        />
      )}
      <IconButton
        label={isEmptied ? words.bulk.keep(words.fields[field]) : words.bulk.empty(words.fields[field])}
        aria-pressed={isEmptied}
        onPress={onEmpty}
      >
        <Eraser aria-hidden="true" />
      </IconButton>
    </div>
  );
}

interface OutletFieldProps {
  value: string;
  placeholder: string;
  onChange: (value: string) => void;
}

/** Names of the registry are offered, so that no second outlet comes of another spelling. */
function OutletField({ value, placeholder, onChange }: OutletFieldProps) {
  const asked = useDeferredValue(value).trim();
  const { data = [] } = useQuery({
    ...queries.sources.search.queryOptions({ input: { words: asked, limit: 6 } }),
    enabled: asked !== "",
  });
  return (
    <TypeAhead
      label={words.fields.outlet}
      placeholder={placeholder}
      value={value}
      onChange={onChange}
      items={asked === "" ? [] : data.filter(({ name }) => name !== value)}
      keyOf={({ id }) => id}
      draw={({ name }) => <span dir="auto">{name}</span>}
      onChoose={({ name }) => onChange(name)}
    />
  );
}

/** Changes with a typed value; a field in which nothing is typed any more stays as it is. */
function withValue(changes: Changes, field: Field, value: string): Changes {
  return value === "" ? without(changes, field) : { ...changes, [field]: value };
}

function without(changes: Changes, field: Field): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([name]) => name !== field));
}
