/** Of the report panel, as the workbench remembers it. */
export const viewType = 'tuningLens.report';
