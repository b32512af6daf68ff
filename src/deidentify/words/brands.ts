import { wordSet } from './list.ts';

/**
 * Apps, record systems, games and everyday goods. Shops and restaurants stay out: a named one is where somebody works or is
 * found. So do brands that are also given names. Written down from general knowledge; no list is copied.
 */
export const brands = wordSet(
  // notes, records, telehealth, messages, games, well-being, money
  'upheal mentalyc mindspot moodgym luminare theraplatform notebooklm pavlok bovada bluetooth bcbstx toastmasters focusmate notion trello todoist evernote onenote obsidian airtable clickup basecamp dropbox onedrive sharepoint icloud docusign pandadoc jotform typeform surveymonkey qualtrics redcap calendly squarespace wix wordpress godaddy mailchimp canva vimeo figma kahoot mentimeter padlet nearpod quizlet duolingo babbel grammarly descript nabla greenspace tridiuum novopsych qglobal psychcorp mhs stoelting psytoolkit',
  'ensora valant procentive mynetsmart netsmart myavatar avatar carelogic qualifacts insync kareo tebra drchrono athenahealth eclinicalworks allscripts nextgen practicefusion advancedmd osmind healthie intakeq practiceq icanotes kipu sunwave alleva bestnotes carepaths cliniko halaxy powerdiary zanda splose coreplus writeupp bacpac iaptus systmone emis caretmanagement smartphrase smartphrases dotphrase dotphrases smarttext sutters cprs vsee sessionsbypsych zocdoc zencare therapyden mentaya reimbursify thrizer advekit availity officeally waystar changehealthcare pverify zelis talkiatry workit amwell mdlive ableto',
  'hushmail paubox protonmail tutanota ohmd iplum ringcentral dialpad vonage nextiva doximity viber wechat kakaotalk kakao imessage voxer bereal bluesky mastodon wattpad quora omegle chatroulette kik wizz guilded geforce valorant overwatch warzone callofduty gta stardew genshin pikachu charizard amongus terraria subnautica skyrim warcraft runescape dota csgo counterstrike candycrush wordle sudoku tetris',
  'openai copilot perplexity grok deepseek midjourney dalle characterai youper elomia sanvello happify moodpath daylio habitica onesec tiimo goblintools numo moodfit moodnotes rootd nocd recoveryrecord somryst sleepio sleepstation cbticoach mindshift whatsup medito headspaces tappingsolution strava noom myfitnesspal loseit cronometer weightwatchers peloton kardia dexcom omnipod medtronic qustodio findmy ourfamilywizard talkingparents appclose cozi greenlight gohenry',
  'klarna afterpay robinhood coinbase binance dogecoin bitcoin ethereum crypto draftkings fanduel betmgm sportsbet ladbrokes pointsbet pokies powerball blackjack craps roulette pornhub chaturbate feeld okcupid eharmony plentyoffish badoo jdate jswipe muzmatch',
  // goods
  'subaru zamboni toyota honda nissan mazda hyundai chevrolet buick jeep volvo volkswagen bmw lexus acura infiniti mitsubishi yamaha vespa corolla prius camaro corvette impala',
  'ikea wayfair etsy shein craigslist poshmark instacart grubhub ubereats deliveroo',
  'kleenex keurig roomba velcro teflon tupperware ziploc xerox sharpie sharpies postit crayola playdoh doh duplo playmobil barbie barbies hotwheels nerf jenga uno yahtzee candyland pictionary mancala ungame totika thumball magnatiles knex furby tamagotchi webkinz squishmallow squishmallows labubu popit popits playmobile sylvanian buildabear funko beyblade beyblades tamagotchis pogs yugioh mtg warhammer',
  'macbook imac airpod roku simplisafe gameboy wii oculus gopro polaroid kodak sonos skullcandy dohm lectrofan yogibo lovevery snoo nanit medela boppy enfamil similac pedialyte huggies pampers desitin aquaphor vaseline neutrogena cerave cetaphil listerine colgate febreze lysol clorox windex swiffer',
  'celsius redbull rockstar gatorade powerade pepsi gatorlyte boba soylent kombucha whiteclaw budweiser heineken coors michelob smirnoff absolut titos bacardi cuervo nescafe vegemite marmite nutella oreo oreos cheerios doritos cheetos takis pringles skittles snickers twix reeses hersheys kitkat cadbury haribo pez tac tictac altoids nicorette haagen dazs poptarts velveeta ramen maruchan',
  'glock glocks taser tasers',
  'hbo crunchyroll funimation vevo soundcloud bandcamp patreon substack kickstarter ticketmaster eventbrite airbnb vrbo expedia',
  'bandaid bandaids qtip qtips chapstick jacuzzi dumpster crockpot instantpot popsicle popsicles thermos styrofoam astroturf jello frisbee rollerblade rollerblades speedo lycra goretex crocs adidas reebok asics lululemon uggs birkenstock gucci rolex',
);
