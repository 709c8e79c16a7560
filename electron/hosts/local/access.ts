import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The part of an address that carries the key. */
const KEY = "key";

/** What is looked at before a request is answered. */
export interface Asked {
  method: string;
  headers: IncomingHttpHeaders;
  /** True for the upgrade to a WebSocket, which a page of any origin may ask for and which no cookie rule stops. */
  isUpgrade: boolean;
}

/** What a token is good for. */
export interface Pass {
  /** Goes with every request of the browser, to this server and, since cookies know no ports, to others of this machine. */
  cookie: string;
  /** Is given to the page alone, which keeps it where only pages of this origin can read, and says it where a case is concerned. */
  key: string;
}

/** Who may speak with a local server on this port: the browser that came with the token, from the page it was given. */
export class Access {
  readonly #host: string;
  readonly #cookieName: string;
  readonly #session = secret();
  readonly #key = secret();
  readonly #tokens = new Set<string>();

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`;
    // Cookies know no ports: two servers on one machine need two names.
    this.#cookieName = `sourceline-${port}`;
  }

  get origin(): string {
    return `http://${this.#host}`;
  }

  /** A new address that lets one browser in, once. */
  newAddress(): string {
    const token = secret();
    this.#tokens.add(token);
    return `${this.origin}/?token=${token}`;
  }

  /** What a token is good for, or null. It is good for that once. */
  redeem(token: string): Pass | null {
    const known = [...this.#tokens].find((candidate) => same(candidate, token));
    if (known === undefined) return null;
    this.#tokens.delete(known);
    return { cookie: `${this.#cookieName}=${this.#session}; Path=/; HttpOnly; SameSite=Strict`, key: this.#key };
  }

  /**
   * Whether a request was meant for this server and comes from its own page. A name that leads to this machine is not
   * enough (DNS rebinding): the host must be the very address that was printed.
   */
  isMeantForUs({ method, headers, isUpgrade }: Asked): boolean {
    if (headers.host !== this.#host) return false;
    if (headers.origin !== undefined) return headers.origin === this.origin;
    // Browsers name the origin of everything that could change something; only plain reading may come without.
    return !isUpgrade && (method === "GET" || method === "HEAD");
  }

  /** Whether an address carries the key. */
  hasKey({ searchParams }: URL): boolean {
    const key = searchParams.get(KEY);
    return key !== null && same(key, this.#key);
  }

  /** Whether a request carries the cookie. */
  isKnown(headers: IncomingHttpHeaders): boolean {
    const cookies = (headers.cookie ?? "").split(";").map((cookie) => cookie.trim().split("="));
    return cookies.some(([name, value = ""]) => name === this.#cookieName && same(value, this.#session));
  }
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}

/** Compares in a time that tells nothing of where the two differ. */
function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
