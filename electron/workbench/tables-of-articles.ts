import { stat } from "node:fs/promises";
import path from "node:path";
import type { TableOutline, TableReference } from "#domain/contract/articles.ts";
import { Problem } from "#domain/problems.ts";
import type { IncomingFile } from "../importing/document.ts";
import type { Desk } from "./desk.ts";

/** Looks into a table of articles on disk, or one that was sent up, without bringing anything in. */
export async function outlineTable(desk: Desk, table: TableReference): Promise<TableOutline> {
  // What reads tables also reads the markup in their cells; the start does not wait for all of that.
  const { outlineOf } = await import("../importing/table-outline.ts");
  if ("upload" in table) {
    return outlineOf({ name: table.name, content: { kind: "disk", ...desk.files.upload(table.upload) } });
  }
  return outlineOf(await onDisk(desk, table.path));
}

async function onDisk(desk: Desk, place: string): Promise<IncomingFile> {
  const name = path.basename(place);
  desk.refuseOpenCase(place);
  const found = await stat(place).catch(() => null);
  if (!found?.isFile()) {
    throw new Problem("UNREADABLE_FILE", `There is no file “${name}” any more, or it cannot be read.`, { name });
  }
  return { name, content: { kind: "disk", path: place, size: found.size } };
}
