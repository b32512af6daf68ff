import { between, type Chance, pick, weighted } from '../random.ts';
import { disasters, words } from './rarities.ts';

/** What a person does or did that hardly anybody else does; no rank and no superlative says so. */
const callings = words(
  'rodeo_clown ice_road_trucker organ_tuner bell_founder hostage_negotiator bomb_disposal_officer storm_chaser snake_milker truffle_hunter cave_diver stunt_driver wing_walker tightrope_walker sword_swallower ventriloquist drag_king drag_queen burlesque_dancer circus_acrobat opera_soprano ballet_soloist session_drummer organist_at_the_cathedral theremin_player lute_maker glass_blower gravestone_carver prison_chaplain death_row_chaplain executioner court_sketch_artist war_photographer embedded_reporter crossword_setter obituary_writer chess_grandmaster bullfighter sumo_wrestler curling_skip bobsled_brakeman Paralympic_swimmer racing_cyclist stage_hypnotist radio_announcer traffic_reporter news_anchor game-show_host podcast_host streamer_with_{n}M_followers food_critic royal_correspondent Antarctic_cook submarine_officer test_pilot mission_specialist air-crash_investigator mine_rescue_captain smoke_diver lighthouse_keeper river_pilot harbor_master falconer_at_the_castle zookeeper_of_the_pandas elephant_trainer racing-pigeon_breeder beekeeper_at_the_parliament tribal_elder village_chief clan_matriarch temple_oracle hermit_on_the_mountain abbot abbess cardinal grand_mufti chief_rabbi shaman royal_nanny ambassador consul_general spy defector whistleblower lottery_millionaire billionaire heiress pop_star boy-band_singer one-hit_wonder child_actor soap-opera_villain voice_of_the_cartoon cruise-ship_magician reality-show_contestant beauty-pageant_judge cult_survivor exonerated_man ex-nun defrocked_priest former_child_soldier conjoined_twin sextuplet bone-marrow_donor_in_the_news face-transplant_patient foundling',
);
const doings = [
  'carved the altar in our church',
  'designed the town flag',
  'wrote the school song',
  'plays the bugle at the cenotaph',
  'sings the anthem at the hockey games',
  'rings the noon bell',
  'reads the names at the memorial',
  'dresses up as the river ghost every fall',
  'feeds the swans by the town hall',
  'walks a goat on a leash downtown',
  'drives the lunch train',
  'lives in the old water tower',
  'crossed the ocean in a rowing boat',
  'walked from one border to the other',
  'was stuck for two days in an elevator',
  'lost the election by four votes',
  'was banned from the league for betting',
  'found gold coins under the barn',
  'gave birth on the ferry',
  'donated a kidney to a senator',
  'married the same man three times',
  'was struck by lightning twice',
  'woke up during surgery and sued',
  'pulled the driver out of the canal',
  'held the door during the attack',
  'survived nine days in the snow',
  'was swapped at birth and found out on TV',
  'ate with the president',
  'returned the wallet and went viral',
  'cried on air',
  'is on the mural by the station',
  'has a sandwich named after him',
  'has a street named after her',
  'keeps wolves behind the house',
  'raises crocodiles',
  'owns the haunted hotel',
  'runs the puppet theater',
  'founded the kite festival',
  'broke into the zoo',
  'blew up the fireworks barge',
  'coached the team to the cup',
  'got the knighthood and gave it back',
];
const heard = [
  'from the podcast',
  'from the documentary',
  'from the tabloids',
  'on the evening news',
  'on the billboard',
  'in the viral video',
  'in the class action',
  'in the poisoning trial',
  'of the floods inquiry',
  'from the cave rescue',
  'from the meme',
  'in the famous photograph',
];
const conditions = words(
  'fatal_insomnia stiff_person_syndrome alien_hand_syndrome congenital_insensitivity_to_pain Kleine-Levin xeroderma_pigmentosum progeria albinism Proteus_syndrome hyperthymesia foreign_accent_syndrome',
);

const calling = (random: Chance): string => pick(random, callings).replace('{n}', String(between(random, 1, 9)));
const doing = (random: Chance): string => pick(random, doings);

/** What tells who it is without "only" or "first": an odd calling, deed, home, illness with a calling, kin of such a person. */
export const oddity = (random: Chance): string =>
  weighted(random, [
    [6, () => calling(random)],
    [4, () => `${calling(random)} who ${doing(random)}`],
    [
      3,
      () =>
        `${pick(random, ['woman', 'man', 'guy', 'teacher', 'nurse', 'boy', 'couple', 'priest', 'vet', 'baby', 'widow', 'farmer'])} ${pick(random, heard)}`,
    ],
    [4, () => doing(random)],
    [2, () => `${calling(random)} ${pick(random, heard)}`],
    [2, () => `${calling(random)} with ${pick(random, conditions)}`],
    [
      2,
      () =>
        `${pick(random, conditions)} and still ${pick(random, ['drives the school bus', 'conducts the choir', 'calls bingo', 'dances on TV', 'flies gliders'])}`,
    ],
    [
      2,
      () =>
        `${pick(random, disasters)} ${pick(random, ['at the salt works', 'at the school camp', 'on the bridge', 'at the stadium', 'in the tunnel'])}`,
    ],
    [
      2,
      () =>
        `${pick(random, ['house', 'boat', 'church', 'barn', 'van'])} with the ${pick(random, ['blue dome', 'upside-down roof', 'painted whale', 'glass floor', 'whale bones', 'giant clock'])}`,
    ],
  ]);
