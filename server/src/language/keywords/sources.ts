import {
  date,
  figure,
  id,
  ids,
  optional,
  reference,
  references,
  regulations,
  term,
  text,
  word,
  level,
} from '../slots.ts';
import { committee, happened, keyQuestion, owner, party, ref, services, shared } from './common.ts';
import { block, many, one } from './spec.ts';

/** Where requirements come from, and the requirements inside. */

/** How strongly a requirement binds the trust; severities follow it. */
export type Strength = 'must' | 'should' | 'other';

/** Every requirement keyword with its strength and its name for people. */
export const requirementKeywords = {
  must: {
    strength: 'must',
    name: 'must-do',
    doc: 'What the trust must do to meet a legal requirement.',
  },
  should: {
    strength: 'should',
    name: 'should-do',
    doc: 'What the trust should do to avoid a breach.',
  },
  undertaking: {
    strength: 'must',
    name: 'undertaking',
    doc: 'What was undertaken to a regulator.',
  },
  breach: {
    strength: 'must',
    name: 'breach',
    doc: 'A breach that was found; it must be put right.',
  },
  condition: {
    strength: 'must',
    name: 'condition',
    doc: 'A condition of registration or of a licence.',
  },
  priority: { strength: 'other', name: 'priority', doc: 'A priority the trust set itself.' },
  recommendation: {
    strength: 'other',
    name: 'recommendation',
    doc: 'What an audit or a review recommends.',
  },
  area: { strength: 'other', name: 'area for improvement', doc: 'An area named for improvement.' },
} as const satisfies Record<string, { strength: Strength; name: string; doc: string }>;

export type RequirementKeyword = keyof typeof requirementKeywords;

const requirementWords = Object.keys(requirementKeywords) as RequirementKeyword[];

export const source = block({
  kind: 'source',
  name: 'a source',
  doc: 'A document that asks something of the trust; its requirements stand inside it.',
  keywords: {
    inspection: 'An inspection and its report.',
    notice: 'A notice, such as a warning notice.',
    undertakings: 'Undertakings given to a regulator.',
    audit: 'A clinical or an internal audit.',
    visit: 'A visit, such as a Mental Health Act visit.',
    'quality-account': 'A quality account with its priorities.',
  },
  children: 'requirement',
  properties: {
    ref,
    body: one('body', 'Who asks: a regulator such as CQC.', {
      body: reference('a regulator such as CQC', 'body'),
    }),
    section: one('section', 'The power a notice is served under, such as section-29A.', {
      section: term('notices', 'a notice such as section-29A'),
    }),
    services: one('service', 'The services it looked at.', { services }),
    inspected: many('inspected', 'When the inspectors came.', { on: date }, { to: date }),
    reported: one('reported', 'The date the report carries.', { on: date }),
    published: one('published', 'When it was published.', { on: date }),
    served: one('served', 'When a notice was served.', { on: date }),
    respondBy: one('respond-by', 'When an answer is due.', { on: date }),
    reportRequested: one(
      'report-requested',
      'When CQC asked for a written report under regulation 17(3); it is due 28 days later.',
      { on: date },
    ),
    responded: one('responded', 'When the answer, or the report that was asked for, was sent.', {
      on: date,
    }),
    declares: many('declares', 'How many requirements of a kind the document itself says it has.', {
      count: figure,
      of: word(...requirementWords),
    }),
    grounds: many('ground', 'A ground it gives, by its paragraph.', { number: id, text }),
    licenceConditions: one('licence-conditions', 'The licence conditions it cites.', {
      conditions: ids,
    }),
    consequence: one('consequence', 'What may follow if it is not met.', { text }),
    signed: many(
      'signed',
      'When it was signed, by whom, in which role.',
      { on: date },
      { by: party, as: text },
    ),
    ...shared,
  },
});

export const requirement = block({
  kind: 'requirement',
  name: 'a requirement',
  doc: 'One thing asked of the trust.',
  keywords: Object.fromEntries(
    requirementWords.map((word) => [word, requirementKeywords[word].doc]),
  ),
  properties: {
    ref,
    text: one('text', 'The requirement’s own words, where the title is shorter.', { text }),
    services: one('service', 'The services it concerns.', { services }),
    regulations: one('regulation', 'The regulations it falls under: 18(2)(a).', {
      paragraphs: regulations,
    }),
    question: many('question', 'The key question it belongs to.', {
      question: keyQuestion,
    }),
    kloes: many('kloe', 'The key line of enquiry it was found under, in inspections up to 2024.', {
      kloe: term('kloes', 'a key line of enquiry such as S4'),
    }),
    qualityStatements: many(
      'quality-statement',
      'The quality statement it was found under, in assessments from November 2023.',
      {
        statement: term('quality-statements', 'a quality statement such as medicines-optimisation'),
      },
    ),
    by: one('by', 'Who must do it, where that is not the trust alone.', {
      parties: references(
        'trust, a regulator, a committee or an SRO',
        'committee',
        'sro',
        'body',
        'trust',
      ),
    }),
    covers: one('covers', 'Other requirements it takes in.', {
      requirements: references('ids of requirements', 'requirement'),
    }),
    approvedBy: one('approved-by', 'Who has to approve it.', { party }),
    with: one('with', 'With whom it is done.', {
      parties: references('ids, or names in quotes', 'committee', 'sro', 'body', 'trust'),
    }),
    when: one(
      'when',
      'When it falls due: a date, monthly, on-request, ongoing, to-be-agreed, or per a plan’s timescales.',
      { when: date },
      { 'unless-agreed': party, with: party },
    ),
    met: many('met', 'A day on which a recurring duty was met.', { on: date }, { minute: text }),
    repeats: one('repeats', 'Earlier requirements it says again.', {
      requirements: references('ids of requirements', 'requirement'),
    }),
    sro: one('sro', 'Who answers for it, where no action says so.', { owner }),
    committee: one('committee', 'Which committee watches it, where no action says so.', {
      committee,
    }),
    measures: many(
      'measure',
      'How it is measured.',
      { text },
      { indicator: reference('the id of an indicator', 'indicator') },
    ),
    domain: one('domain', 'The quality domain it belongs to, as printed.', { text }),
    outcome: many(
      'outcome',
      'How it turned out, in a word of scale outcome.',
      { level: level('outcome'), text: optional(text) },
      { on: date, by: party },
    ),
    addressed: one(
      'addressed',
      'It has been dealt with, as the trust or the regulator says.',
      happened.values,
      happened.qualifiers,
    ),
    verified: one(
      'verified',
      'Someone independent has checked that it is met.',
      happened.values,
      happened.qualifiers,
    ),
    confirmed: one(
      'confirmed',
      'The regulator has confirmed that it is met.',
      happened.values,
      happened.qualifiers,
    ),
    decision: one(
      'decision',
      'A decision not to act on it.',
      { text },
      { on: date, ...happened.qualifiers },
    ),
    ...shared,
  },
});
