import type { Note } from "#domain/nouns/note.ts";
import { Problem } from "#domain/problems.ts";
import { shortened } from "#domain/text/shortened.ts";
import type { Transaction } from "../store/journal.ts";
import { notesBeside } from "../store/notes.ts";
import type { Desk } from "./desk.ts";
import { foundRow } from "./found.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";
import { placeSpans, refuseOtherText, removeSpans } from "./spans.ts";

export function noteProcedures(os: Implementer["notes"], desk: Desk) {
  return {
    list: os.list.handler(({ input }) => {
      if (input.articleId) return notesBeside(desk.readable, "articleId", input.articleId);
      if (input.claimId) return notesBeside(desk.readable, "claimId", input.claimId);
      return notesBeside(desk.readable, "sourceId", input.sourceId ?? "");
    }),

    create: os.create.handler(({ input }) => {
      const { articleId = null, claimId = null, sourceId = null } = input.about;
      if (claimId) foundRow(desk.readable, "claim", claimId);
      if (sourceId) foundRow(desk.readable, "source", sourceId);
      const article = articleId ? foundRow(desk.readable, "article", articleId) : null;
      if (!article && input.ranges.length > 0) {
        throw new Problem("NOT_ALLOWED", "Only a note beside an article can stand on words of it.", {
          field: "ranges",
        });
      }
      if (article) refuseOtherText(article, input.textSha256);
      const note: Note = {
        id: newId(),
        articleId,
        claimId,
        sourceId,
        body: input.body,
        author: desk.author,
        createdAt: now(),
      };
      return desk.run(`write the note “${shortened(note.body.split("\n")[0] ?? "")}”`, (transaction) => {
        transaction.put("note", note);
        if (article) placeSpans(transaction, { article, role: "note", ownerId: note.id }, input.ranges);
        return { noteId: note.id };
      });
    }),

    update: os.update.handler(({ input }) => {
      const note = foundRow(desk.readable, "note", input.id);
      return desk.run("change a note", (transaction) => {
        transaction.put("note", { ...note, body: input.body });
        return {};
      });
    }),

    remove: os.remove.handler(({ input }) => {
      const note = foundRow(desk.readable, "note", input.id);
      return desk.run("remove a note", (transaction) => {
        removeNote(transaction, note.id);
        return {};
      });
    }),
  };
}

/** Takes a note out with the words it stands on. */
export function removeNote(transaction: Transaction, id: string): void {
  removeSpans(transaction, id, ["note"]);
  transaction.remove("note", id);
}
