import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isGenericLabel, roleOf } from '../../../shared/import/speaker-names.ts';
import { findPatterns, findSpeakers, noLabels, patternIn } from '../../../shared/import/speakers.ts';

/** "Name|the turn's own text" for every turn. */
function turnsOf(text: string): string[] {
  const { labels, speakers } = findSpeakers(text);
  return labels.map(({ end, speaker }, index) => {
    const next = labels[index + 1]?.start ?? text.length;
    return `${speakers[speaker]?.name}|${text.slice(end, next).trim()}`;
  });
}

function namesOf(text: string): string[] {
  return findSpeakers(text).speakers.map(({ name }) => name);
}

/** Each line of `turns` is "label<TAB>words"; the expected turns are the names with these words. */
function assertPattern(label: (name: string) => string, between = '\n'): void {
  const script: [string, string][] = [
    ['Mara', 'How long have you lived here?'],
    ['Old Ben', 'Twelve years, since the flood.'],
    ['Mara', 'And the neighbours?'],
    ['Old Ben', 'They came at once. We shared: bread, blankets, everything.'],
  ];
  const text = script.map(([name, words]) => label(name) + words).join(between);
  assert.deepEqual(
    turnsOf(text),
    script.map(([name, words]) => `${name}|${words}`),
  );
}

void test('labels in the styles of English transcripts', () => {
  for (const label of [
    (name: string) => `${name}: `,
    (name: string) => `${name}：`,
    (name: string) => `  ${name} :  `,
    (name: string) => `### ${name}：\n`,
    (name: string) => `## ${name}:\n`,
    (name: string) => `【${name}】`,
    (name: string) => `[${name}] `,
    (name: string) => `[${name}]: `,
    (name: string) => `**${name}:** `,
    (name: string) => `**${name}**: `,
    (name: string) => `__${name}:__ `,
    (name: string) => `[00:03:18] ${name}: `,
    (name: string) => `00:03:18 ${name}: `,
    (name: string) => `(03:18) ${name}: `,
    (name: string) => `${name} [00:01:30]: `,
    (name: string) => `${name}: 00:01:30\n\n`,
    (name: string) => `${name}: [01:30] `,
    (name: string) => `**${name}:** \\[01:30\\] `,
    (name: string) => `${name}  00:12\n`,
    (name: string) => `${name}:\n`,
  ]) {
    assertPattern(label);
    assertPattern(label, '\n\n');
  }
});

void test('labels in the styles of Chinese transcripts', () => {
  assert.deepEqual(
    turnsOf(
      '访谈者：您在这里住了多久？\n受访者A：十二年了。\n受访者B：我是前年搬来的。\n访谈者：邻居怎么样？',
    ),
    ['访谈者|您在这里住了多久？', '受访者A|十二年了。', '受访者B|我是前年搬来的。', '访谈者|邻居怎么样？'],
  );
  assert.deepEqual(turnsOf('主持人: 大家好。\n李阿姨（62岁）: 你好。\n主持人: 谁先说？\n老赵: 我来吧。'), [
    '主持人|大家好。',
    '李阿姨（62岁）|你好。',
    '主持人|谁先说？',
    '老赵|我来吧。',
  ]);
  assert.deepEqual(turnsOf('【李阿姨】那年发大水。\n【访谈员】后来呢？\n【李阿姨】大家一起修堤。'), [
    '李阿姨|那年发大水。',
    '访谈员|后来呢？',
    '李阿姨|大家一起修堤。',
  ]);
  assert.deepEqual(turnsOf('问：楼道谁打扫？\n答：轮流。\n\n问：一直这样吗？\n答：一直这样。').length, 4);
  assert.deepEqual(
    namesOf('说话人1 00:00:05\n您好。\n说话人2 00:00:09\n您好，请坐。\n说话人1 00:00:15\n谢谢。'),
    ['说话人1', '说话人2'],
  );
});

void test('Q and A, in short and once each', () => {
  assert.deepEqual(turnsOf('Q: Who keeps the key?\nA: The baker does.'), [
    'Q|Who keeps the key?',
    'A|The baker does.',
  ]);
});

void test('a label ends where the words begin, before the newline when it stands alone', () => {
  const text = 'Mara:\nHello.\nBen: \u3000 Hi.\nMara: \nBye.\nBen:';
  assert.deepEqual(
    findSpeakers(text).labels.map(({ start, end }) => text.slice(start, end)),
    ['Mara:', 'Ben: \u3000 ', 'Mara: ', 'Ben:'],
  );
});

