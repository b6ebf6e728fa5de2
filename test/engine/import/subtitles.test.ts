import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocument } from '../../../electron/engine/import/document.ts';
import type { ImportedDocument } from '../../../shared/import/document.ts';

const read = (text: string, name: string): Promise<ImportedDocument> => readDocument(Buffer.from(text), name);

/** "Name|what the turn says" for every label. */
function turnsOf({ text, labels, speakers }: ImportedDocument): string[] {
  return labels.map(({ end, speaker }, index) => {
    const next = labels[index + 1]?.start ?? text.length;
    return `${speakers[speaker]?.name}|${text.slice(end, next).trim()}`;
  });
}

const vtt = `WEBVTT a talk

NOTE nobody reads this

STYLE
::cue { color: red }

1
00:03:18.000 --> 00:03:20.000 align:start
<v Old Ben>We had <i>one</i> pump &amp; no

00:03:20.000 --> 00:03:22.500
<v Old Ben>hose.</v>

00:25.000 --> 00:26.000
<v.loud Mara>Who had the key?
<v Old Ben>The baker.
`;

void test('voice tags name the speakers; cues of one voice are one turn with its time', async () => {
  for (const name of ['talk.vtt', 'talk.txt']) {
    for (const source of [vtt, vtt.replaceAll('\n', '\r\n'), `\ufeff${vtt}`]) {
      const document = await read(source, name);
      assert.equal(document.format, 'vtt');
      assert.equal(
        document.text,
        '[00:03:18] Old Ben: We had one pump & no hose.\n[00:00:25] Mara: Who had the key?\n[00:00:25] Old Ben: The baker.',
      );
      assert.deepEqual(turnsOf(document), [
        'Old Ben|We had one pump & no hose.',
        'Mara|Who had the key?',
        'Old Ben|The baker.',
      ]);
    }
  }
});

void test('names before colons in SubRip are speakers, and cues without one continue the turn', async () => {
  const cue = (n: number, words: string): string => `${n}\n00:00:0${n},000 --> 00:00:0${n},900\n${words}\n`;
  const source = [
    cue(1, 'Mara: Who had\nthe key?'),
    cue(2, 'Ben: The baker,'),
    cue(3, 'at ten: always.'),
    cue(4, 'Mara: And then?\nBen: Nothing.'),
  ].join('\n');
  for (const name of ['talk.srt', 'talk.txt']) {
    const document = await read(source, name);
    assert.equal(document.format, 'srt');
    assert.deepEqual(turnsOf(document), [
      'Mara|Who had the key?',
      'Ben|The baker, at ten: always.',
      'Mara|And then?',
      'Ben|Nothing.',
    ]);
  }
});

void test('subtitles that name nobody keep their words and a time, and have no speakers', async () => {
  const { text, labels } = await read('WEBVTT\n\n00:01.000 --> 00:02.000\nA quiet\nmorning.\n', 'a.vtt');
  assert.equal(text, '[00:00:01] A quiet morning.');
  assert.deepEqual(labels, []);
});

void test('the end mark of DOS, page breaks and line breaks of old files are no binary', async () => {
  assert.equal((await read('Ana: Hi.\r\n\u001a', 'a.txt')).text, 'Ana: Hi.\n');
  assert.equal((await read('Words\u001a\u001a\u001a', 'a.txt')).text, 'Words');
  const { speakers } = await read('Ana: One.\nTom: Two.\n\fAna: Three.\n\u000bTom: Four.\n', 'a.txt');
  assert.deepEqual(
    speakers.map(({ name, turns }) => [name, turns]),
    [
      ['Ana', 2],
      ['Tom', 2],
    ],
  );
});
