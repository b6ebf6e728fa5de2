// What the double does not model throws when it is touched, so that it cannot lie by silence.

/** `object` as Electron's `name`: reading a member that it lacks throws. Methods keep their own `this`. */
export function strict<T extends object>(object: T, name: string): T {
  const bound = new WeakMap<object, unknown>();
  return new Proxy(object, {
    get: (target, key) => {
      // A promise's machinery asks any value for `then`; symbols are asked by the language itself.
      if (!(key in target) && typeof key === 'string' && key !== 'then')
        throw new Error(`electron double: ${name}.${key} is not modelled`);
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (!bound.has(value)) bound.set(value, value.bind(target));
      return bound.get(value);
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  });
}
