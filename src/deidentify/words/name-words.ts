import { wordSet } from './list.ts';

/** Verbs and adjectives that are also given names: with a small letter they are words unless the place is a name's place. */
export const verbLike = wordSet(
  'will may can mark chase grant bill rob sue pat drew wade hunter dawn hope joy faith grace rich frank guy chip rusty art jack gene major miles rose iris ivy june april august olive pearl ruby summer autumn sky river rain stone clay forrest sunny misty destiny patience charity precious heaven reign honey bear bug peanut early young long short best good worth fair price sharp wise bright brown green black white gray grey swift strong rice day noon love blessing sage star angel prince duke earl king queen baron dean victor carol robin jay bob nick don van max sandy ray gay randy dick harry jean page paige chance trinity sun moon dusty curt ernest earnest norm ward lane cliff glen dale brook brooke heath reed reid holly jasmine heather ginger basil daisy lily violet poppy fern hazel laurel myrtle penny bo so an my do see ha ho',
);

/** A particle inside a name: "van der Hoek", "al-rashid", "de la Croix". */
export const particles = wordSet(
  "van von der den de la del da dos di du le al el bin bint ibn ben abu umm mac mc st ter ten of o'",
);

/** Words for what people are that are given names, too. */
export const alsoGiven = wordSet(
  'dean major judge duke earl baron bishop deacon pastor marshal chance sonny sissy junior lola lolo nana papa mina tia precious gal guy rabbi king lord lady general dame sage miss',
);
