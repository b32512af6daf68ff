/**
 * Monday at nine: 5,000 people in 40 communities are asked at once, by four instances that share the platforms' rates:
 * `npx tsx bench/rates.ts` prints JSON. Time is simulated. `ofPublishedLimit`: how near the published limit it came from the first
 * call to the last; `tooMany`: calls that the platform would have refused; `fairness`: of the messages of each community that were
 * out at half time, the fewest by the most.
 */
import { mondayOnDiscord, mondayOnSlack } from '../test/fixtures/monday.ts';

const monday = { communities: 40, people: 125, instances: 4 };
const [slack, discord] = [await mondayOnSlack(monday), await mondayOnDiscord(monday)];
process.stdout.write(`${JSON.stringify({ ...monday, slack, discord }, null, 2)}\n`);
