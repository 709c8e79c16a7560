import { record } from "./record.ts";
import { strict } from "./strict.ts";

/** Shows nobody a dialog: what the test has prepared is the answer, and a dialog nobody expected is a failure. */
function shown(dialog: string, options: unknown): unknown {
  record.dialogs.push({ dialog, options });
  const at = record.answers.findIndex((prepared) => prepared.dialog === dialog);
  if (at === -1) throw new Error(`No answer was prepared for dialog.${dialog}.`);
  return record.answers.splice(at, 1)[0]?.answer;
}

/** Electron's `dialog`. */
export const dialog = strict("dialog", {
  async showOpenDialog(_window: object, options: object): Promise<unknown> {
    return shown("showOpenDialog", options);
  },
  async showSaveDialog(_window: object, options: object): Promise<unknown> {
    return shown("showSaveDialog", options);
  },
  async showMessageBox(_window: object, options: object): Promise<unknown> {
    return shown("showMessageBox", options);
  },
  showErrorBox(title: string, content: string): void {
    record.dialogs.push({ dialog: "showErrorBox", options: { title, content } });
    console.error(`${title}: ${content}`);
  },
});

/** Electron's `shell`. */
export const shell = strict("shell", {
  async openExternal(address: string): Promise<void> {
    record.openedExternally.push(address);
  },
  showItemInFolder(path: string): void {
    record.shownInFolder.push(path);
  },
});

const DISPLAY = { id: 1, workArea: { x: 0, y: 0, width: 1440, height: 900 } };

/** Electron's `screen`, with one display. */
export const screen = strict("screen", {
  getPrimaryDisplay: () => DISPLAY,
  getAllDisplays: () => [DISPLAY],
});
