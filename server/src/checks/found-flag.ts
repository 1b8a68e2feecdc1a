import { Unit } from '../plan/file.ts';
import type { Fix, Flag, Place, Severity, Subject } from '../plan/flag.ts';
import type { Check, Draft, Over, Subjects } from './check.ts';

const none: Flag['related'] = [];

/** A flag that a check gives. A plan may have ten thousand: its fixes are worked out when asked for. */
export class FoundFlag implements Flag {
  readonly severity: Severity;
  readonly place: Place;
  readonly subject: Subject;
  readonly explained: string | undefined;
  readonly known: true | undefined;
  readonly #check: Check;
  readonly #draft: Draft;
  #fixes: readonly Fix[] | undefined;

  constructor(
    check: Check,
    subject: Subjects[Over],
    draft: Draft,
    severity: Severity,
    explained: string | undefined,
    known: true | undefined,
  ) {
    this.#check = check;
    this.#draft = draft;
    this.severity = severity;
    this.place = { unit: subject instanceof Unit ? subject : subject.unit, span: draft.at };
    this.subject = subjectOf(subject);
    this.explained = explained;
    this.known = known;
  }

  get check(): string {
    return this.#check.id;
  }

  get message(): string {
    return this.#draft.message;
  }

  get why(): string {
    return this.#check.why;
  }

  get todo(): string {
    return this.#draft.todo;
  }

  get related(): Flag['related'] {
    return this.#draft.related ?? none;
  }

  get fixes(): readonly Fix[] {
    return (this.#fixes ??= this.#draft.fixes?.() ?? []);
  }
}

/** What a flag is about, as it says so: an item, or a file where its text has none. */
export function subjectOf(subject: Subjects[Over]): Subject {
  const item = subject instanceof Unit ? subject.reading.items[0] : subject.item;
  if (item !== undefined) return { kind: item.keyword, id: item.id };
  return { kind: 'file', id: subject instanceof Unit ? subject.file.path : '' };
}
