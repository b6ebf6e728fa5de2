// Keys of a chord, printed side by side: Ctrl is ⌘ on a Mac.

export const onMac = navigator.platform.startsWith('Mac');

export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className="keys">
      {keys.map((key) => (
        <kbd key={key}>{key === 'Ctrl' && onMac ? '⌘' : key}</kbd>
      ))}
    </span>
  );
}

/** True when the command key of this system is held. */
export function hasCommandKey(event: { readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean {
  return onMac ? event.metaKey : event.ctrlKey;
}
