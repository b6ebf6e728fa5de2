// The project as a whole: new, frameworks, verify, backup.
import { basename, extname, resolve } from 'node:path';
import { userInfo } from 'node:os';
import { frameworks } from '../../../shared/frameworks/frameworks.ts';
import { clean } from '../../../shared/names.ts';
import { faultSentence } from '../../../shared/words/faults.ts';
import { withEnding } from '../project/files.ts';
import { WrongUsage, type Answer, type Args, type Job } from './command.ts';
import * as options from './options.ts';
import { indent, wrap } from './print.ts';

export function newProject(args: Args) {
  const file = withEnding(args.project);
  return async ({ engine, language, say }: Job): Promise<Answer> => {
    const info = await engine.call('project.create', {
      file: engine.files.grant(resolve(file)),
      name: args.one(options.projectName) ?? clean(basename(file, extname(file))),
      language,
      framework: args.one(options.framework),
      coder: args.one(options.projectCoder) ?? userName(),
    });
    const made = { file, name: info.name, codes: info.counts.codes, coder: info.coder };
    return { document: { ...info, file }, text: () => `${say('terminal.new-project', made)}\n` };
  };
}

/** The name of the account, where the system tells one. */
function userName(): string {
  try {
    return userInfo().username.trim() || 'Coder 1';
  } catch {
    return 'Coder 1';
  }
}

export function listFrameworks() {
  return async ({ language, say, terminal }: Job): Promise<Answer> => {
    const ready = frameworks.map(({ id, version, name, origin, codes }) => ({
      id,
      version,
      name: name[language],
      codes: codes.length,
      origin: origin[language],
    }));
    const text = (): string =>
      ready
        .map(({ id, name, codes, origin }) => {
          const about = wrap(origin, Math.min(terminal.columns ?? 80, 80) - 2);
          return `${id}\n${indent([`${name} · ${say('terminal.codes', { n: codes })}`, ...about], 2)}`;
        })
        .join('\n');
    return { document: { frameworks: ready }, text };
  };
}

export function verifyProject() {
  return async ({ engine, say }: Job): Promise<Answer> => {
    const { ok, checked, faults, state } = await engine.call('project.verify', {});
    const told = faults.map((fault) => ({ ...fault, say: faultSentence(say, fault) }));
    const lines = ok
      ? [say('terminal.verified', checked), ...(state === '' ? [] : [say('terminal.state', { state })])]
      : [...told.map((fault) => fault.say), say('terminal.faults', { n: faults.length })];
    return {
      document: { ok, checked, state, faults: told },
      text: () => indent(lines, 0),
      refused: !ok,
    };
  };
}

export function backUpProject(args: Args) {
  const out = args.one(options.backupFile);
  const backup = args.one(options.restore);
  if (args.has(options.listBackups)) return listBackups(args);
  if (backup !== null && out === null)
    throw new WrongUsage('usage.only-with', { option: '--restore', other: '--out' });
  return async ({ engine, say }: Job): Promise<Answer> => {
    const to = out === null ? null : engine.files.grant(resolve(out));
    const made =
      backup !== null && to !== null
        ? await engine.call('project.restore', { file: null, backup, to })
        : await engine.call('project.backup', { file: to });
    const key = backup === null ? 'terminal.backed-up' : 'terminal.restored';
    return { document: made, text: () => `${say(key, { file: made.file })}\n` };
  };
}

function listBackups(args: Args) {
  for (const other of [options.backupFile, options.restore])
    if (args.has(other))
      throw new WrongUsage('usage.not-with', { option: '--list', other: `--${other.name}` });
  return async ({ engine, say }: Job): Promise<Answer> => {
    const { backups } = await engine.call('project.backups', { file: null });
    const lines = backups.map(({ name, bytes }) => {
      const megabytes = (bytes / 1_000_000).toFixed(1);
      return say('terminal.backup', { name, megabytes });
    });
    return {
      document: { backups },
      text: () => indent(lines.length > 0 ? lines : [say('terminal.no-backups')], 0),
    };
  };
}
