import * as l10n from '@vscode/l10n';

/**
 * Every word of the page that is not in a report. Each is a function because the translations arrive with the
 * document, in the script element `pageIds.translations`, before the first is asked for (`main.ts`).
 */
export const strings = {
  demonstrations: (): string => l10n.t('Demonstrations'),
  allTopics: (): string => l10n.t('Show all topics'),
  controls: (): string => l10n.t('Options of the demonstration'),
  seed: (): string => l10n.t('Seed'),
  nextSeed: (): string => l10n.t('Run with the next seed'),
  run: (): string => l10n.t('Run'),
  cancel: (): string => l10n.t('Cancel'),
  cancelled: (): string => l10n.t('Cancelled; what was drawn so far is below.'),
  progress: (): string => l10n.t('Progress'),
  done: (): string => l10n.t('The report is complete.'),
  retry: (): string => l10n.t('Retry'),
  showLog: (): string => l10n.t('Show Log'),
  olderReport: (): string => l10n.t('The report below is the one before.'),
  exportReport: (): string => l10n.t('Export'),
  saveHtml: (): string => l10n.t('Save as a web page'),
  saveReportJson: (): string => l10n.t('Save the report as JSON'),
  copyCommand: (): string => l10n.t('Copy the command that makes it again'),
  seedOf: (seed: number): string => l10n.t('seed {0}', seed),
  checks: (): string => l10n.t('Checks'),
  passed: (count: number): string => l10n.t('Passed ({0})', count),
  notApplicable: (count: number): string => l10n.t('Not applicable ({0})', count),
  statusFail: (): string => l10n.t('Fail'),
  statusWarn: (): string => l10n.t('Warning'),
  statusInfo: (): string => l10n.t('Info'),
  statusPass: (): string => l10n.t('Pass'),
  statusNotApplicable: (): string => l10n.t('Not applicable'),
  value: (value: string): string => l10n.t('value {0}', value),
  target: (target: string): string => l10n.t('target {0}', target),
  targetWithin: (target: string, tolerance: string): string => l10n.t('target {0} ± {1}', target, tolerance),
  goTo: (parameter: string): string => l10n.t('Go to {0} in the file', parameter),
  showData: (): string => l10n.t('Show data'),
  showDataOf: (chart: string): string => l10n.t('Show data of {0}', chart),
  firstRows: (shown: number, all: number): string =>
    l10n.t('The first {0} of {1} rows; the exported CSV has them all.', shown, all),
  moreOf: (chart: string): string => l10n.t('Export {0}', chart),
  saveSvg: (): string => l10n.t('Save as SVG'),
  savePng: (): string => l10n.t('Save as PNG'),
  saveCsv: (): string => l10n.t('Save the data as CSV'),
  saveJson: (): string => l10n.t('Save the data as JSON'),
  copySpec: (): string => l10n.t('Copy the Vega-Lite specification'),
  notDrawn: (reason: string): string =>
    l10n.t('This chart could not be drawn ({0}); its data are in the table.', reason),
  badReport: (): string => l10n.t('This file holds no report that can be shown.'),
} as const;
