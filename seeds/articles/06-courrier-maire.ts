/** A named witness with an office, in French. No-break spaces stand where French typography asks for them. */
export const text = `
TAMBA – Quatre jours après l’attaque du poste militaire, le maire de Tamba, Hélias Morvanne, sort de son silence. « J’ai compté les corps avec le chef de quartier : une douzaine de morts parmi les soldats, pas un de plus », dit-il dans la cour de la mairie, où des familles attendent encore des nouvelles.

Le chiffre de quarante morts, avancé par le Front des roseaux et repris par les agences, le met en colère. « Quarante, c’est faux. Ce matin-là, il n’y avait pas quarante hommes au poste. »

Selon lui, les assaillants sont arrivés un peu avant quatre heures, les uns à moto par la route d’Oure, les autres « du côté de l’eau ». Le poste, abandonné par ses défenseurs, serait resté aux mains des assaillants jusqu’à midi, heure à laquelle un convoi de renfort est entré dans la ville. La version du ministère, qui assure que la position n’a jamais été perdue, le fait sourire : « Je suis passé devant à neuf heures. La porte était ouverte, et plus personne en uniforme. »

Deux bâtiments ont brûlé à l’intérieur de l’enceinte, a constaté notre correspondante depuis la route ; l’accès au poste reste interdit.

Un pêcheur a été tué par une balle perdue près du marché, ajoute le maire, qui dit avoir assisté à l’enterrement. Le ministère affirme, lui, qu’aucun civil n’est mort.
`;
