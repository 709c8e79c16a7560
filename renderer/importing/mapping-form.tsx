import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { FieldMapping, TableOutline, TableReference } from "#domain/contract/articles.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/select.tsx";
import { ErrorNotice, Skeleton } from "../ui/states.tsx";
import { submitByKeys } from "../ui/submit-keys.ts";
import { queries } from "../workbench.ts";
import styles from "./import-desk.module.css";
import { backToReport, importTable } from "./import-work.ts";
import { words } from "./words.ts";

const { mapping: said } = words;
const FIELDS = Object.entries(said.fields) as [keyof typeof said.fields, string][];

/** No column has an empty name that could be chosen; this stands for none of them. */
const NONE = "";

/** How many rows are shown to choose by. */
const ROWS = 5;

/** Asks which column of a table is what, and brings the table in. */
export function MappingForm({ table }: { table: TableReference }) {
  const { data: outline, error, refetch } = useQuery(queries.articles.outlineTable.queryOptions({ input: table }));
  if (error) {
    return (
      <ErrorNotice
        error={error}
        retry={() => void refetch()}
        actions={<Button onPress={backToReport}>{words.back}</Button>}
      />
    );
  }
  if (!outline) return <Skeleton lines={4} />;
  return <Columns table={table} outline={outline} />;
}

function Columns({ table, outline }: { table: TableReference; outline: TableOutline }) {
  const [mapping, setMapping] = useState<FieldMapping>(outline.suggested);
  const options = [
    { code: NONE, label: said.none },
    ...outline.columns.map((column) => ({ code: column, label: column, definition: outline.rows[0]?.[column] ?? "" })),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mapping.text) void importTable(table, mapping);
  };
  return (
    <form className={styles.mapping} onSubmit={submit} onKeyDown={submitByKeys} aria-label={said.title(outline.name)}>
      <h2>{said.title(outline.name)}</h2>
      <p>{said.hint}</p>
      <div className={styles.columns}>
        {FIELDS.map(([field, label]) => (
          <Select
            key={field}
            label={label}
            options={options}
            value={mapping[field] ?? NONE}
            onChange={(column) => {
              const { [field]: _before, ...others } = mapping;
              setMapping(column === NONE ? others : { ...others, [field]: column });
            }}
          />
        ))}
      </div>
      <div className={styles.rows}>
        <table aria-label={said.firstRows}>
          <thead>
            <tr>
              {outline.columns.map((column) => (
                <th key={column} scope="col" dir="auto">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outline.rows.slice(0, ROWS).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file have no other name and never change.
              <tr key={index}>
                {outline.columns.map((column) => (
                  <td key={column} dir="auto">
                    {row[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.actions}>
        {mapping.text ? null : <span role="status">{said.noText}</span>}
        <Button onPress={backToReport}>{said.cancel}</Button>
        <Button look="primary" type="submit" isDisabled={!mapping.text}>
          {said.import}
        </Button>
      </div>
    </form>
  );
}
