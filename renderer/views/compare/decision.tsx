import { useMutation } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";
import { useState } from "react";
import type { Comparison } from "#domain/contract/library.ts";
import type { CommandName } from "#domain/shortcuts.ts";
import { LINK_RELATIONS, type LinkRelation } from "#domain/vocabulary/articles.ts";
import { instantInWords } from "../../dates.ts";
import { undoEntry } from "../../frame/history.ts";
import { keysOfCommand, useCommand, useCommands } from "../../keys.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { workbench } from "../../workbench.ts";
import styles from "./compare.module.css";
import { words } from "./words.ts";

const COMMANDS = {
  "wire copy": "call-wire-copy",
  rewrite: "call-rewrite",
  translation: "call-translation",
  update: "call-update",
  unrelated: "call-unrelated",
} as const satisfies Record<LinkRelation, CommandName>;

interface DecisionProps {
  comparison: Comparison;
  onSwap: () => void;
  /** Something was decided. */
  onDecided: () => void;
}

/** What the person decides of two articles: what the right one is to the left. */
export function Decision({ comparison, onSwap, onDecided }: DecisionProps) {
  const { one, other, link } = comparison;
  const [comment, setComment] = useState(link?.comment ?? "");
  const deciding = useMutation({
    mutationFn: (relation: LinkRelation) =>
      workbench.copies.decide({ articleId: other.id, fromId: one.id, relation, comment }),
    onSuccess: ({ sequence }, relation) => {
      if (sequence === null) return say(words.soAlready);
      say(words.said(relation), { label: words.undo, run: () => void undoEntry(sequence) });
      onDecided();
    },
    onError: sayFailure,
  });
  const takingBack = useMutation({
    mutationFn: (linkId: string) => workbench.copies.undecide({ linkId }),
    onSuccess: ({ sequence }) => say(words.takenBack, { label: words.undo, run: () => void undoEntry(sequence) }),
    onError: sayFailure,
  });
  const decide = (relation: LinkRelation) => {
    if (!deciding.isPending) deciding.mutate(relation);
  };
  const relations = Object.entries(COMMANDS) as [LinkRelation, CommandName][];
  useCommands(Object.fromEntries(relations.map(([relation, command]) => [command, () => decide(relation)])));
  useCommand("swap-texts", onSwap);

  return (
    <div className={styles.decision}>
      {link ? (
        <div className={styles.answers}>
          <span className={styles.decided}>
            {words.decided(link.relation, link.articleId === one.id)}
            {link.comment ? ` ${link.comment}` : ""}
            <small>{words.by(link.author, instantInWords(link.decidedAt))}</small>
          </span>
          <Button onPress={() => takingBack.mutate(link.id)} isDisabled={takingBack.isPending}>
            {words.takeBack}
          </Button>
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend apart from the buttons. */}
      <div className={styles.answers} role="group" aria-label={words.answers}>
        <span className={styles.question}>{words.question}</span>
        {LINK_RELATIONS.map(({ code, label, definition }) => (
          <Button
            key={code}
            look={link?.relation === code ? "primary" : "quiet"}
            aria-pressed={link?.relation === code}
            aria-description={definition}
            isDisabled={deciding.isPending}
            onPress={() => decide(code)}
          >
            {label} <Kbd keys={keysOfCommand(COMMANDS[code])} />
          </Button>
        ))}
        <Button look="plain" onPress={onSwap}>
          <ArrowLeftRight aria-hidden="true" />
          {words.swap} <Kbd keys={keysOfCommand("swap-texts")} />
        </Button>
        <div className={styles.comment}>
          <TextField
            label={words.comment}
            labelPlacement="unseen"
            placeholder={words.commentPlaceholder}
            value={comment}
            onChange={setComment}
          />
        </div>
      </div>
    </div>
  );
}
