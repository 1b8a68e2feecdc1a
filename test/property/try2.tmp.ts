import fc from 'fast-check';
import { plans } from './plans.ts';
for (const text of fc.sample(plans, {numRuns: 12, seed: 5})) console.log(text+'\n=========');
const all = fc.sample(plans, {numRuns: 1000, seed: 1});
console.log(all.reduce((a,b)=>a+b.length,0)/1000);
