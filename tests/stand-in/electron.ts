/**
 * The stand-in for the `electron` module. The names below are all it has: an import of any other fails by its name, and
 * so does a call of anything that they do not have.
 */
import "./control.ts";

export { app } from "./application.ts";
export { BrowserWindow } from "./browser-window.ts";
export { ipcMain } from "./ipc-main.ts";
export { Menu } from "./menu.ts";
export { MessageChannelMain } from "./ports.ts";
export { protocol, session } from "./session.ts";
export { dialog, screen, shell } from "./system.ts";
