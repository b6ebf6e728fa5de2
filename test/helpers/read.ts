// Opens a project for reading, or for writing where that is asked, looks for copies of it, and says the key of the refusal.
import { copiesWithOwnActs } from '../../electron/engine/project/copies.ts';
import { openProject } from '../../electron/engine/project/open.ts';
import { must } from '../../shared/must.ts';
import { Refused } from '../../shared/refused.ts';

try {
  const [path, access] = process.argv.slice(2);
  const project = openProject(must(path, 'a project file'), access === 'write' ? 'write' : 'read');
  copiesWithOwnActs(project.connection);
  project.close();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stdout.write(error.refusal.key);
}
