import type { Shell } from "#domain/contract/shell.ts";

declare global {
  interface Window {
    /** Set by the desktop's preload; absent where the page runs in a browser. */
    readonly sourcelineShell?: Shell;
  }
}
