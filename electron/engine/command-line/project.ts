// The project as a whole: new, frameworks, verify, backup.
import { basename, extname, resolve } from 'node:path';
import { userInfo } from 'node:os';
import type { Fault } from '../../../shared/contract/project.ts';
import { frameworks } from '../../../shared/frameworks/frameworks.ts';
import type { Answer, Args, Job } from './command.ts';
import * as options from './options.ts';
import { indent, wrap } from './print.ts';

export function newProject(args: Args) {
  const file = extname(args.project) === '' ? `${args.project}.crosscase` : args.project;
  return async ({ engine, language, say }: Job): Promise<Answer> => {
    const info = await engine.call('project.create', {
      file: engine.files.grant(resolve(file)),
      name: args.one(options.projectName) ?? basename(file, extname(file)),
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
    const { ok, checked, faults } = await engine.call('project.verify', {});
    const sentence = ({ what, where }: Fault): string => say(`verify.${what}`, { where });
    const lines = ok
      ? [say('terminal.verified', checked)]
      : [...faults.map(sentence), say('terminal.faults', { n: faults.length })];
    return {
      document: { ok, checked, faults: faults.map((fault) => ({ ...fault, say: sentence(fault) })) },
      text: () => indent(lines, 0),
      refused: !ok,
    };
  };
}

export function backUpProject(args: Args) {
  return async ({ engine, say }: Job): Promise<Answer> => {
    const out = args.one(options.backupFile);
    const backup = await engine.call('project.backup', {
      file: out === null ? null : engine.files.grant(resolve(out)),
    });
    return { document: backup, text: () => `${say('terminal.backed-up', { file: backup.file })}\n` };
  };
}
