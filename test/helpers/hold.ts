// Holds a project open for writing until it is killed.
import { must } from '../../shared/must.ts';
import { openProject } from '../../electron/engine/project/open.ts';

openProject(must(process.argv[2], 'a project file'), 'write');
process.stdout.write('held\n');
setInterval(() => undefined, 1000);
