import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../package.json';
import { rules } from '../core/checks/catalogue';
import type { Severity } from '../core/finding';
import type { CheckedFile, CheckedFinding, PositionRange } from './checkedFile';

/**
 * The findings as a SARIF 2.1.0 log with one run
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
 */
export function sarifLog(files: readonly CheckedFile[]): object {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Tuning Lens',
            semanticVersion: version,
            rules: rules.map(({ code, title, severity }) => ({
              id: code,
              shortDescription: { text: title },
              defaultConfiguration: { level: level(severity) },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ file }) => ({ location: artifact(file) })),
        results: files.flatMap(({ file, findings }) => findings.map(finding => result(file, finding))),
      },
    ],
  };
}

function result(file: string, finding: CheckedFinding): object {
  const { code, severity, message, range, related, fixes } = finding;
  const ruleIndex = rules.findIndex(rule => rule.code === code);
  const artifactLocation = artifact(file);
  return {
    ruleId: code,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: level(severity),
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: region(range) } }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, id) => ({
            id,
            message: { text: place.message },
            physicalLocation: { artifactLocation, region: region(place.range) },
          })),
        }),
    ...(fixes.length === 0
      ? {}
      : {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation,
                replacements: edits.map(edit => ({
                  deletedRegion: region(edit.range),
                  insertedContent: { text: edit.newText },
                })),
              },
            ],
          })),
        }),
  };
}

function level(severity: Severity): 'error' | 'warning' | 'note' {
  switch (severity) {
    case 'error':
    case 'warning':
      return severity;
    case 'information':
    case 'hint':
      return 'note';
  }
}

/** SARIF counts lines and columns from one; the end column is the one after the last. */
function region({ start, end }: PositionRange): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function artifact(file: string): { uri: string } {
  const [path = file, cell = ''] = file.split(/(?=#cell\d+$)/);
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href + cell };
  return { uri: path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/') + cell };
}
