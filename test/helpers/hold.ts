// Holds a project open for writing until it is killed.
import { openProject } from '../../electron/engine/project/open.ts';
import { must } from '../../shared/must.ts';

const project = openProject(must(process.argv[2], 'a project file'), 'write');
process.stdout.write('held\n');
// The interval keeps the process alive and the project from being collected as garbage.
setInterval(() => project.db.value('SELECT 1'), 1000);
