// Makes a project at the path given; exit code 1 where it is refused.
import { createProject } from '../../electron/engine/project/open.ts';
import { findFramework } from '../../shared/frameworks/frameworks.ts';
import { must } from '../../shared/must.ts';
import { Refused } from '../../shared/refused.ts';

const path = must(process.argv[2], 'a path');
const framework = must(findFramework('community-social-capital'), 'the framework');
process.stdout.write('ready\n');
try {
  createProject({ path, name: 'Study', language: 'en', framework, coder: 'Ada' }).close();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.exitCode = 1;
}
