// A question that is asked today of the project as it stood: what it names goes by the names of that moment.
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import type { Readable } from '../store/connection.ts';
import { lastingNames, namesNow, type AnyQuestion } from './lasting-names.ts';
import { storedMatrices } from './saved.ts';

interface Moment {
  readonly db: Readable;
  readonly corpus: Corpus;
}

/** The input of a call, whose question stands in it or is itself; without a question it stays as it is. */
export function askedThen<In extends object>(now: Moment, then: Moment, input: In): In {
  const lasting = lastingNames(now.db, now.corpus, storedMatrices(now.db));
  const names = namesNow(then.db, storedMatrices(then.db));
  const through = <Q extends AnyQuestion>(question: Q): Q => names.question(lasting.question(question));
  if (hasQuestion(input)) return { ...input, question: through(input.question) };
  return isQuestion(input) ? through(input) : input;
}

function hasQuestion(input: object): input is { readonly question: AnyQuestion } {
  return 'question' in input;
}

function isQuestion(input: object): input is AnyQuestion {
  return 'filters' in input;
}
