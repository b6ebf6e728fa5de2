// Opens a project for reading, or for writing where that is asked, and says the key of the refusal.
import { openProject } from '../../electron/engine/project/open.ts';
import { must } from '../../shared/must.ts';
import { Refused } from '../../shared/refused.ts';

try {
  const [path, access] = process.argv.slice(2);
  openProject(must(path, 'a project file'), access === 'write' ? 'write' : 'read').close();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stdout.write(error.refusal.key);
}
