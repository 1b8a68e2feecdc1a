import type { IsoDate } from '../../language/dates.ts';
import type { Standing } from '../../changes/change.ts';
import type { Position } from '../../plan/facts/position.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import type { Heading, Section } from '../tables/paper.ts';

/** What a paper is made from. */
export interface Papers {
  readonly plan: Plan;
  readonly asAt: IsoDate;
  readonly positions: readonly Position[];
  /** The meeting that the papers are for, where they are for one. */
  readonly meeting: Entity<'meeting'> | undefined;
  /** What the plan is compared with; left out, itself at the committee’s previous meeting. */
  readonly before?: Before | undefined;
}

/** A plan as it stood before. */
export interface Before extends Standing {
  /** What it is, as it stands after “since” or “from”: “revision v1”, “the meeting of June”. */
  readonly words: string;
  /** What is to be known of it, such as that a frozen copy was edited. */
  readonly warning?: string | undefined;
}

/** One of a committee’s papers, as data that every format renders. */
export interface PaperSpec {
  /** What it is asked for by, and what its files are called. */
  readonly id: string;
  readonly title: string;
  /** What a committee reads it for, in a sentence: for help and docs. */
  readonly use: string;
  /** Its parts; with none, the plan has nothing for it, and it is not written. */
  readonly build: (papers: Papers) => readonly Section[];
  /** What stands above them, where that is not what stands above every paper. */
  readonly heading?: (papers: Papers, title: string) => Heading;
}
