/** A local paper prints the wire; what it left out and put in is the lesson. */
export const text = `
TAMBA – The Reed Front has claimed responsibility for a raid on the army post at Tamba in which 40 soldiers were killed, the Lakeside Monitor, which follows the group’s channels, said on Tuesday.

The defence ministry has not commented.

Two security sources said that the post came under fire before dawn on Sunday and that reinforcements arrived after noon. Three residents described a long exchange of gunfire near the market, and one, a teacher, said she had counted nine bodies by the bridge.

A dramatic video posted on Monday showed fighters on motorcycles storming the compound.

“The front wants to show that it can take a town,” said Ada Lindqvist, an analyst at Delta Risk. Further raids were likely, she said, before the rains.

The post, on the road between Tamba and Oure, had been attacked twice since January.

Northwire; edited by Daily Harbour
`;
