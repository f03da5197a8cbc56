/** Words without which a text is no search space of the formats known here, whatever else it says. */
const tells: readonly (readonly RegExp[])[] = [
  // W&B sweep
  [/parameters/, /method|program|command|early_terminate/, /value|min|max|distribution|parameters/],
  // Katib Experiment
  [/kubeflow\.org\//, /Experiment/],
  // NNI search space, on its own or inside an experiment
  [/\b_type\b/, /_value|choice|randint|uniform|normal|factor/],
  // NNI experiment
  [
    /trial_?command|search_?space|use_?annotation/i,
    /tuner|advisor|assessor|trial_?concurrency|training_?service/i,
  ],
  // Azure ML sweep job, pipeline or AutoML
  [/search_space/, /sweep|automl|objective/i],
  // Determined experiment
  [/hyperparameters/, /searcher/],
  // Hydra sweeper
  [/hydra/, /sweeper/, /params|search_space|parametrization|ax_config|optuna|nevergrad/],
  // ConfigSpace
  [
    /\bhyperparameters\b/,
    /uniform_(?:float|int)|normal_(?:float|int)|beta_(?:float|int)|categorical|ordinal|constant/,
  ],
  // PCS: bounds or choices, and the default after them
  [/[\]}][ \t]*\[[^\][\n,]*\]/],
  // Vertex AI study, AI Platform or Vizier
  [/parameter_?(?:id|name)/i, /study_?spec|hyperparameters|metrics/i],
  // SageMaker tuning job
  [/ParameterRanges/i, /Strategy|ResourceLimits|TuningJobConfig/i],
  // irace parameters
  [/^[ \t]*[\w.]+[ \t]+"[^"\n]*"[ \t]+(?:[ir],log|[cior])[ \t]*\(/m],
  // Polyaxon matrix
  [/\bmatrix\b/, /hptuning|\bparams\b|mapping/],
];

/** A part of every tell below: one pass over a Python file, most of which have none of them. */
const pythonHint = /suggest_|tune|_experiment|from ax|import ax|sweep|hp\.[a-zA-Z]/;

/** The same for Python. */
const pythonTells: readonly (readonly RegExp[])[] = [
  // Optuna
  [/\.\s*suggest_\w/],
  // Ray Tune
  [/\btune\b/, /uniform|rand|choice|grid_search|sample_from/],
  // Hyperopt and Keras Tuner
  [/\bhp\.(?:q?(?:log)?(?:uniform|normal)|p?choice|randint|Int|Float|Choice|Boolean|Fixed)/],
  [/keras_?tuner/],
  // Ax
  [/(?:create|configure)_experiment|(?:from|import) ax\b/],
  // W&B
  [/\bsweep\b/, /\bwandb\b/],
];

/**
 * Whether it is worth loading a parser for this text. A necessary condition only, and cheap: it is asked of every
 * file of these languages that is opened.
 */
export function mayHoldSearchSpace(text: string, languageId?: string): boolean {
  if (languageId === 'python') {
    return pythonHint.test(text) && holds(text, pythonTells);
  }
  return holds(text, tells);
}

function holds(text: string, all: readonly (readonly RegExp[])[]): boolean {
  return all.some(words => words.every(word => word.test(text)));
}
