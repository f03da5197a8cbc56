/** Machine-readable results go to standard output and nothing else does. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** JSON has no infinities and no NaN: they become the strings "Infinity", "-Infinity" and "NaN". */
export function printJson(value: unknown): void {
  print(
    JSON.stringify(
      value,
      (_, item: unknown) => (typeof item === 'number' && !Number.isFinite(item) ? String(item) : item),
      2,
    ),
  );
}

/** Everything for a person's eyes goes to standard error. */
export function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}
