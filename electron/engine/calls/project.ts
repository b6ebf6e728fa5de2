// The project as a file, its history, and words that are being written.
import type { ActEntry } from '../../../shared/contract/project.ts';
import { findFramework, frameworks } from '../../../shared/frameworks/frameworks.ts';
import { Refused } from '../../../shared/refused.ts';
import { backUp, listBackups, restoreBackup } from '../project/backup.ts';
import { copiesWithOwnActs } from '../project/copies.ts';
import { updateProject } from '../project/details.ts';
import { dropDraft, keepDraft, listDrafts } from '../project/drafts.ts';
import type { FileDesk } from '../project/files.ts';
import { createProject, openProject, projectInfo } from '../project/open.ts';
import { createSample } from '../project/sample.ts';
import type { Session } from '../project/session.ts';
import { verifyProject } from '../project/verify.ts';
import { listActs } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';
import type { Rows } from '../store/rows.ts';
import { waysIn, type CallsOf } from './ways-in.ts';

/** The project as a file, and its history. */
export function projectCalls(session: Session, files: FileDesk): CallsOf<'project' | 'history'> {
  const { read, change } = waysIn(session, files);
  const projectPath = (file: string | null): string =>
    file === null ? session.project().connection.path : files.path(file);
  const info = () => projectInfo(session.db(), session.project().changes === null);
  return {
    'project.create': ({ file, framework, ...rest }) => {
      session.hold(createProject({ ...rest, path: files.path(file), framework: frameworkNamed(framework) }));
      return info();
    },
    'project.sample': ({ file, language, coder }) => {
      session.hold(createSample(files.path(file), language, coder));
      return info();
    },
    'project.open': ({ file, access }) => {
      const path = files.path(file);
      if (!session.holds(path, access)) session.hold(openProject(path, access));
      return info();
    },
    'project.close': () => {
      session.closeProject();
      return null;
    },
    'project.current': () => (session.isOpen() ? info() : null),
    'project.update': change('project.update', updateProject),
    'project.verify': (input) => {
      session.project().connection.forget();
      return read(verifyProject)(input);
    },
    'project.copies': () => ({ copies: copiesWithOwnActs(session.project().connection) }),
    'project.backup': ({ file }) => {
      const copy = backUp(session.project().connection, file === null ? null : files.path(file));
      return { file: copy.path, bytes: copy.bytes };
    },
    'project.backups': async ({ file }) => {
      const refused = file === null ? await session.dailyBackup() : null;
      return { backups: listBackups(projectPath(file)), refused: refused?.refusal ?? null };
    },
    'project.restore': ({ file, backup, to }) => {
      const made = restoreBackup(projectPath(file), backup, files.path(to));
      return { file: made.path, bytes: made.bytes };
    },
    'history.undo': () => stepped(session.changes().undo({ coder: session.coder() }), 'undo'),
    'history.redo': () => stepped(session.changes().redo({ coder: session.coder() }), 'redo'),
    'history.list': read((db, { limit, before }) => ({ acts: listActs(db, limit, before ?? undefined) })),
  };
}

/** Words that are being written. */
export function draftCalls(session: Session, files: FileDesk): CallsOf<'drafts'> {
  const { read } = waysIn(session, files);
  const aside =
    <In>(work: (db: Readable, rows: Rows, input: In) => void) =>
    (input: In): null => {
      session.changes().aside((rows) => work(session.db(), rows, input));
      return null;
    };
  return {
    'drafts.list': read(listDrafts),
    'drafts.keep': aside(keepDraft),
    'drafts.drop': aside(dropDraft),
  };
}

function frameworkNamed(id: string | null) {
  if (id === null) return null;
  const framework = findFramework(id);
  if (framework) return framework;
  const known = frameworks.map((each) => each.id);
  throw new Refused('refused.unknown-framework', { name: id, known });
}

function stepped(act: ActEntry | null, step: 'undo' | 'redo'): ActEntry {
  if (act) return act;
  throw new Refused(step === 'undo' ? 'refused.nothing-to-undo' : 'refused.nothing-to-redo');
}
