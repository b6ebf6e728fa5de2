// What a project is called and who works in it.
import type { Input } from '../../../shared/contract/index.ts';
import type { ProjectInfo } from '../../../shared/contract/project.ts';
import { clean } from '../../../shared/names.ts';
import { coderCalled } from '../coding/coders.ts';
import type { Writable } from '../store/change.ts';
import { changeSetting, setting } from '../text/settings.ts';
import { projectInfo } from './open.ts';

/** Changes what is given; the file keeps its name, and codings keep their coders. */
export function updateProject(db: Writable, input: Input<'project.update'>): ProjectInfo {
  const before = { name: setting(db, 'name'), coder: setting(db, 'coder') };
  const name = clean(input.name ?? before.name);
  const coder = input.coder === undefined ? before.coder : coderCalled(db, input.coder);
  changeSetting(db, 'name', name);
  changeSetting(db, 'coder', coder);
  db.tell({ before: before.name, name, coder, renamed: name === before.name ? 0 : 1 });
  return projectInfo(db);
}
