// How fast transcripts come in: read in the worker, stored one act a file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../electron/engine/engine.ts';
import { aDocx, paragraph } from '../engine/import/make-docx.ts';
import { timed, type BenchRow } from './row.ts';

const FILES = 60;
const TURNS = 150;

export async function importRows(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const format of ['txt', 'docx'] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'crosscase-bench-'));
    const engine = createEngine();
    try {
      const file = engine.files.grant(join(folder, 'bench.crosscase'));
      await engine.call('project.create', {
        file,
        name: 'Bench',
        language: 'en',
        framework: null,
        coder: 'Ada',
      });
      const files = [];
      for (let n = 0; n < FILES; n++) {
        const path = join(folder, `${n}.${format}`);
        const lines = transcript(n);
        writeFileSync(path, format === 'txt' ? lines.join('\n') : await aDocx(lines.map(paragraph).join('')));
        files.push({ token: engine.files.grant(path), name: `${n}.${format}` });
      }
      const input = { files, case: null, phase: null, interviewers: [], encoding: null };
      const ms = await timed(async () => {
        for await (const outcome of engine.stream('import.files', input)) {
          if (outcome.outcome === 'refused') throw new Error(outcome.refusal.key);
        }
      });
      rows.push({
        name: `import of one ${format} transcript, 7,000 words`,
        value: ms / FILES,
        unit: 'ms',
        budget: 60,
      });
    } finally {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

function transcript(seed: number): string[] {
  const words = 'we met in the yard and talked about gate roof lunch table money trust street office'.split(
    ' ',
  );
  let state = seed + 1;
  const next = (): string => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return words[state % words.length] ?? 'we';
  };
  const sentence = (length: number): string => `${Array.from({ length }, next).join(' ')}.`;
  return Array.from({ length: TURNS }, (_, turn) =>
    turn % 2 === 0 ? `Interviewer: ${sentence(12)}` : `Ms Lin: ${sentence(40)} ${sentence(42)}`,
  );
}
