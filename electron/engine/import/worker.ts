// The import worker as a child process of plain Node; it ends with its parent.
import { processWire } from './process-wire.ts';
import { serveReader } from './serve-reader.ts';

serveReader(processWire(process));
process.once('disconnect', () => process.exit());
