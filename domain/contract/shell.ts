import type { CommandName } from "../shortcuts.ts";
import type { Progress } from "./base.ts";

/**
 * What a page may ask of the host around it, beside the contract: the few things that only a desktop can do, or that a
 * browser does otherwise. The page uses this interface and cannot tell hosts apart by anything else.
 */
export interface Shell {
  /** Asks for a case file to open; null where the person cancelled or the host has no such dialog. */
  pickCase(): Promise<string | null>;
  /** Asks where a new case should go; null likewise. */
  chooseNewCase(suggestedName: string): Promise<string | null>;
  /** Asks for article files and brings them to where `articles.importPaths` or `importUploads` can take them. */
  pickArticles(goesOn: GoesOn): Promise<PickedFiles | null>;
  /** Asks for a folder, whose articles are then brought in with those of all folders in it. */
  pickFolder(goesOn: GoesOn): Promise<PickedFiles | null>;
  /** Brings dropped files to where they can be imported. */
  takeDropped(files: File[], goesOn: GoesOn): Promise<PickedFiles>;
  /** Saves a rendered file; gives the name it was saved under, or null where the person cancelled. */
  saveRendered(rendered: { id: string; name: string }): Promise<string | null>;
  /** Opens the folder that holds a file; does nothing where the host cannot. */
  showInFolder(path: string): Promise<void>;
  /** Opens an https address in the person's browser, after asking. */
  openExternal(url: string): Promise<void>;
  /** Tells of menu commands and of case files opened from outside. Gives a function that stops it. */
  onCommand(listener: (command: ShellCommand) => void): () => void;
  /** Whether the host has native dialogs for files; without them the screen offers a field for the path. */
  readonly hasFileDialogs: boolean;
}

/** A command of the native menu, or a case that the shell was asked to open. */
export type ShellCommand = { kind: "command"; command: CommandName } | { kind: "open-case"; path: string };

/**
 * Is told how far files have come on their way to where they can be read; gives false where the person stops it, and no more
 * are sent then.
 */
export type GoesOn = (progress: Progress) => boolean;

/** Files on their way into the case: by path where the host has paths, else by the ids of their uploads. */
export type PickedFiles = { kind: "paths"; paths: string[] } | SentFiles;

/** Files that were sent up, and those that could not be, with the sentence that says why. */
export interface SentFiles {
  kind: "uploads";
  uploads: { id: string; name: string }[];
  refused: { name: string; sentence: string }[];
}
