/** What ends when, earliest first and of equals the one that was added with the lower index. */
export interface EventQueue {
  add(time: number, index: number): void;
  take(): { readonly time: number; readonly index: number } | undefined;
}

/** A binary heap. */
export function eventQueue(): EventQueue {
  const times: number[] = [];
  const indices: number[] = [];
  const before = (a: number, b: number): boolean => {
    const difference = (times[a] as number) - (times[b] as number);
    return (difference || (indices[a] as number) - (indices[b] as number)) < 0;
  };
  const swap = (a: number, b: number): void => {
    [times[a], times[b]] = [times[b] as number, times[a] as number];
    [indices[a], indices[b]] = [indices[b] as number, indices[a] as number];
  };
  return {
    add(time, index) {
      let at = times.push(time) - 1;
      indices.push(index);
      for (let parent = (at - 1) >> 1; at > 0 && before(at, parent); parent = (at - 1) >> 1) {
        swap(at, parent);
        at = parent;
      }
    },
    take() {
      const [time, index] = [times[0], indices[0]];
      if (time === undefined || index === undefined) return undefined;
      swap(0, times.length - 1);
      times.pop();
      indices.pop();
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        let first = at;
        if (left < times.length && before(left, first)) first = left;
        if (left + 1 < times.length && before(left + 1, first)) first = left + 1;
        if (first === at) return { time, index };
        swap(at, first);
        at = first;
      }
    },
  };
}
