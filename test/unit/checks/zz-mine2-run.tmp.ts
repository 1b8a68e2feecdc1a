// @ts-nocheck
import { readFileSync, readdirSync } from 'node:fs';
import { runChecks } from '../../../server/src/checks/run.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { whereIs } from '../../../server/src/plan/flag.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
const ids='missing-sro owner-not-declared missing-committee should-do-unmapped action-without-requirement unknown-reference duplicate-reference declared-count-mismatch regulation-unknown confusable-character second-plan-heading'.split(' ');
const checks:any[]=[];
for (const id of ids) checks.push(Object.values(await import(`../../../server/src/checks/${id}.ts`))[0]);
for (const dir of process.argv.slice(2)) {
  const files=readdirSync(dir).filter(f=>f.endsWith('.plan')).map(f=>new PlanFile(f,readFileSync(dir+'/'+f,'utf8')));
  const asAt=JSON.parse(readFileSync(dir+'/mustdo.json','utf8')).asAt ?? '2018-07-01';
  console.log('==',dir,asAt);
  const t=performance.now();
  const flags=runChecks(checks,{plan:new Plan(files),asAt,settings:new Map()});
  for(const f of flags){const w=whereIs(f.place);console.log(f.severity,f.check,w.file+':'+w.range.start.line,f.message,'|',f.todo,'|',f.fixes.map(x=>x.title).join(' ; '));}
  console.log(performance.now()-t);
}
