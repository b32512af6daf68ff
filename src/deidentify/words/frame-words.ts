import { wordSet } from './list.ts';
import { clientWords, kinLabels } from './people.ts';

/** What clients and those around them do in a case, and authors do not do in a text about methods. */
export const peopleDo = wordSet(
  "cancelled canceled cancels no-showed noshowed ghosted relapsed relapses cried cries sobbed drinks drank smokes vapes overdosed cuts cut self-harms attempted refuses refused missed attended attends arrived came comes left leaves moved walked stormed yelled screamed threw punched slapped kicked broke hit shoved slept sleeps wakes woke eats lies lied stole drove drives lives lived lost quit graduated married divorced separated miscarried died disclosed denies denied presents presented reports reported admits admitted agreed signed declined discharged hospitalized hospitalised emailed texted phoned rang rings called showed turned sat sits stood smiles smiled laughed grins giggled shrugged wept apologises apologizes apologised apologized promised begged swears swore brought brings bought sold paid owes stopped started restarted skipped wants wanted needs hates loves fears worries dreads panics panicked dissociates dissociated fainted vomits vomited binged purged won't wont can't cant doesn't doesnt didn't didnt isn't isnt wasn't wasnt hasn't hasnt hadn't refuse nods nodded shrugs sighs sighed whispers whispered mumbles mumbled mutters muttered stares stared blinks blinked paces paced limps trembles shivers yawns yawned hums hummed spits spat curses cursed chuckles chuckled sulks sulked pouts frowns frowned glares glared winces winced flinches flinched hides hid hugs hugged kisses kissed scratches scratched hoards hoarded shoplifts shoplifted forgets forgot rides rode naps snores bakes baked knits knitted prays prayed counts handed waits waited lingers texts gambles gambled stutters stammers sobs weeps squirms fidgets fidgeted hits bites bit kicks screams yells punches throws stands watches watched finishes finished fills filled paints painted sings sang dances danced swims swam climbs climbed rates rated rolled rolls picks picked grabs grabbed leans leaned rocks rocked pushes pushed pulls pulled crawls crawled growls growled barks howls howled wails wailed coughs coughed sneezes snored faints limped collapsed choked chokes gags gagged ate chews chewed swallows swallowed smoked vaped snorted snorts injects injected sips sipped cooks cooked cleans cleaned washes washed showers showered dresses dressed undressed shaved shaves dials dialed googles googled deletes deleted blocked blocks unfriended slams slammed knocked isolates isolated withdrew withdraws refills refilled rents rented evicted retired retires enlisted deployed enrolled cheated cheats dated dumped dumps remarried eloped birthed delivered nursed adopted fosters fostered lactates borrowed borrows lends lent begs lisps rhymes complained whines whined grieves grieved mourns mourned celebrates celebrated avoided relapse blames blamed wore wears",
);

/** What authors do, too. */
export const authorsDo = wordSet(
  'says said say writes wrote argues argued suggests suggested describes described would calls called thinks thought talks talked recommends proposed proposes developed teaches taught defines covers frames has had is was does did on and',
);

/** Words for meeting, reaching and treating somebody, before a name. */
export const encounters = wordSet(
  'saw see seeing met meet meeting treating treated treat admitted discharged called call calling phoned phone texted text emailed email sent send told tell ask asked asking had with hospitalized hospitalised transferred referred saw supervise supervising supervised assessed screened visited visit drove help helping helped lose lost warn report calling contacted seen evaluate evaluated re: f/u follow',
);

/** What comes from somebody: "two voicemails from Rank". */
export const messages = wordSet(
  'text texts voicemail voicemails vm vms call calls email emails message messages msg msgs dm dms',
);

/** What shows that an encounter is one of the case: "met with Turner today". */
export const timeWords = wordSet(
  'today yesterday tonight tomorrow again weekly twice once last this for about on at in since when because after before first every monday tuesday wednesday thursday friday saturday sunday and',
);

