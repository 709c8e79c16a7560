import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { EVIDENCE_TARGETS, type EvidenceFields } from "#domain/nouns/assessment.ts";
import { allWords } from "#domain/search/all-words.ts";
import { EVIDENCE_RELATIONS } from "#domain/vocabulary/claims.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Checkbox } from "../ui/checklist.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TypeAhead } from "../ui/type-ahead.tsx";
import { queries } from "../workbench.ts";
import styles from "./claim.module.css";
import { words } from "./words.ts";

/** Evidence while it is edited: with a name for what it points at. */
export interface DraftEvidence extends EvidenceFields {
  name: string;
}

interface EvidenceEditorProps {
  evidence: readonly DraftEvidence[];
  onChange: (evidence: DraftEvidence[]) => void;
}

/** What a verdict rests on: things of the case and places outside it. */
export function EvidenceEditor({ evidence, onChange }: EvidenceEditorProps) {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      {evidence.length > 0 ? (
        <ul className={styles.evidence} aria-label={words.evidence}>
          {evidence.map((link) => (
            <li key={`${link.target} ${link.targetId ?? link.location}`}>
              <span dir="auto">
                {link.name} <EvidenceNature link={link} />
              </span>
              <IconButton
                label={words.removeEvidence(link.name)}
                onPress={() => onChange(evidence.filter((other) => other !== link))}
              >
                <X aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      {isAdding ? (
        <EvidenceForm
          onAdd={(link) => {
            onChange([...evidence, link]);
            setIsAdding(false);
          }}
          onCancel={() => setIsAdding(false)}
        />
      ) : (
        <div>
          <Button onPress={() => setIsAdding(true)}>{words.addEvidence}</Button>
        </div>
      )}
    </>
  );
}

/** How a link bears on the claim, in a few words. */
export function EvidenceNature({ link }: { link: Pick<EvidenceFields, "relation" | "primary"> }) {
  const relation = termOf(EVIDENCE_RELATIONS, link.relation).label.toLowerCase();
  return <span className={styles.hint}>{link.primary ? `${relation}, ${words.primaryShort}` : relation}</span>;
}

const TARGETS = EVIDENCE_TARGETS.filter((target) => target !== "attribution").map((code) => ({
  code,
  label: words.targets[code],
}));
type Target = (typeof TARGETS)[number]["code"];

function EvidenceForm({ onAdd, onCancel }: { onAdd: (link: DraftEvidence) => void; onCancel: () => void }) {
  const [target, setTarget] = useState<Target>("article");
  const [relation, setRelation] = useState<EvidenceFields["relation"]>("supports");
  const [primary, setPrimary] = useState(false);
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<{ id: string; name: string } | null>(null);
  const offers = useOffers(target, found ? "" : typed.trim());
  const isExternal = target === "external";
  const name = isExternal ? typed.trim() : (found?.name ?? "");

  const add = () => {
    if (name === "") return;
    const place = isExternal ? { targetId: null, location: name } : { targetId: found?.id ?? null, location: "" };
    onAdd({ target, relation, primary, comment: "", name, ...place });
  };

  return (
    <div className={styles.evidenceForm}>
      <SegmentedControl label={words.relation} options={EVIDENCE_RELATIONS} value={relation} onChange={setRelation} />
      <Select
        label={words.target}
        options={TARGETS}
        value={target}
        onChange={(code) => {
          setTarget(code);
          setFound(null);
          setTyped("");
        }}
      />
      {isExternal ? (
        <TextField
          label={words.location}
          placeholder={words.locationPlaceholder}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
              event.preventDefault();
              add();
            }
          }}
        />
      ) : (
        <TypeAhead
          label={words.find}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setFound(null);
          }}
          items={offers}
          eager
          keyOf={({ id }) => id}
          draw={(offer) => <span dir="auto">{offer.name}</span>}
          onChoose={(offer) => {
            setFound(offer);
            setTyped(offer.name);
          }}
          onEnter={add}
        />
      )}
      <Checkbox isSelected={primary} onChange={setPrimary}>
        {words.primary}
      </Checkbox>
      <div className={styles.row}>
        <Button look="primary" onPress={add} isDisabled={name === ""}>
          {words.addThis}
        </Button>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </div>
  );
}

/** What fits the words among the things of the case that evidence can point at. */
function useOffers(target: Target, typed: string): { id: string; name: string }[] {
  const asks = (wanted: Target) => ({ enabled: target === wanted && typed !== "", placeholderData: keepPreviousData });
  const articles = useQuery({
    ...queries.articles.list.queryOptions({ input: { query: allWords(typed), limit: 8 } }),
    ...asks("article"),
  });
  const claims = useQuery({ ...queries.claims.search.queryOptions({ input: { words: typed } }), ...asks("claim") });
  const sources = useQuery({ ...queries.sources.search.queryOptions({ input: { words: typed } }), ...asks("source") });
  if (typed === "") return [];
  switch (target) {
    case "article":
      return articles.data?.rows.map(({ id, title }) => ({ id, name: title })) ?? [];
    case "claim":
      return claims.data?.map(({ id, statement }) => ({ id, name: statement })) ?? [];
    case "source":
      return sources.data?.map(({ id, name }) => ({ id, name })) ?? [];
    default:
      return [];
  }
}
