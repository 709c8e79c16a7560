import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { RenderedFile } from "#domain/contract/reports.ts";
import { Problem } from "#domain/problems.ts";
import { guarded } from "../store/failures.ts";
import { newId } from "./ids.ts";

/** How many rendered files are kept until they are fetched; the oldest goes when one more is made. */
const RENDERED_KEPT = 20;

/**
 * Files on their way into the case and out of it. They wait in a folder of their own outside the case, since bytes never
 * cross the contract, and go with the workbench.
 */
export class FilesInPassing {
  #folder: string | null = null;
  readonly #uploads = new Map<string, { name: string; path: string }>();
  readonly #rendered = new Map<string, RenderedFile & { path: string }>();

  /** Keeps the bytes of a file that a page sent up. */
  receive(name: string, bytes: Uint8Array): { id: string } {
    const id = newId();
    const file = path.join(this.#place(), id);
    try {
      guarded(file, () => writeFileSync(file, bytes));
    } catch (error) {
      rmSync(file, { force: true });
      throw error;
    }
    this.#uploads.set(id, { name, path: file });
    return { id };
  }

  /** Where the bytes of an upload wait, and how many they are. They stay until they are dropped. */
  upload(id: string): { path: string; size: number } {
    const upload = this.#uploads.get(id);
    const found = upload && statSync(upload.path, { throwIfNoEntry: false });
    if (!found) {
      throw new Problem("NOT_FOUND", "That upload is not here any more. Choose the file again.", {
        noun: "upload",
        id,
      });
    }
    return { path: upload.path, size: found.size };
  }

  /** The id of the upload whose bytes wait at this path, or null. */
  uploadAt(place: string): string | null {
    for (const [id, upload] of this.#uploads) if (upload.path === place) return id;
    return null;
  }

  /** Removes an upload that is not needed any more. */
  drop(id: string): void {
    const upload = this.#uploads.get(id);
    this.#uploads.delete(id);
    if (upload) rmSync(upload.path, { force: true });
  }

  /** A place for a file that is about to be rendered. */
  newRendered(name: string, mediaType: string): { id: string; path: string; finished: (size: number) => RenderedFile } {
    const id = newId();
    const file = path.join(this.#place(), id);
    const finished = (size: number): RenderedFile => {
      this.#rendered.set(id, { id, name, mediaType, size, path: file });
      for (const [oldest, { path: old }] of [...this.#rendered].slice(0, -RENDERED_KEPT)) {
        rmSync(old, { force: true });
        this.#rendered.delete(oldest);
      }
      return { id, name, mediaType, size };
    };
    return { id, path: file, finished };
  }

  rendered(id: string): (RenderedFile & { path: string }) | null {
    return this.#rendered.get(id) ?? null;
  }

  /** Removes everything that still waits. */
  clear(): void {
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
    this.#uploads.clear();
    this.#rendered.clear();
  }

  #place(): string {
    this.#folder ??= guarded(os.tmpdir(), () => mkdtempSync(path.join(os.tmpdir(), "sourceline-")));
    return this.#folder;
  }
}
