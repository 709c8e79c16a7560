/** The header of an ordinary mail. */
export const HEADER = [
  'From: "Jane Doe" <jane@example.org>',
  "To: desk@example.net",
  "Subject: =?utf-8?B?2YXZgtiq2YQg2KPYsdio2LnZitmG?= at the border",
  "Date: Fri, 22 Mar 2024 01:15:00 +0300",
  "Message-ID: <1@example.org>",
  "MIME-Version: 1.0",
];

/** A mail with these lines of content, behind its header. */
export const mail = (content: readonly string[], header: readonly string[] = HEADER) =>
  Buffer.from([...header, ...content].join("\r\n"));

/** The lines of content that has parts. */
export const multipart = (type: string, boundary: string, ...parts: string[]) => [
  `Content-Type: multipart/${type}; boundary="${boundary}"`,
  "",
  "This is a message in parts.",
  ...parts.flatMap((part) => [`--${boundary}`, part]),
  `--${boundary}--`,
  "",
];

/** A part, by its lines. */
export const part = (...lines: string[]) => lines.join("\r\n");
