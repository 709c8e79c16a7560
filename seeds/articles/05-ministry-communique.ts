/** A party to the event speaks for itself: numbers, and a denial. */
export const text = `
MINISTRY OF DEFENCE
Office of the Spokesman
Communiqué No. 27/2025

1. In the early hours of Sunday, 11 May 2025, elements of the terrorist group calling itself the Reed Front attacked the detachment of the armed forces stationed at Tamba.

2. The detachment held its position. At no time did the post leave the control of the armed forces. Reinforcements arrived without delay and the attackers were driven off.

3. Seven members of the armed forces fell in the performance of their duty. No civilian lost his life.

4. The figure of forty dead, put about by the terrorist group and repeated without examination by certain media, is false.

5. The Ministry bows before the memory of the fallen and shares the grief of their families. It calls upon the media to show responsibility and to rely on official information alone.

Done at Port Merel, 14 May 2025
Colonel Joren Tavel, Spokesman
`;
