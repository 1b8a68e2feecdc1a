// @ts-nocheck
import { runChecks } from '../../../server/src/checks/run.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
import { tokenize } from '../../../server/src/language/tokens.ts';
const ids='missing-sro owner-not-declared missing-committee should-do-unmapped action-without-requirement unknown-reference duplicate-reference declared-count-mismatch regulation-unknown confusable-character second-plan-heading'.split(' ');
const n=5000; let t='inspection S "s" {\n';
for(let i=0;i<n;i++) t+=`  must M-${i} "Staff number ${i} have supervision recorded"\n`;
t+='}\n';
for(let i=0;i<n;i++) t+=`action A-${i} "Do ${i}" {\n  for X-${i}\n  continues OLD-${i}\n  sro "Head ${i}"\n  update 2018-05-05 amber "x"\n}\naction B-${i} "Record supervision of staff" {\n due 2018-06\n}\n`;
const p=new Plan([new PlanFile('e.plan',t)]);
for(const id of ids){const c=Object.values(await import(`../../../server/src/checks/${id}.ts`))[0];const s=performance.now();const f=runChecks([c],{plan:p,asAt:'2018-07-01',settings:new Map()});console.log(id,f.length,Math.round(performance.now()-s));}
console.log(tokenize('a\u2028b \u2028 c\u0085d').tokens.map(t=>JSON.stringify(t.image)));
console.log(new PlanFile('x','action A "x" { directorate CHS\n  sro tbc "who answers for it" }\n').units[0].reading.problems);
console.log(new PlanFile('x','action A\u2028 "x" {\n\u2028 due 2018-05\n}\n').units[0].reading.problems);
