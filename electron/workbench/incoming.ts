import path from "node:path";
import type { TableReference } from "#domain/contract/articles.ts";
import { Problem } from "#domain/problems.ts";
import type { IncomingFile } from "../importing/document.ts";
import { gatherFiles } from "../importing/gathering.ts";
import type { Desk } from "./desk.ts";
import type { Work } from "./works.ts";

/** A file that was found and cannot be brought in. */
export interface Refused {
  name: string;
  problem: Problem;
}

/** The files at these paths, in folders too, before any of them is read, so that progress can say of how many. */
export async function onDisk(desk: Desk, paths: readonly string[], work: Work): Promise<(IncomingFile | Refused)[]> {
  const incoming: (IncomingFile | Refused)[] = [];
  for await (const found of gatherFiles(paths)) {
    if (work.isStopped) break;
    incoming.push("problem" in found ? { name: found.path, problem: found.problem } : fromDisk(desk, found));
  }
  return incoming;
}

function fromDisk(desk: Desk, { path: place, size }: { path: string; size: number }): IncomingFile | Refused {
  const name = path.basename(place);
  return refusedOr(name, () => {
    desk.refuseOpenCase(place);
    return { name, content: { kind: "disk", path: place, size } };
  });
}

/** A file that the page sent up, by the id that it was given. */
export function uploaded(desk: Desk, { id, name }: { id: string; name: string }): IncomingFile | Refused {
  return refusedOr(name, () => ({ name, content: { kind: "disk", ...desk.files.upload(id) } }));
}

/** How a file is pointed at once more, to say which of its columns is what; null where it lies in another. */
export function referenceTo(desk: Desk, { name, content }: IncomingFile): TableReference | null {
  if (content.kind === "memory") return null;
  const upload = desk.files.uploadAt(content.path);
  return upload === null ? { path: content.path } : { upload, name };
}

function refusedOr(name: string, find: () => IncomingFile): IncomingFile | Refused {
  try {
    return find();
  } catch (error) {
    if (error instanceof Problem) return { name, problem: error };
    throw error;
  }
}
