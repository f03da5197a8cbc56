import { analyse } from '../../src/core/analyse';
import { mutatedTexts, type MutatedText } from './mutatedTexts';

/**
 * Analyses mutated texts and prints how many failed or were slow. Arguments: how many (200,000) and the seed (1).
 * Ends with 1 when one failed.
 */
const [count = 200_000, seed = 1] = process.argv.slice(2).map(Number);
const limit = 250;

const failures: { readonly of: MutatedText; readonly error: unknown }[] = [];
const slow: { readonly of: MutatedText; readonly wall: number; readonly processor: number }[] = [];
let recognised = 0;
let findings = 0;

for (const of of mutatedTexts(count, seed)) {
  const start = performance.now();
  const usage = process.cpuUsage();
  try {
    const analysis = analyse(of.text, of.language, of.name, { format: of.format });
    if (analysis !== undefined) recognised++;
    findings += analysis?.findings.length ?? 0;
  } catch (error) {
    failures.push({ of, error });
  }
  const wall = performance.now() - start;
  if (wall > 25) slow.push({ of, wall, processor: processorTime(usage) });
}

/** A busy machine makes a run look slow; the time the processor spent on it tells. */
function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

slow.sort((a, b) => b.processor - a.processor);
console.log(`mutated texts             ${count} (seed ${seed})`);
console.log(`read as a search space    ${recognised}`);
console.log(`findings                  ${findings}`);
console.log(`exceptions                ${failures.length}`);
console.log(`over ${limit} ms               ${slow.filter(({ wall }) => wall > limit).length}`);
console.log(`over ${limit} ms of processor  ${slow.filter(({ processor }) => processor > limit).length}`);
for (const { of, wall, processor } of slow.slice(0, 5)) {
  console.log(
    `  ${processor.toFixed(0)} ms of processor, ${wall.toFixed(0)} ms in all: run ${of.run}, ${of.name}, ${of.text.length} characters`,
  );
}
for (const { of, error } of failures.slice(0, 5)) {
  console.log(`  run ${of.run}, ${of.name}: ${String((error as Error).stack)}\n${JSON.stringify(of.text)}`);
}
process.exitCode = failures.length > 0 ? 1 : 0;
