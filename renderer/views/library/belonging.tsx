import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useDeferredValue, useId, useState } from "react";
import type { DoneInParts } from "#domain/contract/base.ts";
import { undoEntry } from "../../frame/history.ts";
import { say, sayFailure } from "../../toasts.ts";
import { IconButton } from "../../ui/button.tsx";
import { TypeAhead } from "../../ui/type-ahead.tsx";
import { Section } from "../../ui/view-head.tsx";
import { queries, workbench } from "../../workbench.ts";
import styles from "./library.module.css";
import { words } from "./words.ts";

/** At most this many names are offered. */
const OFFERED = 8;

interface TagsProps {
  ids: readonly string[];
  /** The tags of the one article; null where there are several, which may have different ones. */
  tags: readonly string[] | null;
}

/** The tags of one article or many: put on, and taken off. */
export function Tags({ ids, tags }: TagsProps) {
  const { data: known = [] } = useQuery(queries.articles.tags.queryOptions());
  const names = known.map(({ tag }) => tag);
  const change = (fields: { addTags?: string[]; removeTags?: string[] }, sentence: Said) =>
    tell(workbench.articles.updateMany({ ids: [...ids], ...fields }), sentence);
  const add = (tag: string) => change({ addTags: [tag] }, (done) => words.tagged(done, tag));
  const remove = (tag: string) => change({ removeTags: [tag] }, (done) => words.untagged(done, tag));
  return (
    <Section title={words.tags} aside={tags?.length}>
      {tags ? <Labels names={tags} removing={words.removeTag} onRemove={remove} /> : null}
      <NameField part="tags" label={words.addTag} names={names.filter((name) => !tags?.includes(name))} onName={add} />
      {tags === null ? <NameField label={words.takeTagOff} names={names} onName={remove} onlyKnown /> : null}
    </Section>
  );
}

interface CollectionsProps {
  ids: readonly string[];
  /** Those that the one article is in; null where there are several articles. */
  collections: readonly { id: string; name: string }[] | null;
}

/** The collections that one article or many are in. A name that none has makes a new one. */
export function Collections({ ids, collections }: CollectionsProps) {
  const { data: known = [] } = useQuery(queries.collections.list.queryOptions());
  const articleIds = [...ids];
  const idOf = (name: string) =>
    known.find((collection) => collection.name.toLowerCase() === name.trim().toLowerCase())?.id;
  const add = (name: string) => {
    const id = idOf(name);
    return id
      ? tell(workbench.collections.add({ id, articleIds }), (done) => words.inCollection(done, name))
      : tell(workbench.collections.create({ name, articleIds }), (done) => words.collectionMade(done, name));
  };
  const takeOut = (name: string) => {
    const id = idOf(name);
    return id
      ? tell(workbench.collections.takeOut({ id, articleIds }), (done) => words.takenOut(done, name))
      : Promise.resolve();
  };
  const own = collections?.map(({ name }) => name) ?? null;
  const names = known.map(({ name }) => name);
  return (
    <Section title={words.collections} aside={own?.length}>
      {own ? <Labels names={own} removing={words.removeFromCollection} onRemove={takeOut} /> : null}
      <NameField
        part="collections"
        label={words.addToCollection}
        names={names.filter((name) => !own?.includes(name))}
        making={words.makeCollection}
        onName={add}
      />
      {own === null ? <NameField label={words.takeOutOfCollection} names={names} onName={takeOut} onlyKnown /> : null}
    </Section>
  );
}

interface LabelsProps {
  names: readonly string[];
  removing: (name: string) => string;
  onRemove: (name: string) => Promise<void>;
}

function Labels({ names, removing, onRemove }: LabelsProps) {
  if (names.length === 0) return null;
  return (
    <ul className={styles.labels}>
      {names.map((name) => (
        <li key={name}>
          <span dir="auto">{name}</span>
          <IconButton label={removing(name)} onPress={() => void onRemove(name)}>
            <X aria-hidden="true" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

interface NameFieldProps {
  /** By this name the keys find the field. */
  part?: string;
  label: string;
  names: readonly string[];
  /** What is offered for a name that none has; nothing where it is left out. */
  making?: (name: string) => string;
  onName: (name: string) => Promise<void>;
  /** Whether only a name that is there will do. */
  onlyKnown?: boolean;
}

/** A field for a name, with the names that begin with the letters. Enter takes the highlighted name, or what is typed. */
function NameField({ part, label, names, making, onName, onlyKnown = false }: NameFieldProps) {
  const [typed, setTyped] = useState("");
  const id = useId();
  const asked = useDeferredValue(typed).trim().toLowerCase();
  const fitting = names.filter((name) => name.toLowerCase().includes(asked)).slice(0, OFFERED);
  const isNew = typed.trim() !== "" && !names.some((name) => name.toLowerCase() === typed.trim().toLowerCase());
  const items = making && isNew ? [...fitting, typed.trim()] : fitting;
  const take = (name: string) => {
    setTyped("");
    if (name.trim() !== "") void onName(name.trim());
  };
  return (
    <div data-part={part} id={id}>
      <TypeAhead
        label={label}
        labelPlacement="unseen"
        placeholder={label}
        value={typed}
        onChange={setTyped}
        items={items}
        keyOf={(name) => String(items.indexOf(name))}
        draw={(name) => <span dir="auto">{making && isNew && name === typed.trim() ? making(name) : name}</span>}
        onChoose={take}
        onEnter={() => {
          if (!onlyKnown || !isNew) take(typed);
        }}
      />
    </div>
  );
}

/** What is said of a command by the number of things that it came to. */
type Said = (done: number) => string;

/** Waits for a command and says what it did, with the way back. */
async function tell(command: Promise<DoneInParts>, sentence: Said): Promise<void> {
  try {
    const { sequence, done } = await command;
    if (sequence !== null) say(sentence(done), { label: words.undo, run: () => void undoEntry(sequence) });
  } catch (error) {
    sayFailure(error);
  }
}
