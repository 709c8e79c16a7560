import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import type { SourceView } from "#domain/contract/sources.ts";
import type { SourceFields } from "#domain/nouns/source.ts";
import { SOURCE_KINDS } from "#domain/vocabulary/sources.ts";
import { publishedInWords } from "../../dates.ts";
import { undoEntry } from "../../frame/history.ts";
import { addressOf, replaceRoute, watchPlace } from "../../route.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checklist.tsx";
import { CommittedField } from "../../ui/committed-field.tsx";
import { Select } from "../../ui/select.tsx";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { Section } from "../../ui/view-head.tsx";
import { queries, workbench } from "../../workbench.ts";
import { Grades } from "./grades.tsx";
import { SourceNotes } from "./source-notes.tsx";
import { SourceSearch } from "./source-search.tsx";
import styles from "./sources.module.css";
import { words } from "./words.ts";

/** All that is known of a source. */
export function SourceInspector({ id }: { id: string }) {
  const { data: source, error, refetch } = useQuery(queries.sources.get.queryOptions({ input: { id } }));
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!source) return <Skeleton lines={10} />;
  return (
    <div className={styles.inspector}>
      <Facts source={source} />
      <Grades source={source} />
      <Aliases source={source} />
      <Occurrences source={source} />
      <SourceNotes source={source} />
      <Merging source={source} />
    </div>
  );
}

function Facts({ source }: { source: SourceView }) {
  const { id } = source;
  const [choosingParent, setChoosingParent] = useState(false);
  const save = (fields: Partial<SourceFields>) => workbench.sources.update({ id, fields });
  const saveAtOnce = (fields: Partial<SourceFields>) => {
    save(fields).catch(sayFailure);
  };
  return (
    <Section title={words.facts}>
      <CommittedField label={words.fields.name} value={source.name} onCommit={(name) => save({ name })} />
      <Select
        label={words.fields.kind}
        options={SOURCE_KINDS}
        value={source.kind}
        onChange={(kind) => saveAtOnce({ kind })}
      />
      <Checkbox isSelected={source.named} onChange={(named) => saveAtOnce({ named })}>
        {words.fields.isNamed}
      </Checkbox>
      <Checkbox isSelected={source.party} onChange={(party) => saveAtOnce({ party })}>
        {words.fields.isParty}
      </Checkbox>
      {choosingParent ? (
        <SourceSearch
          label={words.fields.parent}
          placeholder={words.fields.parentPlaceholder}
          except={id}
          onCancel={() => setChoosingParent(false)}
          onChoose={(parent) => {
            setChoosingParent(false);
            saveAtOnce({ parentId: parent.id });
          }}
        />
      ) : (
        <div className={styles.parent}>
          <span className={styles.faint}>{words.fields.parent}</span>
          <Button look="plain" onPress={() => setChoosingParent(true)}>
            {source.parentName ?? words.fields.noParent}
          </Button>
          {source.parentId ? (
            <IconButton label={words.fields.clearParent} onPress={() => saveAtOnce({ parentId: null })}>
              <X aria-hidden="true" />
            </IconButton>
          ) : null}
        </div>
      )}
      <CommittedField
        label={words.fields.descriptor}
        shape="lines"
        value={source.descriptor}
        description={words.fields.descriptorHint}
        onCommit={(descriptor) => save({ descriptor })}
      />
    </Section>
  );
}

function Aliases({ source }: { source: SourceView }) {
  return (
    <Section title={words.aliases} aside={source.aliases.length}>
      {source.aliases.length > 0 ? (
        <ul className={styles.aliases}>
          {source.aliases.map(({ id, name }) => (
            <li key={id}>
              <span dir="auto">{name}</span>
              <IconButton
                label={words.removeAlias(name)}
                onPress={() => {
                  workbench.sources.removeAlias({ aliasId: id }).catch(sayFailure);
                }}
              >
                <X aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <CommittedField
        label={words.addAlias}
        labelPlacement="unseen"
        placeholder={words.addAlias}
        value=""
        onCommit={(name) => workbench.sources.addAlias({ id: source.id, name })}
      />
    </Section>
  );
}

function Occurrences({ source }: { source: SourceView }) {
  return (
    <>
      <Section title={words.claims} aside={source.claims.length}>
        {source.claims.length === 0 ? <p className={styles.faint}>{words.noClaims}</p> : null}
        <ul className={styles.places}>
          {source.claims.map((claim) => (
            <li key={claim.id}>
              <a href={addressOf({ view: "claims", id: claim.id })} dir="auto">
                {claim.statement}
              </a>
              <span className={styles.faint}>{words.attributions(claim.attributions)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.articles} aside={source.articles.length}>
        {source.articles.length === 0 ? <p className={styles.faint}>{words.noArticles}</p> : null}
        <ul className={styles.places}>
          {source.articles.map((article) => (
            <li key={article.id}>
              <a href={addressOf({ view: "read", id: article.id })} dir="auto">
                {article.title}
              </a>
              <span className={styles.faint}>{article.published ? publishedInWords(article.published) : ""}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Merging({ source }: { source: SourceView }) {
  const [merging, setMerging] = useState(false);
  const merge = async (into: { id: string; name: string }) => {
    const isHere = watchPlace();
    try {
      const { sequence } = await workbench.sources.merge({ from: source.id, into: into.id });
      if (isHere()) replaceRoute({ view: "sources", id: into.id });
      say(words.merged(source.name, into.name), { label: words.undo, run: () => void undoEntry(sequence) });
    } catch (error) {
      sayFailure(error);
    }
  };
  const remove = async () => {
    const isHere = watchPlace();
    try {
      const { sequence } = await workbench.sources.remove({ id: source.id });
      if (isHere()) replaceRoute({ view: "sources" });
      say(words.removed(source.name), { label: words.undo, run: () => void undoEntry(sequence) });
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <Section title={words.actions}>
      {merging ? (
        <>
          <SourceSearch
            label={words.mergeField}
            except={source.id}
            onChoose={(into) => void merge(into)}
            onCancel={() => setMerging(false)}
          />
          <p className={styles.faint}>{words.mergeHint(source.name)}</p>
        </>
      ) : null}
      <div className={styles.row}>
        {merging ? (
          <Button onPress={() => setMerging(false)}>{words.cancel}</Button>
        ) : (
          <Button onPress={() => setMerging(true)}>{words.merge}</Button>
        )}
        <Button look="danger" onPress={() => void remove()}>
          {words.remove}
        </Button>
      </div>
    </Section>
  );
}
