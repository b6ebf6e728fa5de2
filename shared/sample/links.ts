// The links of the sample study: which coding has to do with which, as its texts tell it. Ends are codings by their ids.
import type { InLanguages } from './shape.ts';

/** FROM TYPE TO; the type's key is followed by + (strengthens), - (weakens) or 0 (neither) where the text says so. */
export type WrittenLink = string | { readonly link: string; readonly memo: InLanguages };

/** Each move with the capacity that it builds. */
const builds: readonly WrittenLink[] = [
  'maple-note.1.M1 builds+ maple-note.1.C1',
  'maple-note.1.M1 builds+ maple-after.12.C1',
  {
    link: 'maple-note.1.M1 builds+ maple-after.9.C3',
    memo: {
      en: 'The tricycle and the nurse were leaves on the plan; now they carry the boxes up.',
      zh: '三轮车和护士原是平面图上的两片叶子，如今送饭上楼。',
    },
  },
  'maple-note.2.M2 builds+ maple-note.2.C2b',
  'maple-note.2.M2 builds+ maple-after.3.C2b',
  'maple-after.5.M2 builds+ maple-after.5.C2a',
  'maple-after.5.M2 builds+ maple-after.9.C3',
  {
    link: 'maple-after.7.M2 builds+ maple-after.7.C4',
    memo: {
      en: 'Cultivating people also sustains: off the diagonal, and honestly so.',
      zh: '培育人，也就有了接续：不在对角线上，但确实如此。',
    },
  },
  'maple-after.9.M3 builds+ maple-after.9.C3',
  'maple-after.14.M4 builds+ maple-after.14.C4',
  'maple-after.15.M4 builds+ maple-after.15.C4',
  'ferry-after.1.M1 builds+ ferry-after.1.C1',
  'ferry-note.1.M3 builds+ ferry-note.1.C1',
  'ferry-after.5.M2 builds+ ferry-after.5.C2a',
  'ferry-after.14.M2 builds+ ferry-after.14.C2b',
  'ferry-after.7.M2 builds+ ferry-after.7.C4',
  'ferry-note.2.M2 builds+ ferry-after.7.C4',
  'ferry-after.8.M3 builds+ ferry-after.8.C3',
  'ferry-after.17.M4 builds+ ferry-after.17.C4',
  {
    link: 'station-after.2.M1 builds0 station-after.1.C1',
    memo: { en: 'The list was made, and nobody rang.', zh: '单子列了，电话一个没打。' },
  },
  'station-after.3.M3 builds+ station-after.3.C3',
];

/** Trust, norms and networks upon each other. */
const influences: readonly WrittenLink[] = [
  'maple-note.4.W1 influences+ maple-after.18.T1',
  'ferry-before.10.W1 influences+ ferry-before.11.T1',
  'ferry-after.3.W7 influences- ferry-after.18.T1',
  'ferry-after.20.T1 influences+ ferry-after.20.W1',
  {
    link: 'station-after.6.T5 influences+ station-after.11.W7',
    memo: { en: 'Told on, she shuts her door.', zh: '话传出去了，门就关上了。' },
  },
  {
    link: 'maple-after.3.N1 influences+ maple-after.4.T2',
    memo: {
      en: 'Because the page hangs there: from norms to trust by the open accounts, and by nothing else.',
      zh: '“就因为贴在那儿”：规范到信任，只经过账目公开这一条路。',
    },
  },
  'ferry-after.13.N1 influences+ ferry-after.15.T2',
  'maple-before.7.T1 influences+ maple-before.8.N2',
  'ferry-before.10.W1 influences+ ferry-before.12.N3',
  'ferry-after.11.W5 influences+ ferry-after.10.N1',
  'maple-after.8.T3 influences+ maple-after.18.T1',
];

const others: readonly WrittenLink[] = [
  'maple-note.4.P0 precedes maple-after.18.T1',
  {
    link: 'station-before.13.B3 contradicts station-after.1.C1',
    memo: {
      en: 'He says that nobody ever turns up; she says that nobody ever rang.',
      zh: '他说从来没人来，她说从来没人打电话。',
    },
  },
  'ferry-after.12.N5 contradicts ferry-after.10.N1',
  'maple-before.11.D1 causes maple-before.11.C1',
  'maple-before.14.D4 causes maple-before.14.C4',
  'ferry-before.1.D2 causes ferry-before.1.C4',
  'ferry-before.5.D3 causes ferry-before.5.C3',
  'ferry-before.15.D4 causes ferry-before.15.C4',
  'station-before.6.X2 causes station-before.6.C2a',
  'station-before.12.D4 causes station-before.12.C4',
  'station-after.12.D2 causes station-after.12.C2a',
  'maple-note.1.M1 draws-on maple-note.1.A1',
  'maple-after.15.M4 draws-on maple-after.15.A5',
  'ferry-after.17.M4 draws-on ferry-after.17.A5',
  'station-after.2.M1 draws-on station-after.2.A1',
];

export const sampleLinks: readonly WrittenLink[] = [...builds, ...influences, ...others];
