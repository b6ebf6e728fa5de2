// Structured clone as text, for values that cross between a page and the double: the same source runs on both sides.

/** What stands for a value that JSON does not have; `special` values are given by whoever encodes. */
type Coded = { readonly $: string; readonly v?: unknown; readonly c?: string };

export interface Codec {
  /** Throws DataCloneError for what structured clone refuses. */
  encode(value: unknown, special?: (value: unknown) => unknown): string;
  decode(text: string, special?: (told: never) => unknown): unknown;
}

/** Made anew in each world, from this function's own source: it uses nothing from outside. */
export function makeCodec(): Codec {
  const typed = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
  };
  const wide = { Float32Array, Float64Array, BigInt64Array, BigUint64Array };
  const views: Record<string, new (bytes: ArrayBuffer) => object> = { ...typed, ...wide };
  const toText = (bytes: Uint8Array): string =>
    btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);
  const refuse = (what: unknown): never => {
    throw new DOMException(`${String(what).slice(0, 60)} could not be cloned.`, 'DataCloneError');
  };

  function encode(value: unknown, special?: (value: unknown) => unknown): string {
    const seen = new Map<object, number>();
    const ofNumber = (number: number): unknown =>
      Number.isFinite(number) && !Object.is(number, -0)
        ? number
        : { $: 'number', v: Object.is(number, -0) ? '-0' : String(number) };
    const ofObject = (object: object): Coded => {
      const kind = kindOf(object);
      if (Array.isArray(object)) return { $: 'array', v: object.map(go) };
      if (object instanceof Date) return { $: 'date', v: object.getTime() };
      if (object instanceof RegExp) return { $: 'regexp', v: [object.source, object.flags] };
      if (object instanceof Map)
        return { $: 'map', v: [...object].map(([key, each]) => [go(key), go(each)]) };
      if (object instanceof Set) return { $: 'set', v: [...object].map(go) };
      if (object instanceof ArrayBuffer) return { $: 'buffer', v: toText(new Uint8Array(object)) };
      if (ArrayBuffer.isView(object)) {
        const bytes = new Uint8Array(object.buffer, object.byteOffset, object.byteLength);
        return { $: 'view', c: kind in views ? kind : 'Uint8Array', v: toText(bytes) };
      }
      if (object instanceof Error) return { $: 'error', v: [object.name, object.message] };
      if (/^(?:WeakMap|WeakSet|Promise|MessagePort|Window|Blob|File)$|Element$/.test(kind))
        return refuse(kind);
      return { $: 'object', v: Object.entries(object).map(([key, each]) => [key, go(each)]) };
    };
    const go = (each: unknown): unknown => {
      if (each === null || typeof each === 'boolean' || typeof each === 'string') return each;
      if (each === undefined) return { $: 'undefined' };
      if (typeof each === 'number') return ofNumber(each);
      if (typeof each === 'bigint') return { $: 'bigint', v: String(each) };
      const told = special?.(each);
      if (told !== undefined) return { $: 'special', v: told };
      if (typeof each !== 'object') return refuse(each);
      const before = seen.get(each);
      if (before !== undefined) return { $: 'seen', v: before };
      seen.set(each, seen.size);
      return ofObject(each);
    };
    return JSON.stringify(go(value));
  }

  function decode(text: string, special?: (told: never) => unknown): unknown {
    const seen: object[] = [];
    const keep = <T extends object>(object: T): T => {
      seen.push(object);
      return object;
    };
    const makers: Record<string, (v: never, c: string) => unknown> = {
      undefined: () => undefined,
      number: (v: string) => Number(v),
      bigint: (v: string) => BigInt(v),
      special: (v) => special?.(v),
      seen: (v: number) => seen[v],
      date: (v: number) => keep(new Date(v)),
      regexp: ([source, flags]: [string, string]) => keep(new RegExp(source, flags)),
      buffer: (v: string) => keep(toBytes(v).buffer),
      view: (v: string, c) => keep(new (views[c] ?? Uint8Array)(toBytes(v).buffer)),
      error: ([name, message]: [string, string]) => keep(Object.assign(new Error(message), { name })),
      array: (v: unknown[]) => {
        const array: unknown[] = keep([]);
        for (const each of v) array.push(go(each));
        return array;
      },
      map: (v: [unknown, unknown][]) => {
        const map = keep(new Map<unknown, unknown>());
        for (const [key, each] of v) map.set(go(key), go(each));
        return map;
      },
      set: (v: unknown[]) => {
        const set = keep(new Set<unknown>());
        for (const each of v) set.add(go(each));
        return set;
      },
      object: (v: [string, unknown][]) => {
        const object: Record<string, unknown> = keep({});
        for (const [key, each] of v) object[key] = go(each);
        return object;
      },
    };
    const go = (coded: unknown): unknown => {
      if (coded === null || typeof coded !== 'object') return coded;
      const { $, v, c = '' } = coded as Coded;
      const make = makers[$];
      if (!make) throw new Error(`no such kind: ${$}`);
      return make(v as never, c);
    };
    return go(JSON.parse(text));
  }

  return { encode, decode };
}
