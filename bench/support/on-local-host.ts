import { startLocalHost } from "#electron/hosts/local/local-host.ts";
import { PAGE_FOLDER } from "#electron/hosts/places.ts";
import { foldersIn } from "./folder.ts";

/** Opens a case on the local host, and does something with the address that lets a browser in. */
export async function onLocalHost(
  { folder, casePath }: { folder: string; casePath: string },
  act: (address: string) => Promise<void>,
): Promise<void> {
  const host = await startLocalHost({
    version: "0.0.0",
    ...foldersIn(folder),
    pageFolder: PAGE_FOLDER,
    port: 0,
    onEnd: ({ error }) => {
      throw error;
    },
  });
  try {
    await host.use((workbench) => workbench.cases.open({ path: casePath }));
    await act(host.newAddress());
  } finally {
    await host.stop();
  }
}
