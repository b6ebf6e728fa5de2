// The default session: what a page may ask of the browser, and which requests are let through.
import { ownAddress } from './scheme.ts';
import { strict } from './strict.ts';
import { browser } from './world.ts';

type Check = (contents: null, permission: string) => boolean;
type Request = (contents: null, permission: string, answer: (granted: boolean) => void) => void;
type RequestListener = (
  details: { readonly url: string },
  answer: (told: { cancel?: boolean }) => void,
) => void;

/** Electron's names beside those of the web. */
const permissions = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  midi: 'midi',
  media: 'camera',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
} as const;

let onRequest: RequestListener | null = null;
// As in Electron, whoever sets no handler allows everything.
let check: Check = () => true;
let request: Request = (_, _permission, answer) => answer(true);

const defaultSession = strict(
  {
    setPermissionRequestHandler: (handler: Request) => {
      request = handler;
      applyPermissions();
    },
    setPermissionCheckHandler: (handler: Check) => {
      check = handler;
      applyPermissions();
    },
    setSpellCheckerEnabled: () => {},
    webRequest: strict(
      {
        onBeforeRequest: (listener: RequestListener) => {
          onRequest = listener;
        },
      },
      'webRequest',
    ),
  },
  'session.defaultSession',
);

export const session = strict({ defaultSession }, 'session');

/** Whether the program's listener cuts this request off. */
export function isCutOff(address: string): boolean {
  let isCancelled = false;
  onRequest?.({ url: ownAddress(address) }, ({ cancel = false }) => (isCancelled = cancel));
  return isCancelled;
}

/** A page that asks is answered by the browser at once, as the program's handlers would. */
function applyPermissions(): void {
  for (const [own, name] of Object.entries(permissions)) {
    let isGranted = false;
    request(null, own, (granted) => (isGranted = granted && check(null, own)));
    const setting = isGranted ? 'granted' : 'denied';
    void browser().send('Browser.setPermission', { permission: { name }, setting });
  }
}
