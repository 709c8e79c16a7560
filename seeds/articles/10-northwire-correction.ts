/** A correction: what an outlet takes back, and what another took back before it. */
export const text = `
CORRECTION (Northwire) – In a story of 14 May headlined “Armed group says it killed 40 soldiers at river post”, Northwire reported a figure for the dead that comes from the Reed Front alone. The group gave it in a statement translated by the Lakeside Monitor. A version sent to some clients left out the words “it said” in the first paragraph and gave the figure as a fact. Northwire has no count of its own.

The mayor of Tamba has since told the Courrier du Lac that about a dozen soldiers died. The defence ministry has put its losses at seven.

The story also said that the post had been attacked twice since January. The Lakeside Monitor has withdrawn that line of its tally: the attack that it had listed for March took place at another post, at Kell. The sentence has been removed.
`;
