/** `x` with `count` decimals, as Python's `f"{x:.6f}"`: a tie goes to the even digit, which `toFixed` rounds up. */
export function digits(x: number, count: number): string {
  const more = 60;
  const exact = x.toFixed(count + more);
  const kept = exact.slice(0, -more);
  const tie = /^50*$/.test(exact.slice(-more)) && /[02468]$/.test(kept);
  return tie ? kept : x.toFixed(count);
}
