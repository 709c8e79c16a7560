import type { MessagePort } from "node:worker_threads";
import { createORPCClient, ORPCError } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { Workbench } from "#domain/contract/contract.ts";
import { Problem } from "#domain/problems.ts";

/**
 * Has the workbench write a rendered file to a path that the person chose in the system's dialog, which has asked
 * already whether a file there is to be replaced.
 */
export async function writeRenderedThrough(port: MessagePort, id: string, path: string): Promise<void> {
  const workbench: Workbench = createORPCClient(new RPCLink({ port }));
  port.start();
  try {
    await workbench.exports.write({ id, path, replace: true });
  } catch (error) {
    if (error instanceof ORPCError && error.defined) throw new Problem("NOT_ALLOWED", error.message, {});
    throw error;
  } finally {
    port.close();
  }
}