void test('one speaker labelled twice in a row is two turns, and spelling variants are one speaker', () => {
  const text = 'Ana : one\nAna: two\nJosé: three\nJose\u0301: four\nOld  Ben： five\nOld Ben: six';
  assert.deepEqual(
    findSpeakers(text).speakers.map(({ name, turns }) => [name, turns]),
    [
      ['Ana', 2],
      ['José', 2],
      ['Old Ben', 2],
    ],
  );
});

void test('someone who speaks once is found among those who speak often', () => {
  const round = 'Moderator: Who was there?\nAna: I was.\nTom: I was not.\n';
  assert.ok(namesOf(`${round}Mrs. Adeyemi: Me too.\n${round}`).includes('Mrs. Adeyemi'));
  assert.ok(
    namesOf('张明：来了吗？\n李红：来了。\n王大爷：我也来了。\n张明：好。\n李红：开始吧。').includes(
      '王大爷',
    ),
  );
});

void test('who asks and who answers are found however long the answers are', () => {
  const answer = Array.from({ length: 20 }, (_, n) => `Part ${n} of a long story about the street.`).join(
    '\n\n',
  );
  for (const [asks, answers] of [
    ['Interviewer', 'Ana'],
    ['访谈者', '李阿姨'],
    ['Q', 'A'],
  ]) {
    const text = `${asks}: And then?\n\n${answers}: ${answer}\n\n`.repeat(4);
    assert.deepEqual(
      findSpeakers(text).speakers.map(({ name, turns }) => [name, turns]),
      [
        [asks, 4],
        [answers, 4],
      ],
    );
  }
});

void test('colons in prose, times, ratios, addresses and lists are no labels', () => {
  const dialogue = 'Ana: Well.\nTom: Yes.\n';
  for (const line of [
    '12-May-2031 - 10:36 - 1h09m - Ana',
    'There is another big problem: nobody pays.',
    'Transcript completed by: J. Doe',
    'https://example.org/a: see there',
    'Source: https://example.org',
    'mixed 3:1 with water',
    '- milk: two litres',
    'For example: the school.',
    'Note: inaudible.',
    'So: we went.',
    '> (laughter)',
    '# An evening in the hall',
    '也就是说：没有人管。',
    '新华网讯：昨天下午，我们开了会。',
    '我想问的是：谁来修路？',
  ]) {
    const text = `${dialogue}${line}\n${dialogue}`;
    const known = new Set(['Ana', 'Tom']);
    assert.deepEqual(
      namesOf(text).filter((name) => !known.has(name)),
      [],
      line,
    );
  }
});

void test('stray labels neither hide the speakers nor become any', () => {
  const strays = [
    'Important: ask about the key.',
    'Note: he pauses.',
    'URL: www.example.org',
    'To do: call back.',
    '重要：再问一次。',
  ];
  const talk = ['Mara: How long?', 'Ben: Twelve years.', 'Mara: And then?', 'Ben: Nothing.'];
  for (const stray of strays) {
    for (let at = 0; at <= talk.length; at += 1) {
      const text = [...talk.slice(0, at), stray, ...talk.slice(at), stray, stray].join('\n');
      assert.deepEqual(
        findSpeakers(text).speakers.map(({ name, turns }) => [name, turns]),
        [
          ['Mara', 2],
          ['Ben', 2],
        ],
        text,
      );
    }
  }
  assert.deepEqual(namesOf([...strays, ...strays].join('\n')), []);
});

void test('a name with a tab behind it is a label where people speak, not in a table', () => {
  assertPattern((name) => `${name}\t`);
  assert.deepEqual(namesOf('INT\tHow long?\nP01\tTwelve years.\nINT\tAnd then?\nP01\tNothing.'), [
    'INT',
    'P01',
  ]);
  for (const table of [
    'Name\tAge\nAna\t34\nTom\t35\nAna\t36\nTom\t37',
    'Ana\tLeeds.\t34\nTom\tYork.\t3\nAna\tA.\t1\nTom\tB.\t2',
  ])
    assert.deepEqual(namesOf(table), []);
});

void test('voice tags are labels in a plain text, too', () => {
  assertPattern((name) => `<v ${name}>`);
  assertPattern((name) => `<v.loud ${name}>`);
});

