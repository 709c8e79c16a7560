/** A wire: several beginnings of different worth in one story. */
export const text = `
TAMBA (Northwire) – The Reed Front has claimed responsibility for a raid on the army post at Tamba in which it said 40 soldiers were killed, the Lakeside Monitor, which follows the group’s channels, said on Tuesday.

The defence ministry has not commented.

Two security sources told Northwire that the post came under fire before dawn on Sunday and that reinforcements arrived after noon. Three residents described a long exchange of gunfire near the market, and one, a teacher, said she had counted nine bodies by the bridge.

A video posted on Monday showed men on motorcycles entering a walled compound. Northwire could not verify where or when it was filmed.

“The front wants to show that it can take a town,” said Ada Lindqvist, an analyst at Delta Risk. Further raids were likely, she said, before the rains.

The post, on the road between Tamba and Oure, had been attacked twice since January, according to a tally kept by the Lakeside Monitor.
`;
