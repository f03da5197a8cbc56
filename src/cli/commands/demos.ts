import { demos as all } from '../../core/demos/index';
import { parseOptions } from '../options';
import { print, printJson } from '../output';

/** What there is to demonstrate. */
export function demos(args: readonly string[]): number {
  const { values } = parseOptions(args, { json: { type: 'boolean', default: false } });
  const listed = all.map(({ id, title, question }) => ({ id, title, question }));
  if (values.json) printJson(listed);
  else for (const { id, question } of listed) print(`${id.padEnd(14)}${question}`);
  return 0;
}
