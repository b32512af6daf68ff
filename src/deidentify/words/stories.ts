import { wordSet } from './list.ts';

/**
 * Figures, works and makers of stories that people liken themselves to. Names that parents give are not here but, with what stands
 * around them, in fixed-phrases.ts. Written down from general knowledge.
 */
export const stories = wordSet(
  'macbeth othello falstaff caliban shylock scrooge grinch dracula frankenstein hercule poirot gollum smeagol mordor sauron hobbit hobbits narnia dementor dementors patronus boggart horcrux horcruxes muggle muggles snape malfoy hufflepuff ravenclaw katniss westeros targaryen lannister dothraki sith kenobi darth mandalorian grogu ewok wookiee klingon spock tardis dalek morpheus inception wakanda avengers deadpool wolverine magneto godzilla jaws shrek arendelle mufasa pumbaa hakuna matata tinkerbell cinderella dumbo pinocchio geppetto gepetto ghibli doraemon muppet muppets fozzie teletubbies cocomelon blippi smurf smurfs spongebob squidward simpsons futurama bojack rugrats scooby grinches scrooges houdini quixote lothario sisyphean daedalus cyclops medusa hydra minotaur styx oedipal cerberus cupid thanatos hypnos ragnarok dybbuk leviathan behemoth nebuchadnezzar methuselah beelzebub pharisee pharisees levite philistine gomorrah sodom armageddon golgotha barabbas iscariot bodhisattva godot kafkaesque orwellian faustian machiavelli machiavellian dickensian shakespearean byronic platonic socratic draconian quixotic jungian pavlovian darwinian newtonian marxist',
  'titanic euphoria bridgerton mindhunter wandavision fleabag',
  'swiftie swifties lizzo metallica radiohead coldplay bts blackpink elphaba',
  'huberman osho sadhguru rinpoche',
);
