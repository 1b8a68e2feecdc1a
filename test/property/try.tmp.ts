import fc from 'fast-check';
import { plans, everyProperty, propertyLine } from '/work/main/test/property/plans.ts';
import { readUnit, unitsOf } from '/work/main/server/src/language/read.ts';
let bad=0; const seen=new Map<string,number>();
for (const text of fc.sample(plans, {numRuns: 3000, seed: 1})) {
  for (const u of unitsOf(text)) { const {problems}=readUnit(u); if(problems.length){ bad++; const k=problems[0].code; seen.set(k,(seen.get(k)??0)+1); if((seen.get(k)??0)<=3) console.log(k, JSON.stringify(u), JSON.stringify(u.slice(problems[0].span.start,problems[0].span.end+10)), problems[0].message); } }
}
console.log(bad, seen);
