import * as l10n from '@vscode/l10n';

export function helpText(): string {
  return l10n.t(`Usage: tuning-lens COMMAND …

  check FILE… [--format text|json|sarif]
      What is wrong with each search space, also in Python files and notebooks. Exit code 0: no errors, 1: errors found, 2: usage or unreadable file.
  space FILE [--space NAME] [--json]
      The space as it was read: domains, conditions, budget.
  sample FILE [--space NAME] [--sampler random|grid|latin-hypercube|sobol|halton] [--count N] [--seed S] [--json]
      Configurations drawn from the space.
  simulate (--objective NAME | --space FILE [--name NAME]) [--optimizer NAME] [--trials N] [--seed S] [--noise SD] [--json]
      A whole search on a function whose minimum is known, in its own space or on the parameters of a file: every trial
      and the incumbent. Optimizers: random, grid, qmc, gp, tpe.
      Objectives: branin, hartmann3, hartmann6, ackley, levy, rosenbrock, six-hump-camel, learning-rate-valley, conditional-valley.
  convert FILE --to FORMAT [--space NAME] [--out FILE] [--strict]
      The space written for another tool: wandb, katib, optuna, ray, hydra, nni, nni-space, configspace, azure or irace.
      What it cannot express goes to standard error; with --strict that makes the exit code 1.
  demo NAME [FILE] [--space NAME] [--seed S] [--set option=value]… (--json | --html OUT)
      A demonstration on the space, or on the bundled sample: its report as JSON or as one HTML file.
  demos [--json]
      What there is to demonstrate.
  theory [--cell N] [--json] [--html OUT] [--ipynb OUT]
      The 24 cells of the theory notebook with the numbers NumPy gives, as text, JSON, one HTML file or a Jupyter notebook.

  --help, --version

JSON goes to standard output, messages go to standard error. The same seed gives the same bytes.`);
}
