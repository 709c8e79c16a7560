/** A second wire, with witnesses of its own and the same statement by another way. */
export const text = `
PORT MEREL (Halcyon Wire) – Wounded people were still arriving at the health centre in Tamba on Tuesday, two days after an attack on the army post there, a nurse said by telephone.

“We have taken in thirteen at least, perhaps seventeen; some left before their names were written down,” said the nurse, who asked not to be named because she is not allowed to speak to reporters. Most had bullet wounds, she said, and two were fishermen.

The Reed Front, which has fought the government in the marshes of Lake Oure since 2021, claimed responsibility for the attack in a statement seen by Halcyon Wire. It put the number of dead soldiers at 40. Halcyon Wire could not confirm the figure.

A fisherman who lives beside the landing said he had seen “four or five long boats, without lamps”, cross from the reeds about an hour before the first shots.

An army officer, speaking on condition of anonymity, said that the post had been “lost and taken back the same morning”. He would not say how many men had been in it.

The defence ministry said that it would issue a statement later on Wednesday.
`;
