// Every command: its words, its arguments, and the function that does it. Parsing and help are made from this table.
import type { WordKey } from '../../../shared/words/say.ts';
import { listCases, setCase } from './cases.ts';
import { codebook } from './codes.ts';
import { codePassages, uncodePassage } from './coding.ts';
import type { Command } from './command.ts';
import { displaysCommand } from './displays.ts';
import { redo, showHistory, undo } from './history.ts';
import { pseudonymsCommand } from './names.ts';
import * as options from './options.ts';
import { linkCodings, listLinks, unlinkCodings } from './linking.ts';
import { methods } from './methods.ts';
import { backUpProject, listFrameworks, newProject, verifyProject } from './project.ts';
import { savedMatrices } from './saved.ts';
import { judgeCommand } from './judging.ts';
import { report, reportOptions } from './report.ts';
import { frequencies, matrix, quotes } from './tables.ts';
import { changeSource } from './sources.ts';
import { listVersions } from './versions.ts';
import { importFiles, listSources, showText } from './texts.ts';

export interface Group {
  readonly heading: WordKey;
  readonly commands: readonly Command[];
}

const questionOptions = [options.filter, options.coders, options.overlap];
const tableOptions = [options.format, options.out, options.force, options.names];

const projectCommands: readonly Command[] = [
  {
    name: 'new',
    summary: 'help.new',
    notes: 'notes.new',
    examples: ['new study --framework community-social-capital', 'new 社区研究 --lang zh --coder 小林'],
    access: 'create',
    options: [options.framework, options.projectName, options.projectCoder],
    prepare: newProject,
  },
  {
    name: 'frameworks',
    summary: 'help.frameworks',
    examples: ['frameworks'],
    access: 'none',
    options: [],
    prepare: listFrameworks,
  },
  {
    name: 'verify',
    summary: 'help.verify',
    notes: 'notes.verify',
    examples: ['verify study'],
    access: 'read',
    options: [],
    prepare: verifyProject,
  },
  {
    name: 'backup',
    summary: 'help.backup',
    notes: 'notes.backup',
    examples: [
      'backup study',
      'backup study --out /media/stick/study.crosscase',
      'backup study --list',
      'backup study --restore copy.crosscase --out restored.crosscase',
    ],
    access: 'read',
    options: [options.backupFile, options.listBackups, options.restore],
    prepare: backUpProject,
  },
];

const textCommands: readonly Command[] = [
  {
    name: 'import',
    summary: 'help.import-files',
    notes: 'notes.import-files',
    examples: [
      'import study interviews/*.docx --phase before',
      'import study north-1.txt north-2.txt --case "North Street"',
      'import study old.txt --encoding gbk --interviewer 王老师',
      "import study old.txt --speakers '<<NAME>>'",
    ],
    access: 'write',
    takes: { value: 'value.file', count: 'some', read: options.barePath },
    options: options.ofImport,
    prepare: importFiles,
  },
  {
    name: 'sources',
    summary: 'help.sources',
    examples: ['sources study'],
    access: 'read',
    options: [],
    prepare: listSources,
  },
  {
    name: 'source',
    summary: 'help.source',
    notes: 'notes.source',
    examples: [
      'source study north-1 --replace north-1-corrected.docx',
      'source study north-1 --attribute "Kind=group interview"',
      'source study 3 --phase after --case "North Street"',
    ],
    access: 'write',
    takes: { value: 'value.source', count: 'one', read: options.bareName },
    options: [
      options.sourceAttribute,
      options.sourcePhase,
      options.sourceCase,
      options.renamed,
      options.replace,
      options.leaveOut,
      options.remove,
    ],
    prepare: changeSource,
  },
  {
    name: 'versions',
    summary: 'help.versions',
    examples: ['versions study --source north-1'],
    access: 'read',
    options: [options.required(options.source)],
    prepare: listVersions,
  },
  {
    name: 'text',
    summary: 'help.text',
    notes: 'notes.text',
    examples: ['text study --source 3', 'text study --source north-1 > north-1.txt'],
    access: 'read',
    options: [options.required(options.source)],
    prepare: showText,
  },
];

