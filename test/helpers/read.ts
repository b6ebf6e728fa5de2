// Opens a project for reading and says the key of the refusal.
import { openProject } from '../../electron/engine/project/open.ts';
import { must } from '../../shared/must.ts';
import { Refused } from '../../shared/refused.ts';

try {
  openProject(must(process.argv[2], 'a project file'), 'read').close();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stdout.write(error.refusal.key);
}
