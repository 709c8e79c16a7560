import path from "node:path";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { onTestFinished } from "vitest";
import type { Workbench } from "#domain/contract/contract.ts";
import { type Service, type ServiceOptions, startService } from "#electron/hosts/service/service.ts";
import { temporaryFolder } from "./workbench.ts";

/** What a service needs to work within a folder. Where it ends by itself, the test fails. */
export function serviceOptionsIn(folder: string): ServiceOptions {
  return {
    host: "local",
    version: "0.0.0",
    settingsFolder: path.join(folder, "settings"),
    casesFolder: path.join(folder, "cases"),
    onEnd: ({ error }) => {
      throw error;
    },
  };
}

/** A real service thread in a folder of its own, stopped when the test has ended. */
export function temporaryService(): { service: Service; folder: string } {
  const folder = temporaryFolder();
  const service = startService(serviceOptionsIn(folder));
  onTestFinished(() => service.stop());
  return { service, folder };
}

/** A client over a port of its own. */
export function clientOf(service: Service): Workbench {
  const port = service.connect();
  onTestFinished(() => port.close());
  return createORPCClient(new RPCLink({ port }));
}
