// The history: every act, who did it and when; undo and redo by name.
import { History, Redo2, Search, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ActEntry } from '../../shared/contract/project.ts';
import { actSentence } from '../../shared/words/acts.ts';
import { useCall } from '../engine.ts';
import { answersTo } from '../find-by-name.ts';
import { redo, undo, useNextSteps } from '../next-steps.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useWords } from '../words.ts';
import { ago, dayOf, daysAgo, timeOf } from './when.ts';
import './history.css';

/** Acts shown at first, and added each time; the first equals what undo and redo ask for. */
const PAGE = 200;
/** The most that one question may ask for. */
const MOST = 10_000;

export function HistoryPlace() {
  const { say, language } = useWords();
  const [limit, setLimit] = useState(PAGE);
  const [typed, setTyped] = useState('');
  const { value, loading } = useCall('history.list', { limit, before: null });
  const acts = value?.acts ?? [];
  const found = acts.filter((act) =>
    answersTo([actSentence(language, act), act.coder, act.note ?? ''], typed),
  );
  return (
    <div className="room">
      <main className="desk">
        <div className="bar ruled history-bar">
          <h2>{say('place.history')}</h2>
          <div className="history-filter">
            <Field
              label={say('past.filter')}
              bare
              icon={Search}
              placeholder={say('past.filter')}
              value={typed}
              onChange={setTyped}
            />
          </div>
          <span className="grow" />
          <Steps />
        </div>
        <div className="scroll" tabIndex={0} role="region" aria-label={say('past.acts')}>
          {value && acts.length === 0 ? <Empty /> : null}
          {acts.length > 0 && found.length === 0 ? (
            <p className="q history-page">{say('past.nothing')}</p>
          ) : null}
          <div className="history-page">
            {[...Map.groupBy(found, ({ at }) => dayOf(language, at))].map(([day, ofDay]) => (
              <Day key={day} day={day} acts={ofDay} />
            ))}
            {acts.length === limit && limit < MOST ? (
              <Button busy={loading} onPress={() => setLimit(Math.min(MOST, limit + PAGE))}>
                {say('past.earlier')}
              </Button>
            ) : null}
          </div>
        </div>
      </main>
    </div>
  );
}

function Steps() {
  const { say } = useWords();
  const next = useNextSteps();
  return (
    <>
      <Button icon={Undo2} disabled={!next.undo.enabled} onPress={undo}>
        <span className="cut step">{say(next.undo.words, next.undo.values)}</span>
      </Button>
      <Button icon={Redo2} disabled={!next.redo.enabled} onPress={redo}>
        <span className="cut step">{say(next.redo.words, next.redo.values)}</span>
      </Button>
    </>
  );
}

function Day({ day, acts }: { readonly day: string; readonly acts: readonly ActEntry[] }) {
  const { say, language } = useWords();
  const [first] = acts;
  return (
    <section className="history-day">
      <h3>{first ? say('past.day', { day, ago: daysAgo(language, first.at) }) : day}</h3>
      <ol>
        {acts.map((act) => (
          <ActRow key={act.id} act={act} />
        ))}
      </ol>
    </section>
  );
}

function ActRow({ act }: { readonly act: ActEntry }) {
  const { say, language } = useWords();
  const { at, coder, note, state } = act;
  return (
    <li className={state === 'done' ? 'act' : 'act is-undone'}>
      <time
        className="num q"
        dateTime={at}
        title={new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}
      >
        {timeOf(language, at)}
      </time>
      <span className="act-what">
        {actSentence(language, act)}
        {note === null ? null : <span className="q2 act-note">{note}</span>}
      </span>
      {state === 'done' ? <span /> : <span className="tag">{say(`past.${state}`)}</span>}
      <span className="q small cut">{coder}</span>
      <span className="q small nowrap">{ago(language, at)}</span>
    </li>
  );
}

function Empty() {
  const { say } = useWords();
  return (
    <div className="empty-place">
      <History className="i xl q" aria-hidden />
      <p>{say('past.empty')}</p>
    </div>
  );
}
