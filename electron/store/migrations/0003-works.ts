/** The third form: entries of the journal say of which piece of work they are a part, so that Undo takes all of it back. */
export const works = `
ALTER TABLE entry ADD COLUMN work TEXT;
CREATE INDEX entry_by_work ON entry (work, sequence) WHERE work IS NOT NULL;
`;
