// After an install: links the Node that came with the packages as node_modules/.bin/node, which npm 10 leaves out where
// the Nodes of other platforms are optional too. npm runs every script of package.json with what stands there.
import fs from 'fs';
import url from 'url';

const packages = url.fileURLToPath(new URL('../node_modules/', import.meta.url));
const link = packages + '.bin/node';
const own = packages + 'node-linux-' + process.arch + '/bin/node';

if (process.platform === 'linux' && fs.existsSync(own) && !fs.existsSync(link)) {
  fs.mkdirSync(packages + '.bin', { recursive: true });
  fs.rmSync(link, { force: true });
  fs.symlinkSync('../node-linux-' + process.arch + '/bin/node', link);
}
