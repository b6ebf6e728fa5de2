// Who may speak to the browser host: launch codes that work once and for a short time, and the tokens they are swapped for.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Sessions {
  /** A code for one browser page to begin with. */
  launchCode(): string;
  /** The session token for a code; null for one that is unknown, used or too old. */
  exchange(code: string): string | null;
  isToken(token: string): boolean;
}

/**
 * Codes and tokens are 256 random bits, base64url. Only hashes of them are kept, compared in constant time. Where a
 * `session` is given, it is the token of every page, so that pages outlive this process.
 */
export function createSessions(launchSeconds: number, session?: string): Sessions {
  let codes: { readonly hash: Buffer; readonly until: number }[] = [];
  const tokens: Buffer[] = session === undefined ? [] : [hashOf(session)];
  return {
    launchCode: () => {
      const code = secret();
      codes.push({ hash: hashOf(code), until: performance.now() + launchSeconds * 1000 });
      return code;
    },
    exchange: (code) => {
      const now = performance.now();
      const given = hashOf(code);
      const isKnown = codes
        .filter(({ until }) => until > now)
        .some(({ hash }) => timingSafeEqual(hash, given));
      codes = codes.filter(({ hash, until }) => until > now && !timingSafeEqual(hash, given));
      if (!isKnown) return null;
      const token = session ?? secret();
      tokens.push(hashOf(token));
      return token;
    },
    isToken: (token) => {
      const given = hashOf(token);
      return tokens.some((hash) => timingSafeEqual(hash, given));
    },
  };
}

const secret = (): string => randomBytes(32).toString('base64url');
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
