/**
 * The fourth form: a case says in which version of the search form (domain/search/form.ts) its search tables were filled.
 * There is no row until that was done; it is done by search-index.ts after all steps, also for what the steps before emptied.
 */
export const searchFormKept = `
CREATE TABLE search_form (only INTEGER PRIMARY KEY CHECK (only = 1), version INTEGER NOT NULL) STRICT;
`;
