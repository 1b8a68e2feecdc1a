import type { IsoDate } from '../../language/dates.ts';
import { assuranceMeanings } from '../../plan/vocabularies.ts';
import type { Position } from '../../plan/facts/position.ts';
import type { Plan } from '../../plan/plan.ts';
import { groupBy, groupRow, type Group } from './groups.ts';
import { isOverdue } from './judgements.ts';
import { number, textOf, type Table } from './table.ts';
