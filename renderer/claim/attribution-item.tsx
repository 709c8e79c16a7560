import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import type { AttributionView } from "#domain/contract/claims.ts";
import type { AttributionFields } from "#domain/nouns/attribution.ts";
import { FACTUALITIES, QUOTE_MODES, STANCES } from "#domain/vocabulary/claims.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { dateInWords } from "../dates.ts";
import { draw } from "../marks.ts";
import { sayFailure } from "../toasts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Chain } from "../ui/chip.tsx";
import { Select } from "../ui/select.tsx";
import { queries, queryClient, workbench } from "../workbench.ts";
import { ChainEditor } from "./chain-editor.tsx";
import styles from "./claim.module.css";
import { type DraftHop, draftOf, hopInput } from "./hops.ts";
import { words } from "./words.ts";

interface AttributionItemProps {
  attribution: AttributionView;
  /** Whether it is the one that is open in the text. */
  isOpen: boolean;
  isThisArticle: boolean;
  onOpen: () => void;
  onRemove: () => void;
}

/** A place where the claim is made: its words, its chain and how it is put; all of it can be changed here. */
export function AttributionItem({ attribution, isOpen, isThisArticle, onOpen, onRemove }: AttributionItemProps) {
  const [isEditing, setIsEditing] = useState(false);
  const where = [attribution.outlet, attribution.published && dateInWords(attribution.published.slice(0, 10))];
  return (
    <div className={styles.attribution} aria-current={isOpen ? "true" : undefined}>
      <q dir="auto">{attribution.content.map(({ exact }) => exact).join(" … ")}</q>
      {isOpen || isEditing ? (
        <SavedChain attribution={attribution} offersMet={isEditing} />
      ) : (
        <ReadChain attribution={attribution} />
      )}
      {isEditing ? <Manner attribution={attribution} /> : null}
      {attribution.cue.length > 0 ? <Cues attribution={attribution} canRemove={isOpen || isEditing} /> : null}
      <p className={styles.meta}>
        <span>{termOf(STANCES, attribution.stance).label.toLowerCase()}</span>·
        <span>{termOf(QUOTE_MODES, attribution.quoteMode).label.toLowerCase()}</span>·
        {isThisArticle ? (
          <span>{words.thisArticle}</span>
        ) : (
          <Button look="plain" onPress={onOpen}>
            {where.filter(Boolean).join(", ") || attribution.articleTitle}
          </Button>
        )}
        <Button look="plain" onPress={() => setIsEditing(!isEditing)}>
          {isEditing ? words.doneEditing : words.editAttribution}
        </Button>
        {isEditing ? (
          <Button look="plain" onPress={onRemove}>
            {words.removeAttribution}
          </Button>
        ) : null}
      </p>
    </div>
  );
}

function ReadChain({ attribution }: { attribution: AttributionView }) {
  return attribution.chain.length > 0 ? (
    <Chain hops={attribution.chain} />
  ) : (
    <p className={styles.hint}>{words.noChain}</p>
  );
}

/** The chain of a saved attribution; every change is saved at once, one after the other. */
function SavedChain({ attribution, offersMet }: { attribution: AttributionView; offersMet: boolean }) {
  const { data: met = [] } = useQuery(
    queries.sources.metIn.queryOptions({ input: { articleId: attribution.articleId } }),
  );
  const { data: article } = useQuery(queries.articles.get.queryOptions({ input: { id: attribution.articleId } }));
  const [pending, setPending] = useState<DraftHop[] | null>(null);
  const saved = useRef(Promise.resolve());
  const { textSha256 } = attribution;
  const write = async (chain: DraftHop[]) => {
    try {
      draw(await workbench.attributions.setChain({ id: attribution.id, chain: chain.map(hopInput), textSha256 }));
      const queryKey = queries.claims.get.queryKey({ input: { id: attribution.claimId } });
      await queryClient.invalidateQueries({ queryKey });
    } catch (error) {
      sayFailure(error);
    }
    // What was changed meanwhile is still to be saved and stays on the screen.
    setPending((now) => (now === chain ? null : now));
  };
  const save = (chain: DraftHop[]) => {
    setPending(chain);
    saved.current = saved.current.then(() => write(chain));
  };
  return (
    <ChainEditor
      chain={pending ?? attribution.chain.map(draftOf)}
      onChange={save}
      outletId={article?.outletId ?? null}
      met={offersMet ? met : []}
    />
  );
}

function Manner({ attribution }: { attribution: AttributionView }) {
  const update = async (fields: Partial<AttributionFields>) => {
    await workbench.attributions.update({ id: attribution.id, fields }).catch(sayFailure);
  };
  return (
    <div className={styles.form}>
      <Select
        label={words.stance}
        options={STANCES}
        value={attribution.stance}
        onChange={(stance) => update({ stance })}
      />
      <Select
        label={words.quoteMode}
        options={QUOTE_MODES}
        value={attribution.quoteMode}
        onChange={(quoteMode) => update({ quoteMode })}
      />
      <Select
        label={words.factuality}
        options={FACTUALITIES}
        value={attribution.factuality}
        onChange={(factuality) => update({ factuality })}
      />
    </div>
  );
}

function Cues({ attribution, canRemove }: { attribution: AttributionView; canRemove: boolean }) {
  const remove = async (id: string) => {
    const { textSha256 } = attribution;
    const ranges = attribution.cue.filter((span) => span.id !== id).map(({ start, end }) => ({ start, end }));
    try {
      draw(await workbench.attributions.setWords({ id: attribution.id, role: "cue", ranges, textSha256 }));
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <div className={styles.meta}>
      {words.cue}
      {attribution.cue.map(({ id, exact }) => (
        <span key={id} className={styles.row}>
          <q dir="auto">{exact}</q>
          {canRemove ? (
            <IconButton label={words.removeCue(exact)} onPress={() => remove(id)}>
              <X aria-hidden="true" />
            </IconButton>
          ) : null}
        </span>
      ))}
    </div>
  );
}
