import * as z from "zod";
import { Id } from "../nouns/common.ts";
import { Note } from "../nouns/note.ts";
import { ChosenIn, RangeInput, type Span } from "../nouns/span.ts";
import { type Done, gives, procedure } from "./base.ts";

/** A note with the words it stands on, if any. */
export interface NoteView extends Note {
  spans: Span[];
}

const Subject = z
  .object({ articleId: Id.optional(), claimId: Id.optional(), sourceId: Id.optional() })
  .refine((subject) => [subject.articleId, subject.claimId, subject.sourceId].filter(Boolean).length === 1, {
    message: "A note stands beside one article, claim or source.",
  });

export const notes = {
  /** The notes beside one article, claim or source, oldest first. */
  list: procedure.input(Subject).output(gives<NoteView[]>()),
  create: procedure
    .input(
      z.object({
        about: Subject,
        body: Note.shape.body,
        ranges: z.array(RangeInput).max(20, "A note stands on at most 20 passages.").default([]),
        textSha256: ChosenIn,
      }),
    )
    .output(gives<Done & { noteId: string }>()),
  update: procedure.input(z.object({ id: Id, body: Note.shape.body })).output(gives<Done>()),
  remove: procedure.input(z.object({ id: Id })).output(gives<Done>()),
};
