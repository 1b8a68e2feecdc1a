import { date, figure, id, level, optional, reference, references, text } from '../slots.ts';
import {
  committee,
  directorate,
  happened,
  owner,
  owners,
  party,
  ref,
  services,
  shared,
} from './common.ts';
import { block, many, one } from './spec.ts';

/** What the trust does about requirements. */
export const action = block({
  kind: 'action',
  name: 'an action',
  doc: 'What the trust does about one or more requirements.',
  keywords: { action: 'An action: its reference and what it is.' },
  properties: {
    ref,
    source: one('source', 'The document it answers, where no requirement says so.', {
      source: reference('the id of an inspection or another source', 'source'),
    }),
    directorate: one('directorate', 'The directorate that owns it.', { directorate }),
    services: one('service', 'The services it is for.', { services }),
    continues: one(
      'continues',
      'Earlier actions it carries on; they stay open until their own status says otherwise.',
      {
        actions: references('ids of actions', 'action'),
      },
    ),
    replaces: one(
      'replaces',
      'Earlier actions it takes the place of; they stay open until their own status says otherwise.',
      {
        actions: references('ids of actions', 'action'),
      },
    ),
    requirements: one('for', 'The requirements it answers, with commas between them.', {
      requirements: references('ids of requirements', 'requirement'),
    }),
    description: one('description', 'What will be done, in full.', { text }),
    outcome: one('outcome', 'What it is meant to achieve.', { text }),
    sro: one('sro', 'The senior responsible owner: one, who answers for it.', { owner }),
    lead: one('lead', 'Who does the work day to day.', { leads: owners }),
    support: one('support', 'Who helps.', { owners }),
    due: one('due', 'When it is to be complete.', { date }),
    dueRevised: many(
      'due-revised',
      'A new deadline: when it was set, by whom, and why. All are kept; the latest known one is in force.',
      { due: date },
      { on: date, by: party, because: text },
    ),
    measures: many(
      'measure',
      'How one will see that it is done and works.',
      { text },
      {
        indicator: reference('the id of an indicator', 'indicator'),
      },
    ),
    resources: one(
      'resources',
      'What it needs that is not there, and where that is escalated.',
      { text },
      {
        escalate: text,
        risk: reference('the id of a risk', 'risk'),
      },
    ),
    impact: one('impact', 'How people who use the service are affected until it is done.', {
      text,
    }),
    deliveredBy: one('delivered-by', 'The committee or group that delivers it.', {
      committees: references('ids of committees', 'committee'),
    }),
    committee: one('committee', 'The committee that oversees it.', { committee }),
    assurances: many(
      'assurance',
      'A committee’s judgement, in a word of scale assurance; never merged with progress.',
      { level: level('assurance') },
      { by: committee, on: date, minute: text, because: text },
    ),
    steps: many(
      'step',
      'An ordered part of the action.',
      { number: id, text },
      {
        due: date,
        done: date,
        lead: owners,
      },
    ),
    updates: many(
      'update',
      'The SRO’s word on progress, dated; a narrative may follow.',
      { on: date, level: level('progress'), text: optional(text) },
      { by: owner },
    ),
    evidence: many(
      'evidence',
      'What shows that it is done: what it is, where, when, and its line of defence (1 to 3).',
      { text },
      {
        in: text,
        on: date,
        line: figure,
        by: party,
      },
    ),
    completed: many(
      'completed',
      'The SRO says it is complete.',
      happened.values,
      happened.qualifiers,
    ),
    closed: many(
      'closed',
      'Signed off by someone other than the SRO: what is different now, and when to check again.',
      happened.values,
      { ...happened.qualifiers, different: text, recheck: date },
    ),
    sustained: many(
      'sustained',
      'Checked again after closing, and it holds.',
      happened.values,
      happened.qualifiers,
    ),
    withdrawn: one('withdrawn', 'No longer to be done.', happened.values, happened.qualifiers),
    reopened: many('reopened', 'Open again after closing.', happened.values, happened.qualifiers),
    ...shared,
  },
});
