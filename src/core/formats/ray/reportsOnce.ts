import { statementsOf } from '../../python/children';
import type { FunctionStatement, Statement } from '../../python/syntax';

/** What reports while a trial runs, or may: `tune.report`, `session.report`, callbacks, trainers, a `yield`. */
const reports = /report|callback|\byield\b|Trainable|Trainer/i;

/**
 * Whether a trainable is seen to tell its result only by returning it: a dictionary, in a module where nothing else
 * reports.
 */
export function reportsOnce({ body }: FunctionStatement, text: string): boolean {
  return !reports.test(text) && body.some(returnsDictionary);
}

function returnsDictionary(statement: Statement): boolean {
  if (statement.kind === 'return') return statement.value?.kind === 'dictionary';
  return statement.kind !== 'function' && statementsOf(statement).some(returnsDictionary);
}
