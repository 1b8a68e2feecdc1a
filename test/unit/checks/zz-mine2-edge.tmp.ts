// @ts-nocheck
import { runChecks } from '../../../server/src/checks/run.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { whereIs, applyEdits } from '../../../server/src/plan/flag.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
const load=async(id)=>Object.values(await import(`../../../server/src/checks/${id}.ts`))[0];
async function show(id,text,fix=true){
  const c=await load(id); const file=new PlanFile('e.plan',text);
  const flags=runChecks([c],{plan:new Plan([file]),asAt:'2018-07-01',settings:new Map()});
  console.log('-----',id); 
  for(const f of flags){const w=whereIs(f.place).range;console.log(f.severity,w.start.line+':'+w.start.column+'-'+w.end.column,f.message,'|',f.todo);
   if(fix) for(const x of f.fixes){console.log('   *',x.title,x.safe?'(safe)':'');const m=applyEdits(text,x.edits).split('\n');const o=new Set(text.split('\n'));for(const l of m) if(!o.has(l)) console.log('       >',JSON.stringify(l).slice(1,-1));}}
}
await show('missing-sro',`directorate CHS "x"
sro HON-CHS "Head" {
  directorate CHS
} // why
action A "x" { directorate CHS }
action B "y" {
  sro none given "nobody"
}
action C "z"
`);
await show('owner-not-declared',`plan P "p"
sro DON "Director of Nursing" // a role
action A "x" {
  sro "Medical Director" inferred "why"
}
action B "x" {
  sro "Director of Nursing (AMH/LD)" given "DoN"
}
action C "x" {
  sro "Matron"
}
action D "x" {
  sro "the ""Lead"""
}
inspection S "s" {
  must M "m" {
    sro "Directer of Nursing"
  }
}
`);
await show('unknown-reference',`inspection S "s" {
  body CCQ
  must M1 "m" {
    by trsut, CQC
    question Safe
  }
}
notice N "n" {
  section section-29a
}
action 19.2.1 "x" {
  for S:M2, X:M1, SM1
  continues 1921
  service "Ward A", B
  committee CEG
  closed 2018-05-01 by CE at MEETING-5
  update 2018-05-05 Amber "x"
  assurance partly by CEG on 2018-06-01
}
scale progres "x" {
  amber "x" means at-risk
}
ratings R "r" {
  | | safe |
  | Acute wards | good |
  | "Acute wards" | good |
  | unknown | good |
}
indicator I "x" {
  service Q
}
`);
await show('confusable-character',"action HON\u2011AMH \"x\" {\n  due \u200e2018-06\n  sro \u202aHON\u202c\n  note \"a\u200eb \u200e c\"\n  note \"👩\u200d⚕️ ok \u200b end\u200b. СТЕР cafе naïve\"\n}\nасtion X \"y\" {\n}\naction З.1 \"x\" {\n  continues ЖВ\n  note \"И́ван Нет\"\n}\n");
await show('action-without-requirement',`inspection S "s" {
  must M1 "Staff have regular supervision, and it is recorded"
}
notice T "t" {
  must M1 "Staff record supervision"
}
action A "Record staff supervision regularly"
`);
await show('declared-count-mismatch',`inspection S "s" {
  declares 48 should
}
quality-account Q "s"{
  declares 3 priority
  priority PRIORITY-2 "x"
  declares 0 area }
`);
await show('duplicate-reference',`plan P "p"
plan P "q"
service A "x"
service A none
inspection S "s" {
  must M "x"
}
inspection S "s" {
  must M "x"
}
`);
