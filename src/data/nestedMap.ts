/** Values under several keys at once. Quicker than one text made of them: a million lines ask for a few hundred keys. */
export class NestedMap<Value> {
  readonly #root = new Map<unknown, unknown>();
  /** In the order they were set first. */
  readonly values: Value[] = [];

  /** What stands under the keys; made where nothing does. Every call has the same number of keys. */
  at(keys: readonly (string | number)[], make: () => Value): Value {
    let map = this.#root;
    const last = keys.length - 1;
    for (let depth = 0; depth < last; depth++) {
      let next = map.get(keys[depth]) as Map<unknown, unknown> | undefined;
      if (next === undefined) {
        next = new Map();
        map.set(keys[depth], next);
      }
      map = next;
    }
    let value = map.get(keys[last]) as Value | undefined;
    if (value === undefined) {
      value = make();
      map.set(keys[last], value);
      this.values.push(value);
    }
    return value;
  }
}
