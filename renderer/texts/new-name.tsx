// A selection in a text as a name that gets a pseudonym.
import { useState } from 'react';
import { NameDialog } from '../names/name-dialog.tsx';
import { windowState } from '../window-state.ts';
import { desk, room } from './room.ts';

/** What is selected beyond this is no name. */
const longest = 80;

export function NewName() {
  const [name] = useState(selected);
  return <NameDialog name={name} onClose={() => windowState.set({ floating: null })} />;
}

function selected(): string {
  const { selection } = room.get();
  const text = selection ? (desk.open?.reading.text.slice(selection.start, selection.end) ?? '') : '';
  return text.length > longest ? '' : text.trim();
}
