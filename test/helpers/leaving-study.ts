// The sample study behind an engine, and a question whose answer leaves it.
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createEngine, type Engine } from '../../electron/engine/engine.ts';
import type { Input } from '../../shared/contract/index.ts';
import { codesByCases } from '../../shared/matrices/presets.ts';
import { aFolder } from './project.ts';

export const byCase: Input<'matrices.table'> = {
  ...codesByCases,
  coders: 'all',
};

export async function aSampleStudy(t: TestContext): Promise<Engine> {
  const engine = createEngine();
  t.after(() => engine.close());
  const file = engine.files.grant(join(aFolder(t), 'study.crosscase'));
  await engine.call('project.sample', { file, language: 'en', coder: 'Ada' });
  return engine;
}
