// Texts in and out: import, sources, text.
import { basename, resolve } from 'node:path';
import type { ImportOutcome, SourceEntry } from '../../../shared/contract/import.ts';
import { must } from '../../../shared/must.ts';
import { listed } from '../../../shared/words/say.ts';
import type { Answer, Args, Job } from './command.ts';
import { madeLines } from './made.ts';
import * as options from './options.ts';
import { indent, table } from './print.ts';

export function importFiles(args: Args) {
  return async (job: Job): Promise<Answer> => {
    const { engine, terminal, say } = job;
    const files = args.rest.map((path) => ({
      path,
      token: engine.files.grant(resolve(path)),
      name: basename(path),
    }));
    const stop = new AbortController();
    const onInterrupt = (): void => stop.abort();
    process.once('SIGINT', onInterrupt);
    const told: ReturnType<typeof fileDocument>[] = [];
    try {
      const input = {
        files: files.map(({ token, name }) => ({ token, name })),
        case: args.one(options.importCase),
        phase: args.one(options.importPhase),
        interviewers: args.many(options.interviewer),
        encoding: args.one(options.encoding),
        speakers: args.one(options.speakers),
      };
      terminal.progress(say('terminal.importing', { n: 1, of: files.length }));
      for await (const outcome of engine.stream('import.files', input, stop.signal)) {
        // What the interrupt itself broke off is no fault of the file.
        if (stop.signal.aborted && outcome.outcome === 'refused') break;
        const file = must(files[told.length], 'an outcome for each file, in order');
        told.push(fileDocument(job, file.path, outcome));
        await tellFile(job, file.name, outcome);
        if (told.length < files.length) {
          terminal.progress(say('terminal.importing', { n: told.length + 1, of: files.length }));
        }
      }
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      terminal.progress(null);
      process.removeListener('SIGINT', onInterrupt);
    }
    const imported = told.flatMap((file) => (file.outcome === 'imported' ? [file] : []));
    const unknown = args
      .many(options.interviewer)
      .filter((name) => imported.every((file) => file.unknownInterviewers.includes(name)));
    if (imported.length > 0 && unknown.length > 0) {
      await terminal.warn(`${say('terminal.unknown-interviewers', { names: unknown })}\n`);
    }
    const refused = told.length - imported.length;
    const stopped = stop.signal.aborted && told.length < files.length;
    const counts = { n: told.length - refused, refused, of: files.length };
    const summary = stopped
      ? 'terminal.import-stopped'
      : refused > 0
        ? 'terminal.imported-some'
        : 'terminal.imported';
    return {
      document: { files: told, ...(stopped ? { stopped } : {}) },
      text: () => `${say(summary, counts)}\n`,
      refused: refused > 0,
      stopped,
    };
  };
}

function fileDocument({ sayRefusal }: Job, path: string, outcome: ImportOutcome) {
  if (outcome.outcome === 'refused') {
    return { path, outcome: 'refused' as const, why: sayRefusal(outcome.refusal) };
  }
  const { token: _, name, ...entry } = outcome;
  return { path, ...entry, why: null, source: name };
}

/** One line as soon as a file is stored or refused; with --json only the refusals are told meanwhile. */
async function tellFile(job: Job, file: string, outcome: ImportOutcome): Promise<void> {
  const { terminal, json, say, language } = job;
  terminal.progress(null);
  if (outcome.outcome === 'refused') {
    await terminal.warn(`${job.sayRefusal(outcome.refusal)}\n`);
    return;
  }
  if (json) return;
  const { number, name, paragraphs, words, units, encoding, sameTextAs } = outcome;
  const speakers = outcome.speakers.map(
    (speaker) =>
      `${speaker.name}${isInterviewer(speaker) ? say('terminal.interviewer') : ''} ${speaker.turns}`,
  );
  const leftOut = (['footnotes', 'endnotes', 'comments', 'images'] as const).flatMap((what) => {
    const n = outcome.leftOut[what];
    return n > 0 ? [say(`terminal.${what}`, { n })] : [];
  });
  const parts = [
    say('terminal.paragraphs', { n: paragraphs }),
    language === 'zh' ? say('terminal.units', { n: units }) : say('terminal.words', { n: words }),
    ...(encoding === null || encoding === 'utf-8' ? [] : [encoding]),
    ...(speakers.length > 0 ? [listed(language, speakers)] : [say('terminal.no-speakers')]),
    ...(leftOut.length > 0 ? [say('terminal.left-out', { what: leftOut })] : []),
    ...(sameTextAs === null ? [] : [say('terminal.same-text', { source: sameTextAs })]),
  ];
  const stored = say('terminal.stored', { file, number, name, what: parts.join(' · ') });
  await terminal.print(`${stored}\n${indent(madeLines(outcome.made, job), 2)}`);
}

export function listSources() {
  return async ({ engine, language, say, terminal }: Job): Promise<Answer> => {
    const { sources } = await engine.call('sources.list', {});
    const columns = [
      { head: say('head.number'), align: 'right' as const },
      { head: say('head.source'), align: 'left' as const },
      { head: say('head.paragraphs'), align: 'right' as const },
      { head: say(language === 'zh' ? 'head.units' : 'head.words'), align: 'right' as const },
      { head: say('head.speakers'), align: 'left' as const },
      { head: say('head.cases'), align: 'left' as const },
      { head: say('head.phase'), align: 'left' as const },
      { head: say('head.codings'), align: 'right' as const },
    ];
    const row = (source: SourceEntry): string[] => [
      String(source.number),
      source.name,
      String(source.paragraphs),
      String(language === 'zh' ? source.units : source.words),
      listed(
        language,
        source.speakers.map(
          (speaker) => `${speaker.name}${isInterviewer(speaker) ? say('terminal.interviewer') : ''}`,
        ),
      ),
      listed(language, source.cases),
      source.phase ?? '',
      String(source.codings),
    ];
    return {
      document: { sources },
      text: () =>
        sources.length === 0
          ? `${say('terminal.no-sources')}\n`
          : table(columns, sources.map(row), terminal.columns),
    };
  };
}

function isInterviewer({ role }: SourceEntry['speakers'][number]): boolean {
  return role === 'interviewer';
}

export function showText(args: Args) {
  return async ({ engine }: Job): Promise<Answer> => {
    const source = await engine.call('sources.text', { source: args.need(options.source) });
    return { document: source, text: () => source.text, exact: true };
  };
}
