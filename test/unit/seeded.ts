import fc from 'fast-check';

/**
 * Property tests draw the same examples in every run, so that a red run is red for a change and not by chance.
 * `PROPERTY_SEED=2 npm run test:unit` draws others.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });
