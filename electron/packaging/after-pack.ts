// Before a Mac's application is signed: takes out of its Info.plist what the packer put in and this program does not want.
import { join } from 'node:path';
import type { AfterPackContext } from 'app-builder-lib';
import { parsePlistFile, savePlistFile, type PlistObject } from 'app-builder-lib/out/util/plist.js';

/** electron-builder allows plain http to anywhere, whatever its configuration says; Electron asks for sensors. */
export async function afterPack({
  electronPlatformName,
  appOutDir,
  packager,
}: AfterPackContext): Promise<void> {
  if (electronPlatformName !== 'darwin') return;
  const path = join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Info.plist');
  const info = await parsePlistFile<PlistObject>(path);
  const kept = Object.entries(info).filter(([key]) => !/^NS\w+UsageDescription$/.test(key));
  await savePlistFile(path, {
    ...Object.fromEntries(kept),
    NSAppTransportSecurity: { NSAllowsArbitraryLoads: false },
  });
}
