/** A monitor passes on the statement of an armed group, and says what it did not check. */
export const text = `
LAKESIDE MONITOR – Statements of armed groups, no. 118

The Reed Front said in a statement posted to its channel on Monday evening that its fighters had stormed the army post at Tamba before dawn on Sunday, 11 May. The Monitor has archived the post. A working translation follows.

“At the hour of the first boats the men of the Reed Front entered the post at Tamba from the road and from the water. Forty soldiers were killed and the others fled. The post remained in our hands until midday. Two vehicles and a quantity of ammunition were taken.”

A video of 41 seconds came with the statement. It shows men on motorcycles entering a walled compound. The caption says that the compound is the post at Tamba.

The Monitor follows the group’s channels and passes on what they say. It has nobody in Tamba and has checked neither the figure nor the claim that the post was held. The group has overstated losses before: in February it spoke of twenty-five dead at Kell, where nine soldiers were buried.

By the Monitor’s tally the post had been attacked twice since January, in late January and in March.
`;
