import { useQuery } from "@tanstack/react-query";
import {
  addressOfOriginal,
  addressOfShown,
  SHOWN_KIND_HEADER,
  SHOWN_KINDS,
  type ShownOriginal,
} from "#domain/contract/originals.ts";
import { withKey } from "../../../key.ts";
import { FileRefusal } from "../../../problems.ts";

/** What can be drawn of an original; of a PDF its bytes. */
export type Showable = ShownOriginal & { bytes: Uint8Array<ArrayBuffer> | null };

/** Asks for what can be drawn of an original. It never changes, but it may be large: it is forgotten soon. */
export function useShown(sha256: string) {
  return useQuery({
    queryKey: ["original", sha256],
    queryFn: ({ signal }) => showable(sha256, signal),
    gcTime: 30_000,
  });
}

async function showable(sha256: string, signal: AbortSignal): Promise<Showable> {
  const response = await given(withKey(addressOfShown(sha256)), signal);
  const named = response.headers.get(SHOWN_KIND_HEADER);
  const kind = SHOWN_KINDS.find((each) => each === named) ?? "none";
  const text = await response.text();
  if (kind !== "pdf") return { kind, text, bytes: null };
  const whole = await given(withKey(addressOfOriginal(sha256)), signal);
  return { kind, text, bytes: new Uint8Array(await whole.arrayBuffer()) };
}

/** A response that is what was asked for; a refusal is thrown as its sentence. */
async function given(address: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new FileRefusal((await response.text()).trim());
  return response;
}
