import type { Page } from "#domain/contract/base.ts";
import type { TrashedRow } from "#domain/contract/library.ts";
import { pageOf } from "./page.ts";
import type { Readable } from "./readable.ts";

const countOf = (table: string) =>
  `(SELECT count(*) FROM json_each(trashed.rows) WHERE json_extract(value, '$.table') = '${table}')`;

/** A page of the trash, what was thrown away last before the rest. */
export function trashPage(
  readable: Readable,
  place: { after: string | null; at: number | null; limit: number },
): Page<TrashedRow> {
  return pageOf<TrashedRow>(readable, {
    from: "trashed",
    columns: `trashed.id, trashed.title, trashed.outlet, trashed.trashedAt, trashed.trashedBy,
      ${countOf("attribution")} AS attributions, ${countOf("note")} AS notes`,
    where: [],
    order: "trashed.trashedAt",
    id: "trashed.id",
    direction: "descending",
    after: place.after,
    at: place.at,
    limit: place.limit,
  });
}

/** The ids of the articles in the trash whose rows hold an id somewhere: found without reading the rows of any other. */
export function trashedHolding(readable: Readable, id: string): string[] {
  return readable
    .all<{ id: string }>("SELECT id FROM trashed WHERE instr(rows, ?) > 0 ORDER BY id", id)
    .map((trashed) => trashed.id);
}