/** What a person of the case owns and an author does not. */
export const personalThings = wordSet(
  'file chart record records office nurse receptionist house apartment phone cell texts text email emails school teacher boss lawyer attorney diagnosis dx therapist case session sessions birthday funeral job car number pcp psychiatrist psych meds med story voice iep po roommate auth ua coach insurance discharge intake safety suicide attempt drinking relapse labs lithium refill appointment appt transfer referral landlord probation custody divorce pregnancy surgery situation sobriety caseworker room bed dog cat slot slots tutor parole sponsor payee guardian dentist pediatrician surgeon sitter babysitter nanny daycare locker lease',
);

/** "the Novaco family", "those Schwartz boys". */
export const familyWords = wordSet(
  'family families household residence twins sisters brothers siblings boys girls kids children couple kid boy girl baby lads',
);

export const pronouns = wordSet('he she his her him hers himself herself');

/** Before a name that is quoted, read or taught. */
export const quoting = wordSet(
  'read reading reads reread rereading through per via quote quoting quoted cite citing cites cited using use uses teach teaching vs versus like love loved loving against besides beyond la channeling channelling stole borrowed borrowing paraphrasing following',
);

/** "Have Burns sign a release", "Could Bell have ADHD?": what is asked of somebody. */
export const asksFor = wordSet('have let make could should would can did does will might is has');
export const baseVerbs = wordSet(
  'have be come sign call go need want qualify benefit see bring take get stop start move leave stay drink use know text email wait pay keep meet lose die live tell show try return attend drive sleep eat work make find give consent transfer',
);

/** What families do, behind "the Smiths". */
export const familyVerbs = wordSet(
  "are were have had came come want wanted need fight fought argue argued live lived moved said say told asked called cancelled canceled left both all who and ' in on with for will would can can't won't don't keep kept adopted lost love hate bring brought paid owe divorced separated",
);

/** Titles that stand before a name and nothing else. */
export const firmTitles = wordSet('mr mrs ms mx miss sgt det officer pastor');

/** Behind "the Bowen family" a method, not a household. */
export const familyMethods = wordSet(
  'system systems therapy therapist model map sculpt sculpting sculpture theory work',
);

/** Behind "Will" or "May" these make it a name: what helps a verb has no verb like them behind it. */
export const behindModalNames = wordSet('has had is was told says said came wants and did does');

/** What somebody told whom: "told me", "texted us". */
export const tellingVerbs = wordSet(
  'told tells texted texts emailed emails asked asks called calls gave sent sends says said',
);

/** Between a name and what it does: "Hamilton still calls me", "Moreno and Foulkes both sulked". */
export const adverbs = wordSet(
  'still both all also just never always again now then here today tonight yesterday recently suddenly finally already once only',
);

/** Behind "has", "is" or "was" a text says these of somebody it knows. */
export const statesOf = wordSet('been a an my on in late back still not no me');

/** "wants her file", "lost the job". */
export const wishes = wordSet('wants wanted needs needed lost missed hates loves left hit keeps');

/** "Rogers would say". */
export const wouldVerbs = wordSet('say tell call ask argue want have');

/** What people feel and wish for, and some are called: "Hope is not a plan". */
export const feelings = wordSet(
  'joy hope grace faith patience charity mercy prudence harmony melody serenity clarity destiny honor honour honesty felicity bliss trinity dawn autumn summer winter spring peace love courage',
);

const speakers = wordSet('i we you');
/** What words behind a name say of somebody, asked once of each: it is done for a dozen words behind most words of a text. */
export const mentions: ReadonlyMap<string, 'kin' | 'somebody' | 'pronoun'> = new Map([
  ...[...kinLabels.keys()].map((low) => [low, 'kin'] as const),
  ...[...clientWords, ...speakers].map((low) => [low, 'somebody'] as const),
  ...[...pronouns].map((low) => [low, 'pronoun'] as const),
]);
