import { app, protocol } from "electron";
import { runApplication } from "./application.ts";
import { lockDown } from "./lock-down.ts";
import { SCHEME_PRIVILEGES } from "./security.ts";

// Both have to be said before Electron is ready.
protocol.registerSchemesAsPrivileged([SCHEME_PRIVILEGES]);
lockDown(app);

if (app.requestSingleInstanceLock()) runApplication();
else app.quit();
