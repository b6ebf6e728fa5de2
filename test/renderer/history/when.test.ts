// How a moment is told: by the calendar, not by hours passed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ago, daysAgo } from '../../../renderer/history/when.ts';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 4, day, hour, minute);

test('a day is yesterday from midnight on', () => {
  assert.equal(daysAgo('en', at(30, 23, 59).toISOString(), at(31, 0, 1)), 'yesterday');
  assert.equal(daysAgo('en', at(31, 0, 1).toISOString(), at(31, 23, 59)), 'today');
  assert.equal(daysAgo('zh', at(30, 1).toISOString(), at(31, 23)), '昨天');
  assert.equal(daysAgo('en', at(1, 12).toISOString(), at(31, 12)), '30 days ago');
});

test('minutes, then hours, then days', () => {
  const now = at(31, 12).getTime();
  assert.equal(ago('en', at(31, 12).toISOString(), now), 'now');
  assert.equal(ago('en', at(31, 11, 57).toISOString(), now), '3 minutes ago');
  assert.equal(ago('en', at(31, 9).toISOString(), now), '3 hours ago');
  assert.equal(ago('en', at(28, 12).toISOString(), now), '3 days ago');
});
