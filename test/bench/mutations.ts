import { analyse } from '../../src/core/analyse';
import { randomStream } from '../../src/core/numeric/random';
import { mutate } from './mutator';
import { seeds } from './seeds';

/** Analyses mutated texts and prints how many failed or were slow. Arguments: count and seed. */
const [count = 200_000, seed = 1] = process.argv.slice(2).map(Number);
const limit = 250;
const originals = seeds();
const random = randomStream(seed);

const failures: {
  readonly run: number;
  readonly name: string;
  readonly error: unknown;
  readonly text: string;
}[] = [];
const slowest: {
  readonly run: number;
  readonly name: string;
  readonly milliseconds: number;
  readonly cpu: number;
}[] = [];
let recognised = 0;
let findings = 0;

for (let run = 0; run < count; run++) {
  const from = originals[random.integer(originals.length)];
  const other = originals[random.integer(originals.length)];
  if (from === undefined || other === undefined) throw new Error('There is nothing to mutate.');
  const text = mutate(from.text, other.text, random);
  const start = performance.now();
  const cpu = process.cpuUsage();
  try {
    const analysis = analyse(text, from.language, from.name);
    if (analysis !== undefined) recognised++;
    findings += analysis?.findings.length ?? 0;
  } catch (error) {
    failures.push({ run, name: from.name, error, text });
  }
  const milliseconds = performance.now() - start;
  if (milliseconds > 25) slowest.push({ run, name: from.name, milliseconds, cpu: cpuMilliseconds(cpu) });
}

/** A busy machine makes a run look slow; the processor time tells. */
function cpuMilliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

slowest.sort((a, b) => b.milliseconds - a.milliseconds);
console.log(`mutated inputs      ${count} (seed ${seed}, ${originals.length} originals)`);
console.log(`recognised          ${recognised}`);
console.log(`findings            ${findings}`);
console.log(`exceptions          ${failures.length}`);
console.log(`over ${limit} ms, processor ${slowest.filter(({ cpu }) => cpu > limit).length}`);
console.log(`over ${limit} ms         ${slowest.filter(({ milliseconds }) => milliseconds > limit).length}`);
for (const { run, name, milliseconds, cpu } of slowest.slice(0, 5)) {
  console.log(`  ${milliseconds.toFixed(1)} ms (${cpu.toFixed(1)} ms of processor)  run ${run}  ${name}`);
}
for (const { run, name, error, text } of failures.slice(0, 5)) {
  console.log(
    `  run ${run}  ${name}\n${String((error as Error).stack)}\n${JSON.stringify(text.slice(0, 2000))}`,
  );
}
if (failures.length > 0) process.exitCode = 1;
