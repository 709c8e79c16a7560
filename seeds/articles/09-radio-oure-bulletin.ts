/** A transcript: hearsay, and half of a circle. */
export const text = `
RADIO OURE – Evening bulletin, Thursday 15 May 2025, 18.00
Transcript made by the listening desk. Words that could not be made out are shown as […].

PRESENTER: Good evening. The ferry at Oure is not running tonight. As the newspaper Daily Harbour writes, the army has closed the landing until further notice. Travellers for the north should […] the road by Kell, which is two days.

PRESENTER: We have a listener on the line, from the upper town. Good evening. What can you see?

CALLER: Good evening. From here, nothing, the hill is between. But a cousin of mine went down this morning, and he said people were being turned back.

PRESENTER: Turned back by soldiers?

CALLER: That he did not say. […] He was angry, that is all.

PRESENTER: Thank you. We tried to reach the harbour office; nobody answered the telephone. We will have more when we know it. And now the level of the lake, which has […] four centimetres since Monday.
`;
