// What every request must show before it is looked at, and the answer to one that does not.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request from a page of another site reaches the port, too: its Host or Origin tells. Null: it may pass. */
export function faultOf(request: IncomingMessage, authority: string): 421 | 403 | null {
  const { headers, method } = request;
  if (headers.host !== authority) return 421;
  const asks = method === 'GET' || method === 'HEAD';
  // A browser sends an Origin with everything that changes something; what lacks one is no page of ours.
  if (headers.origin === undefined ? !asks : headers.origin !== `http://${authority}`) return 403;
  const site = headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin' || (site === 'none' && asks);
  // A link elsewhere may lead to the page itself, which shows nothing without a token.
  const isVisit =
    asks && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return isOurs || isVisit ? null : 403;
}

/** The token of an Authorization header; '' where there is none. */
export function bearerToken(request: IncomingMessage): string {
  return /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

/** Answers with a status and a JSON value. */
export function answer(response: ServerResponse, status: number, value: unknown = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}
