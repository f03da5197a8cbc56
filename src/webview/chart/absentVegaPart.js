// Stands for the parts of Vega that no chart of a report needs (see src/bundle/absent.js). CommonJS, so that any name may be
// imported from it and is undefined.
module.exports = {};