const codingCommands: readonly Command[] = [
  {
    name: 'cases',
    summary: 'help.cases',
    examples: ['cases study'],
    access: 'read',
    options: [],
    prepare: listCases,
  },
  {
    name: 'case',
    summary: 'help.case',
    notes: 'notes.case',
    examples: [
      'case study "North Street" --source 1 --attribute homes=214',
      'case study 幸福里 --speaker 李阿姨',
    ],
    access: 'write',
    takes: { value: 'value.name', count: 'one', read: options.bareName },
    options: [
      options.attribute,
      options.caseSource,
      options.caseSpeaker,
      options.detachSource,
      options.detachSpeaker,
      options.rename,
      options.remove,
    ],
    prepare: setCase,
  },
  {
    name: 'codes',
    summary: 'help.codes',
    notes: 'notes.codes',
    examples: [
      'codes study',
      'codes study --add "Shared tools" --parent A1 --id A1t',
      'codes study --code A1t --parent A2',
      'codes study --set "Ties" --code T1 --code N2',
    ],
    access: 'read',
    writesWithOptions: true,
    options: [
      options.addedCode,
      options.parent,
      options.shortId,
      options.definition,
      options.setCode,
      options.rename,
      options.top,
      options.remove,
      options.withCodings,
      options.codingsTo,
      options.set,
      options.dropped,
    ],
    prepare: codebook,
  },
  {
    name: 'code',
    summary: 'help.code',
    notes: 'notes.code',
    examples: [
      'code study --source 1 --code T1 --find "help each other"',
      'code study --source 1 --code T1 --start 120 --end 164 --level 2',
      'code study --from codings.jsonl',
    ],
    access: 'write',
    options: [
      options.source,
      options.code,
      options.start,
      options.end,
      options.find,
      options.nth,
      options.coder,
      options.phase,
      options.level,
      options.direction,
      options.weight,
      options.memo,
      options.codingId,
      options.from,
    ],
    prepare: codePassages,
  },
  {
    name: 'uncode',
    summary: 'help.uncode',
    notes: 'notes.uncode',
    examples: ['uncode study 6f1c2a4e'],
    access: 'write',
    takes: { value: 'value.id', count: 'one', read: options.bareName },
    options: [],
    prepare: uncodePassage,
  },
  {
    name: 'link',
    summary: 'help.link',
    notes: 'notes.link',
    examples: [
      'link study 6f1c2a4e 0b7d9031 --type influences --sign +',
      'link study 6f1c2a4e 0b7d9031 --type "rests on" --new',
    ],
    access: 'write',
    takes: { value: 'value.ids', count: 'two', read: options.bareName },
    options: [options.linkBy, options.sign, options.linkMemo, options.newType, options.coder],
    prepare: linkCodings,
  },
  {
    name: 'links',
    summary: 'help.links',
    examples: ['links study', 'links study --source north-1', 'links study --types'],
    access: 'read',
    options: [options.linksSource, options.listTypes],
    prepare: listLinks,
  },
  {
    name: 'unlink',
    summary: 'help.unlink',
    examples: ['unlink study 4e8a21c9'],
    access: 'write',
    takes: { value: 'value.id', count: 'one', read: options.bareName },
    options: [],
    prepare: unlinkCodings,
  },
  judgeCommand,
];

const tableCommands: readonly Command[] = [
  {
    name: 'frequencies',
    summary: 'help.frequencies',
    notes: 'notes.frequencies',
    examples: ['frequencies study', 'frequencies study --by case --filter code=T --out trust.csv'],
    access: 'read',
    options: [options.by, ...questionOptions, ...tableOptions, options.appendix],
    prepare: frequencies,
  },
  {
    name: 'matrix',
    summary: 'help.matrix',
    notes: 'notes.matrix',
    examples: [
      'matrix study --rows code --columns case --out table.xlsx',
      'matrix study --rows code:1 --columns case,phase --measure words',
      'matrix study --rows code --columns code --near turn',
      'matrix study --rows code:1 --change "before>after"',
      'matrix study --rows code --columns case --appendix --out t.docx',
      'matrix study --rows code --columns case --format tidy',
    ],
    access: 'read',
    options: [
      options.rows,
      options.columns,
      options.panels,
      options.measure,
      options.near,
      options.change,
      options.changeOf,
      options.sortRows,
      options.sortColumns,
      options.transpose,
      ...questionOptions,
      ...tableOptions,
      options.appendix,
      options.written,
    ],
    prepare: matrix,
  },
  {
    name: 'report',
    summary: 'help.report',
    notes: 'notes.report',
    examples: [
      'report study --kind saturation --base 4 --run 2 --hold-back 3',
      'report study --kind crosstab --by district --level 1',
      'report study --kind relations --row T --row N --row W',
      'report study --kind coverage --limit 50',
    ],
    access: 'read',
    options: [options.kind, ...reportOptions, ...questionOptions, ...tableOptions],
    prepare: report,
  },
  displaysCommand,
  {
    name: 'matrices',
    summary: 'help.matrices',
    notes: 'notes.matrices',
    examples: [
      'matrices study',
      'matrices study --show "Trust by case" --out trust.docx',
      'matrices study --show "Trust by case" --at 2026-05-14',
    ],
    access: 'read',
    options: [options.show, options.at, ...tableOptions, options.appendix, options.written],
    prepare: savedMatrices,
  },
  {
    name: 'quotes',
    summary: 'help.quotes',
    notes: 'notes.quotes',
    examples: ['quotes study --code T1 --case "North Street"', 'quotes study --filter role=interviewer'],
    access: 'read',
    options: [
      options.quotedCode,
      options.quotedCase,
      options.quotedSource,
      options.limit,
      ...questionOptions,
      ...tableOptions,
    ],
    prepare: quotes,
  },
  {
    name: 'methods',
    summary: 'help.methods',
    notes: 'notes.methods',
    examples: ['methods study', 'methods study --out methods.docx'],
    access: 'read',
    options: [options.documentFormat, options.out, options.force, options.names],
    prepare: methods,
  },
  pseudonymsCommand,
];

const historyCommands: readonly Command[] = [
  {
    name: 'history',
    summary: 'help.history',
    examples: ['history study', 'history study --limit 20'],
    access: 'read',
    options: [options.limit],
    prepare: showHistory,
  },
  {
    name: 'undo',
    summary: 'help.undo',
    examples: ['undo study', 'undo study --steps 3'],
    access: 'write',
    options: [options.steps],
    prepare: undo,
  },
  {
    name: 'redo',
    summary: 'help.redo',
    examples: ['redo study'],
    access: 'write',
    options: [options.steps],
    prepare: redo,
  },
];

export const groups: readonly Group[] = [
  { heading: 'help.group-project', commands: projectCommands },
  { heading: 'help.group-texts', commands: textCommands },
  { heading: 'help.group-coding', commands: codingCommands },
  { heading: 'help.group-tables', commands: tableCommands },
  { heading: 'help.group-history', commands: historyCommands },
];

export const commands: readonly Command[] = groups.flatMap((group) => group.commands);
