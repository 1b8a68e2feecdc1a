import { date, figure, id, level, reference, text, word } from '../slots.ts';
import { committee, directorate, happened, keyQuestion, owner, ref, shared } from './common.ts';
import { block, many, one } from './spec.ts';

/** The plan's heading and the things that plans name again and again. */

export const plan = block({
  kind: 'plan',
  name: 'a plan',
  doc: 'The heading of a project: one in all its files.',
  keywords: { plan: 'The heading of the plan: its reference and its title.' },
  properties: {
    trust: one('trust', 'The trust whose plan it is.', {
      trust: reference('the id of a trust', 'trust'),
    }),
    asAt: one(
      'as-at',
      'The day the plan on paper says it describes; the checks have a date of their own.',
      {
        on: date,
      },
    ),
    monthMeans: one(
      'month-means',
      'Which day of a month a deadline in that month means; the last unless said.',
      {
        day: word('last-day', 'first-day'),
      },
    ),
    nextInspection: one('next-inspection', 'When the regulator is expected again.', { on: date }),
    status: one(
      'status',
      'Whether the plan is a draft or approved, by whom, where that is minuted, and the fingerprint of what was approved.',
      { status: word('draft', 'approved') },
      { on: date, ...happened.qualifiers, fingerprint: text },
    ),
    ...shared,
  },
});

export const trust = block({
  kind: 'trust',
  name: 'a trust',
  doc: 'An NHS trust or foundation trust; its id is its ODS code.',
  keywords: { trust: 'A trust: its ODS code and its name.' },
  properties: {
    type: one('type', 'What kind of trust it is.', { type: word('nhs-trust', 'foundation-trust') }),
    address: one('address', 'Where the trust is, as printed.', { text }),
    ...shared,
  },
});

export const directorateBlock = block({
  kind: 'directorate',
  name: 'a directorate',
  doc: 'A directorate, division or care group.',
  keywords: { directorate: 'A directorate: its short name and its full one.' },
  properties: { ref, ...shared },
});

export const service = block({
  kind: 'service',
  name: 'a service',
  doc: 'A core service, ward or team.',
  keywords: { service: 'A service: its short name and its full one.' },
  properties: {
    directorate: one('directorate', 'The directorate it belongs to.', { directorate }),
    ...shared,
  },
});

export const committeeBlock = block({
  kind: 'committee',
  name: 'a committee',
  doc: 'A committee or group that oversees actions.',
  keywords: { committee: 'A committee: its short name and its full one.' },
  properties: {
    reportsTo: one('reports-to', 'The committee above it.', { committee }),
    meets: one('meets', 'How often it meets, such as monthly.', { rhythm: date }),
    chair: one('chair', 'Who chairs it, as a role.', { role: text }),
    ...shared,
  },
});

export const sro = block({
  kind: 'sro',
  name: 'an SRO',
  doc: 'A senior responsible owner: a role, never only a person.',
  keywords: { sro: 'A senior responsible owner: a short id and the role.' },
  properties: {
    directorate: one('directorate', 'The directorate the role belongs to.', { directorate }),
    holder: many(
      'holder',
      'Who holds the role, and from when to when.',
      { name: text },
      { from: date, to: date },
    ),
    vacant: many(
      'vacant',
      'The role is not filled, from when to when.',
      {},
      { from: date, to: date },
    ),
    ...shared,
  },
});

export const risk = block({
  kind: 'risk',
  name: 'a risk',
  doc: 'A risk on a register that actions escalate to.',
  keywords: { risk: 'A risk: its number on the register and its title.' },
  properties: {
    register: one('register', 'The register it stands on.', { name: text }),
    score: one('score', 'Its current score.', { score: figure }),
    ...shared,
  },
});

export const scale = block({
  kind: 'scale',
  name: 'a scale',
  doc: 'The trust’s own rating key: scale progress, scale assurance or scale outcome. Each line is one of its words.',
  keywords: { scale: 'A rating key: progress, assurance or outcome, and its title.' },
  otherwise: 'levels',
  properties: {
    levels: many(
      'level',
      'A word of the key: what it is called, what it means, and its colour.',
      { label: text },
      { means: id, colour: id },
    ),
    ...shared,
  },
});

export const termBlock = block({
  kind: 'term',
  name: 'a term',
  doc: 'A word or an acronym of the trust’s own, spelt out for whoever reads the plan.',
  keywords: { term: 'A term of the glossary: the word or the acronym, and what it stands for.' },
  properties: { ...shared },
});

export const meeting = block({
  kind: 'meeting',
  name: 'a meeting',
  doc: 'A dated meeting of a committee and what it did about the plan.',
  keywords: { meeting: 'A meeting: an id and its title.' },
  properties: {
    committee: one('committee', 'Whose meeting it is.', { committee }),
    on: one('on', 'The day of the meeting.', { on: date }),
    papersDue: one('papers-due', 'The day by which its papers are due.', { on: date }),
    agendaItem: one('agenda-item', 'The number under which the agenda has the plan.', {
      number: text,
    }),
    author: one('author', 'Who wrote the paper, as a role.', { author: owner }),
    leadDirector: one('lead-director', 'The director who presents it.', { director: owner }),
    purpose: many('purpose', 'What the committee is to do with it.', {
      purpose: word('decision', 'assurance', 'discussion', 'information'),
    }),
    assurance: one(
      'assurance',
      'How much assurance the paper offers, in a word of scale assurance, and why.',
      { level: level('assurance') },
      { because: text },
    ),
    questions: many('question', 'A key question that it bears on.', {
      question: keyQuestion,
    }),
    objectives: many('objective', 'A strategic objective of the trust that it serves.', { text }),
    risks: many('risk', 'A risk on a register that it bears on.', {
      risk: reference('the id of a risk', 'risk'),
    }),
    considered: many(
      'considered-by',
      'A group that considered the paper before, when, and what came of it.',
      { committee },
      { on: date, minute: text, outcome: text },
    ),
    askedTo: many('asked-to', 'What the paper asks the committee to do: its recommendation.', {
      text,
    }),
    approved: many('approved', 'What it approved.', { text }, { minute: text }),
    noted: many('noted', 'What it noted.', { text }, { minute: text }),
    decided: many('decided', 'What it decided.', { text }, { minute: text }),
    ...shared,
  },
});
