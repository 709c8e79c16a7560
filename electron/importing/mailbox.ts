/** A line that begins a message in a mailbox: sender, and a date as C writes it. */
const BEGINNING = /^From \S+ .{0,40}\d{1,2}:\d{2}.{0,20}\d{4}/;

/** The messages in a mailbox (mbox), in their order; of a single mail, that one. */
export function messagesOf(bytes: Uint8Array): Uint8Array[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isBeginning = (at: number) => BEGINNING.test(view.subarray(at, at + 300).toString("latin1"));
  if (!isBeginning(0)) return [bytes];
  const messages: Uint8Array[] = [];
  let begin = 0;
  for (let at = view.indexOf("\nFrom "); at !== -1; at = view.indexOf("\nFrom ", at + 1)) {
    if (!isBeginning(at + 1)) continue;
    messages.push(bytes.subarray(begin, at + 1));
    begin = at + 1;
  }
  return [...messages, bytes.subarray(begin)];
}