void test('two lines, one speaker each', () => {
  assert.deepEqual(turnsOf('Mara: How long?\nBen: Twelve years.'), ['Mara|How long?', 'Ben|Twelve years.']);
  assert.deepEqual(namesOf('张明：您在这里住多久了？\n李红：十二年了。'), ['张明', '李红']);
  for (const text of [
    'Flour: 500 g\nWater: 300 g',
    'She said: run.\nHe said: no.',
    'Topic: housing.\nPlace: Leeds.',
  ])
    assert.deepEqual(namesOf(text), [], text);
});

void test('the head of a transcript names no speaker', () => {
  const turns = 'Interviewer: So, how was it?\nAna: It was good.\nInterviewer: Why?\nAna: We were many.\n';
  for (const head of [
    '---\ntitle: A talk\nspeakers:\n  - Ana\ndate: 2031-01-01\n---\n',
    'Interviewer: Tom Brown\nInterviewee: Ana\nDate: 3 May 2031\n\n',
    'Interview 4\nDate: 3 May 2031\nPlace: the town hall\n',
    '访谈时间：2031年5月3日\n访谈地点：居委会\n',
  ]) {
    assert.deepEqual(turnsOf(head + turns).length, 4, head);
  }
});

void test('texts without speakers have none', () => {
  for (const text of [
    '',
    'A quiet morning. The square was empty until nine.\n\nThen the market opened.\n',
    'Observation: two people at the pump.\nReflection: nobody waits.\nObservation: a queue.\nReflection: order.\n',
    '观察：门口有两个人。\n反思：没有人排队。\n观察：后来排起了队。\n反思：秩序是自己长出来的。\n',
    'Ana: one label only, then a long story.\nIt went on.\nAnd on.\n',
    'flour: 500 g\nwater: 300 g\nsalt: 10 g\n',
    `${'The river rose again that year and nobody slept.\n'.repeat(200)}She said: run.\nHe said: no.\nShe said: run.\n`,
  ]) {
    assert.deepEqual(findSpeakers(text), { labels: [], speakers: [] }, text.slice(0, 40));
  }
});

void test('labels are in order, within their lines, and cover nothing but the line they start', () => {
  const name = fc.constantFrom('Ana', 'Tom', '李阿姨', '访谈者', 'Speaker 1');
  const line = fc.oneof(
    fc
      .tuple(name, fc.constantFrom(': ', '：', ' : '), fc.string({ unit: 'binary' }))
      .map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.constant('### '), name, fc.constant('：')).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const text = lines.join('\n');
      const { labels, speakers } = findSpeakers(text);
      let last = -1;
      for (const { start, end, speaker } of labels) {
        assert.ok(start > last && end > start && end <= text.length);
        assert.ok(start === 0 || text[start - 1] === '\n');
        assert.ok(!text.slice(start, end).includes('\n'));
        assert.ok(speakers[speaker] !== undefined);
        last = end - 1;
      }
      assert.equal(
        speakers.reduce((sum, { turns }) => sum + turns, 0),
        labels.length,
      );
    }),
    { numRuns: 300 },
  );
});

void test('a hostile line costs no time', () => {
  const started = process.cpuUsage().user;
  for (const line of [
    ' '.repeat(200_000),
    `${'a '.repeat(100_000)}:`,
    `[${'['.repeat(100_000)}`,
    '*'.repeat(200_000),
    '1:'.repeat(100_000),
  ]) {
    findSpeakers(`${line}\n`.repeat(20));
  }
  assert.ok(process.cpuUsage().user - started < 5_000_000);
});

void test('roles and labels that name nobody', () => {
  for (const name of [
    'Interviewer',
    'INTERVIEWER 2',
    'Researcher 1',
    'Moderator',
    'Facilitator',
    'Q',
    'Ｑ',
    'Q1',
    '访谈者',
    '訪談者',
    '访谈员2',
    '采访者',
    '採訪者',
    '访问者',
    '研究者',
    '研究员',
    '主持人A',
    '调查员',
    '調查員',
    '问',
    '問',
  ]) {
    assert.equal(roleOf(name), 'interviewer', name);
    assert.equal(isGenericLabel(name), true, name);
  }
  for (const name of [
    'Speaker 1',
    'S1',
    'Respondent',
    'Participant 2',
    'Interviewee',
    'R',
    'A',
    '受访者',
    '受訪者B',
    '被访者',
    '说话人1',
    '居民A',
    '答',
    'Audience Member',
  ]) {
    assert.equal(roleOf(name), 'respondent', name);
    assert.equal(isGenericLabel(name), true, name);
  }
  for (const name of [
    'Ana',
    'Old Ben',
    '李阿姨',
    'P07',
    'MF',
    '张问',
    '问天',
    'Quinn',
    'Maria B',
    '主持人王芳',
  ]) {
    assert.equal(roleOf(name), 'respondent', name);
    assert.equal(isGenericLabel(name), false, name);
  }
});

