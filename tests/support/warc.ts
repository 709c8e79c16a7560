import { WARCRecord, type WARCRecordOpts, WARCSerializer } from "warcio";

/** A record of a web archive: what was answered under an address. */
export interface WarcSpecimen extends WARCRecordOpts {
  url: string;
  body?: string | Uint8Array;
}

/** A web archive, each record in gzip of its own where that is asked for. */
export async function warcOf(records: readonly WarcSpecimen[], { gzip = false } = {}): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for (const { body = "", ...options } of records) {
    const pieces = async function* () {
      yield Buffer.from(body as Uint8Array);
    };
    const record = WARCRecord.create(
      { type: "response", date: "2025-05-16T14:20:00Z", warcVersion: "WARC/1.1", ...options },
      pieces(),
    );
    parts.push(await WARCSerializer.serialize(record, { gzip }));
  }
  return Buffer.concat(parts);
}

/** A page that was sent as HTML. */
export function page(url: string, title: string, more: Partial<WarcSpecimen> = {}): WarcSpecimen {
  const httpHeaders = { "Content-Type": "text/html; charset=utf-8" };
  return { url, body: `<title>${title}</title><p>${title}.</p>`, httpHeaders, ...more };
}
