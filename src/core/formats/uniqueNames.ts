/** Names made unique in the order they come: the second `x` is `x (2)`. */
export class UniqueNames {
  private readonly counts = new Map<string, number>();

  has(name: string): boolean {
    return this.counts.has(name);
  }

  take(name: string): string {
    let count = this.counts.get(name) ?? 0;
    let free = name;
    while (this.counts.has(free)) {
      count++;
      free = `${name} (${count})`;
    }
    this.counts.set(name, Math.max(count, 1));
    this.counts.set(free, this.counts.get(free) ?? 1);
    return free;
  }
}
