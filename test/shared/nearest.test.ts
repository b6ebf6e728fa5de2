// The name that was meant: a slip away, not a guess.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../../electron/engine/command-line/commands.ts';
import { nearest, nearestName } from '../../shared/nearest.ts';

test('the nearest name is a slip away, not a guess', () => {
  const names = commands.map((command) => command.name);
  assert.equal(nearest('frequencis', names), 'frequencies');
  assert.equal(nearest('soruces', names), 'sources');
  assert.equal(nearest('freq', names), 'frequencies');
  assert.equal(nearest('undoo', names), 'undo');
  assert.equal(nearest('zzzzzz', names), null);
});

test('a name that people gave is offered for a slip, not for another name', () => {
  const names = ['Before', 'After', 'North Street', 'Case 1', '幸福里', '之前'];
  assert.equal(nearestName('Befroe', names), 'Before');
  assert.equal(nearestName('ＮＯＲＴＨ  street', names), 'North Street');
  assert.equal(nearestName('North', names), 'North Street');
  assert.equal(nearestName('幸福理', names), '幸福里');
  for (const other of ['Case 2', 'Case 11', 'During', '事后', 'B'])
    assert.equal(nearestName(other, names), null, other);
});
