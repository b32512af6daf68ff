import { eachLinear } from './linear.ts';
import { repeatedWords } from './repeated.ts';

eachLinear(repeatedWords);
