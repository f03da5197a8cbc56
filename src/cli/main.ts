import * as l10n from '@vscode/l10n';
import { version } from '../../package.json';
import { check } from './commands/check';
import { convert } from './commands/convert';
import { demo } from './commands/demo';
import { demos } from './commands/demos';
import { sample } from './commands/sample';
import { simulate } from './commands/simulate';
import { space } from './commands/space';
import { theory } from './commands/theory';
import { helpText } from './help';
import { print, tell } from './output';
import { UsageError } from './usageError';

type Command = (args: readonly string[]) => number | Promise<number>;

const commands = new Map<string, Command>([
  ['check', check],
  ['space', space],
  ['sample', sample],
  ['simulate', simulate],
  ['convert', convert],
  ['demo', demo],
  ['demos', demos],
  ['theory', theory],
]);

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--version') {
    print(version);
    return 0;
  }
  if (name === '--help' || name === '-h' || args.includes('--help')) {
    print(helpText());
    return 0;
  }
  const command = commands.get(name ?? '');
  if (command) return command(args);
  const known = [...commands.keys()].join(', ');
  throw new UsageError(
    name === undefined
      ? l10n.t('Name a command: {0}. See --help.', known)
      : l10n.t('There is no command "{0}"; there are {1}. See --help.', name, known),
  );
}

// A reader that has seen enough, such as `head`, closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2)).then(
  exitCode => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    // Exit code 1 means findings, so a defect of the program must not end with it.
    if (error instanceof UsageError) tell(error.message);
    else tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 2;
  },
);
