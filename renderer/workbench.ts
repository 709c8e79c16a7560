import { createORPCClient } from "@orpc/client";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { QueryClient } from "@tanstack/react-query";
import type { Workbench } from "#domain/contract/contract.ts";
import { connectByPort, connectBySocket } from "./connection.ts";
import { withKey } from "./key.ts";
import { isExpected } from "./problems.ts";

/** The way to the workbench: a private port on the desktop, a socket to the local host in a browser. */
export const connection = window.sourcelineShell
  ? connectByPort(window)
  : connectBySocket(`${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${withKey("/rpc")}`);

/** Every procedure of the contract. */
export const workbench: Workbench = createORPCClient(connection.link);

/** Options for TanStack Query, by procedure: `useQuery(queries.articles.get.queryOptions({ input: { id } }))`. */
export const queries = createTanstackQueryUtils(workbench);

/**
 * What the page has been told. Nothing here asks again by itself: change events say what is out of date. There is no
 * network to be offline from, hence `networkMode: "always"`.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (failures, error) => !isExpected(error) && failures < 1,
      retryDelay: 200,
    },
    mutations: { networkMode: "always", retry: false },
  },
});
