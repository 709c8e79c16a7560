/** A documentation group keeps apart what it saw, was shown and was told. */
export const text = `
OURE BASIN DOCUMENTATION GROUP
Field note 12: Tamba and Oure, 15 and 16 May 2025

Two members of the Group were in Oure and Tamba on 15 and 16 May. This note keeps apart what they saw, what they were shown and what they were told.

What we saw

Seen from the water tower, two buildings inside the wall of the post, the store and the radio room, are burnt out; the others stand. In the military section of the town cemetery there are eleven fresh graves. On 15 May at 14.20 we crossed the lake at Oure on the ferry, which ran to its timetable. We kept our tickets and photographed the page of the crew’s log for that day: six crossings, none cancelled.

What we were shown

The head of the health centre let us read the admission register. It lists fifteen people admitted with wounds between 11 and 14 May, two of them fishermen.

What we were told

A woman who sells fish at the market said that she heard shooting from before the first prayer until the sun was well up. She did not see who was shooting.

What we do not know

We spoke to no soldier and were not let into the post. We do not know whether bodies were taken to Port Merel, nor whether all eleven graves are of soldiers killed on 11 May.
`;