void test('times as meeting programs write them belong to the label', () => {
  for (const label of [
    (name: string) => `${name} 10:32 AM\n`,
    (name: string) => `${name}  1:05:07 p.m.\n`,
    (name: string) => `[10:32 PM] ${name}: `,
    (name: string) => `10:32 AM ${name}: `,
    (name: string) => `${name} (10:32 PM): `,
    (name: string) => `${name} 下午 3:05\n`,
  ])
    assertPattern(label);
});

void test('the ways in which a text names its speakers are found with their turns, and any of them may be chosen', () => {
  const text = [
    '【张主任】 大家好。',
    '【李阿姨】 你好。',
    '王师傅：我来说。',
    '【张主任】 请。',
    '王师傅：好。',
    '备注：录音到这里为止。',
    '【李阿姨】 我也说。',
  ].join('\n');
  assert.deepEqual(findPatterns(text), [
    { pattern: '【NAME】', turns: 4 },
    { pattern: 'NAME:', turns: 2 },
  ]);
  const namesBy = (pattern: string | null): string[] =>
    findSpeakers(text, pattern).speakers.map(({ name, turns }) => `${name} ${turns}`);
  assert.deepEqual(namesBy('【NAME】'), ['张主任 2', '李阿姨 2']);
  assert.deepEqual(namesBy('NAME:'), ['王师傅 2']);
  assert.deepEqual(namesBy(noLabels), []);
});

void test('a pattern is told in the language of the window, in whichever it was typed, and finds the same in both', () => {
  const text = '[09:30] <<Ana>>： Good.\n[09:31] <<Bo>>： Yes.';
  for (const written of ['[TIME] <<NAME>>:', '[时间] <<姓名>>：', ' [时间] <<NAME>>:']) {
    assert.equal(patternIn('en', written), '[TIME] <<NAME>>:');
    assert.equal(patternIn('zh', written), '[时间] <<姓名>>：');
  }
  for (const language of ['en', 'zh'] as const)
    assert.equal(findSpeakers(text, patternIn(language, '[TIME] <<NAME>>:')).labels.length, 2);
  assert.equal(patternIn('en', '【姓名】'), '【NAME】');
});

void test('a pattern in a person’s own words finds labels that are in no usual style', () => {
  const labelled = (text: string, pattern: string): string[] => {
    const { labels, speakers } = findSpeakers(text, pattern);
    return labels.map(({ start, end, speaker }) => `${speakers[speaker]?.name}|${text.slice(start, end)}|`);
  };
  assert.deepEqual(labelled('<<Ana>> Good.\n<<Bo Lin>>Yes.\nNo.', '<<NAME>>'), [
    'Ana|<<Ana>> |',
    'Bo Lin|<<Bo Lin>>|',
  ]);
  assert.deepEqual(labelled('[00:01] Ana - Good.\n(00:02)  Bo - Yes.', 'TIME NAME -'), [
    'Ana|[00:01] Ana - |',
    'Bo|(00:02)  Bo - |',
  ]);
  assert.deepEqual(labelled('>> 阿桂\n早。\n>> 小何\n早！', '>> 姓名'), ['阿桂|>> 阿桂|', '小何|>> 小何|']);
  assert.deepEqual(labelled('阿桂 = 早。\n阿桂 = 好。', '姓名 ='), ['阿桂|阿桂 = |', '阿桂|阿桂 = |']);
  for (const bad of ['', 'Ana:', 'NAME and NAME'])
    assert.throws(() => findSpeakers('Ana: Good.', bad), {
      refusal: { key: 'refused.speaker-pattern', values: { pattern: bad } },
    });
});

void test('no pattern holds up the reading, and labels of any stand in order within the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({ maxLength: 300 }),
      (around, text) => {
        const { labels } = findSpeakers(
          text,
          `${around.replace(/NAME|姓名/gu, '')} NAME${around.replace(/NAME|姓名/gu, '')}`,
        );
        let last = 0;
        for (const { start, end } of labels) {
          assert.ok(last <= start && start < end && end <= text.length);
          last = end;
        }
      },
    ),
  );
});
