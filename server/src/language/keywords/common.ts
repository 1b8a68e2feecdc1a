import { date, reference, references, term, text, word, id } from '../slots.ts';
import { many, one } from './spec.ts';

/** Slots and properties that several blocks share. */

export const party = reference(
  'a committee, an SRO, a regulator such as CQC, or trust',
  'committee',
  'sro',
  'body',
  'trust',
);

export const owner = reference('the id of an SRO, or a role in quotes', 'sro');
export const owners = references('ids of SROs, or roles in quotes', 'sro');
export const committee = reference('the id of a committee, or its name in quotes', 'committee');
export const directorate = reference('the id of a directorate', 'directorate');
export const services = references('ids of services, or their names in quotes', 'service');

export const keyQuestion = term('key-questions', 'safe, effective, caring, responsive or well-led');

export const shared = {
  also: many('also', 'Another name of the same thing, as some paper prints it.', { name: text }),
  note: many('note', 'Whatever else is worth keeping; printed with the item.', { text }),
  explained: many(
    'explained',
    'A flag that someone answers for: why it may stand, until when, and who says so.',
    { check: id },
    { until: date, because: text, by: party },
  ),
} as const;

export const ref = one('ref', 'The reference as the paper prints it, such as "C (and 18.5)".', {
  printed: text,
});

/** Something done on a date by someone: the shape of `completed`, `closed`, `addressed` and their like. */
export const happened = {
  values: { on: date },
  qualifiers: {
    by: party,
    at: reference('the id of a meeting', 'meeting'),
    minute: text,
    because: text,
  },
} as const;

export const bound = word('at-least', 'at-most', 'exactly', 'increase-by', 'decrease-by');
