// Faults planted in the built program: the checks of every window must find each of them.
import assert from 'node:assert/strict';
import { hearsOnlyItsOwnPages, keepsThePolicy, reachesItsEngine, staysInPlace } from './checks.ts';
import { desktopTest, faultyProgram, start, type Program } from './harness.ts';

interface Fault {
  readonly file: 'main.js' | 'preload.cjs' | 'engine.js';
  readonly pattern: RegExp;
  readonly instead: string;
  readonly check: (program: Program, longest: number) => Promise<void>;
}

/** Milliseconds until what never comes is given up. */
const longest = 8000;

const faults: Readonly<Record<string, Fault>> = {
  'a navigation is allowed': {
    file: 'main.js',
    pattern: /if \(!isOurs\(event\.url\)\) event\.preventDefault\(\);/,
    instead: '',
    check: staysInPlace,
  },
  'the policy is dropped': {
    file: 'main.js',
    pattern: /"Content-Security-Policy":/,
    instead: '"X-Policy":',
    check: keepsThePolicy,
  },
  'a channel of the preload is misspelt': {
    file: 'preload.cjs',
    pattern: /ask\("engine\.connect", null\)/,
    instead: 'ask("engine.conect", null)',
    check: reachesItsEngine,
  },
  'a port is not started': {
    file: 'engine.js',
    pattern: /port\.start\(\);/,
    instead: '',
    check: reachesItsEngine,
  },
  'every sender is trusted': {
    file: 'main.js',
    pattern: /return senderFrame !== null && senderFrame\.parent === null && isOurs\(senderFrame\.url\);/,
    instead: 'return true;',
    check: hearsOnlyItsOwnPages,
  },
};

for (const [name, { file, pattern, instead, check }] of Object.entries(faults)) {
  desktopTest(`found: ${name}`, async (t) => {
    const program = await start(t, { program: await faultyProgram(t, `electron/${file}`, pattern, instead) });
    // Only what the check itself finds: a program that does not even run is no proof.
    assert.equal(await program.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), 1);
    await assert.rejects(check(program, longest));
  });
}
