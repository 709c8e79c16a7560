import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SourceMatch } from "#domain/contract/sources.ts";
import { SOURCE_KINDS } from "#domain/vocabulary/sources.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { GradeLetter } from "../../ui/grade-letter.tsx";
import { TypeAhead } from "../../ui/type-ahead.tsx";
import { queries } from "../../workbench.ts";
import styles from "./sources.module.css";

interface SourceSearchProps {
  label: string;
  placeholder?: string;
  /** The source that cannot be chosen. */
  except: string;
  onChoose: (source: SourceMatch) => void;
  onCancel: () => void;
}

/** A field in which a source of the registry is found by a few letters of its name or alias. */
export function SourceSearch({ label, placeholder, except, onChoose, onCancel }: SourceSearchProps) {
  const [typed, setTyped] = useState("");
  const { data = [] } = useQuery({
    ...queries.sources.search.queryOptions({ input: { words: typed, limit: 9 } }),
    placeholderData: keepPreviousData,
  });
  return (
    <TypeAhead
      label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={typed}
      onChange={setTyped}
      items={data.filter((source) => source.id !== except)}
      keyOf={(source) => source.id}
      draw={(source) => (
        <span className={styles.match}>
          <span dir="auto">{source.name}</span>
          <GradeLetter letter={source.grade} />
          <span className={styles.faint}>{termOf(SOURCE_KINDS, source.kind).label}</span>
        </span>
      )}
      onChoose={onChoose}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
      eager
    />
  );
}
