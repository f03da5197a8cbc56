/**
 * The minimal points of a set in two objectives: x ascending, y descending. Both arrays are kept in step, and points
 * are inserted one by one.
 */
export class Staircase {
  private readonly xs: number[] = [];
  private readonly ys: number[] = [];

  /** Whether a point of the set is at most (x, y) in both objectives. */
  covers(x: number, y: number): boolean {
    const after = this.firstBeyond(x);
    return after > 0 && (this.ys[after - 1] as number) <= y;
  }

  /**
   * Adds a point.
   * @returns the area that it alone dominates within the corner (right, top): 0 when it is covered already.
   */
  insert(x: number, y: number, right: number, top: number): number {
    const { xs, ys } = this;
    if (this.covers(x, y)) return 0;
    let start = this.firstBeyond(x);
    if (start > 0 && xs[start - 1] === x) start--;
    let left = x;
    let height = start > 0 ? (ys[start - 1] as number) : top;
    let end = start;
    let area = 0;
    for (; end < xs.length && (ys[end] as number) >= y; end++) {
      area += ((xs[end] as number) - left) * (height - y);
      left = xs[end] as number;
      height = ys[end] as number;
    }
    area += ((end < xs.length ? (xs[end] as number) : right) - left) * (height - y);
    xs.splice(start, end - start, x);
    ys.splice(start, end - start, y);
    return area;
  }

  /** The position of the first point whose x is greater. */
  private firstBeyond(x: number): number {
    let low = 0;
    let high = this.xs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.xs[middle] as number) <= x) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
