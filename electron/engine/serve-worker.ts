// The import worker as Electron's main forks it: the first message brings the port to the engine; it ends with that port.
import { must } from '../../shared/must.ts';
import { serveReader } from './import/serve-reader.ts';
import { findParentPort, portWire } from './parent-port.ts';

must(findParentPort(), 'a main process').on('message', ({ ports: [port] }) => {
  if (!port) return;
  const wire = portWire(port);
  serveReader(wire);
  wire.onClose(() => process.exit());
});
